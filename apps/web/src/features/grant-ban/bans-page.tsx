import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { Person } from '../../design/person.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { Tag } from '../../design/tag.js';
import { todayInSeoul } from '../../format/date.js';
import { usePermissions } from '../session/use-session.js';
import { useBans, type GrantBan } from './grant-ban.requests.js';
import { RecordBanDialog } from './record-ban-dialog.js';

/** Who may not take part, until when and why; applications are held against it. */
export function BansPage(): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const columns = useColumns();
  const [recording, setRecording] = useState(false);
  const record = may('grant-ban.record') && (
    <Button tone="primary" icon="plus" onPress={() => setRecording(true)}>
      {t('grantBan.record')}
    </Button>
  );
  return (
    <Page title={t('grantBan.title')} lead={t('grantBan.lead')} actions={record === false ? undefined : record}>
      <Link to="/grants">{t('grantCall.title')}</Link>
      <Card flush>
        <Loaded query={useBans()}>
          {(bans) => (
            <DataTable label={t('grantBan.title')} columns={columns} rows={bans} rowKey={({ id }) => id} rowTone={(ban) => (standing(ban) === 'ended' ? 'muted' : undefined)} empty={t('grantBan.empty')} tall />
          )}
        </Loaded>
      </Card>
      {recording && <RecordBanDialog onClose={() => setRecording(false)} />}
    </Page>
  );
}

function standing({ fromOn, toOn }: GrantBan): 'coming' | 'now' | 'ended' {
  const today = todayInSeoul();
  if (toOn < today) return 'ended';
  return fromOn > today ? 'coming' : 'now';
}

function useColumns(): readonly Column<GrantBan>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      { id: 'name', header: t('grantBan.name'), kind: 'text', value: ({ name }) => name },
      { id: 'kind', header: t('grantBan.who'), kind: 'text', value: ({ partyId }) => t(partyId === null ? 'grantBan.researcher' : 'grantBan.institution') },
      { id: 'number', header: t('grantBan.researcherNumber'), kind: 'text', value: ({ researcherNumber }) => researcherNumber },
      {
        id: 'standing',
        header: t('grantBan.standing'),
        kind: 'text',
        value: (ban) => t(`grantBan.${standing(ban)}`),
        cell: (ban) => <Tag tone={standing(ban) === 'now' ? 'danger' : 'neutral'}>{t(`grantBan.${standing(ban)}`)}</Tag>,
      },
      { id: 'from', header: t('grantBan.fromOn'), kind: 'date', value: ({ fromOn }) => fromOn },
      { id: 'to', header: t('grantBan.toOn'), kind: 'date', value: ({ toOn }) => toOn },
      { id: 'ground', header: t('grantBan.ground'), kind: 'text', text: 'long', value: ({ ground }) => ground },
      { id: 'source', header: t('grantBan.source'), kind: 'text', text: 'wrap', value: ({ source }) => source },
      { id: 'actor', header: t('grantBan.actor'), kind: 'text', value: ({ actorName }) => actorName, cell: ({ actor, actorName }) => <Person name={actorName} login={actor} /> },
    ],
    [t],
  );
}
