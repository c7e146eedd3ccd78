import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, LinkButton } from '../../design/button.js';
import { Page } from '../../design/page.js';
import type { Column } from '../../design/table/column.js';
import { DirectoryName, DirectoryTable } from '../../design/table/directory-table.js';
import { Tag } from '../../design/tag.js';
import { useTerm } from '../../i18n/term.js';
import { usePermissions } from '../session/use-session.js';
import { useGrantCalls, type GrantCallSummary } from './grant-call.queries.js';
import { OpenCallDialog } from './open-call-dialog.js';

/** Every call for grants with where its money is. */
export function GrantCallsPage(): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const query = useGrantCalls();
  const columns = useCallColumns();
  const [opening, setOpening] = useState(false);
  const open = may('grant-call.open') && (
    <Button tone="primary" icon="plus" onPress={() => setOpening(true)}>
      {t('grantCall.open')}
    </Button>
  );
  return (
    <Page
      title={t('grantCall.title')}
      lead={t('grantCall.lead')}
      actions={
        <>
          <LinkButton to="/grants/bans">{t('grantBan.title')}</LinkButton>
          {may('grant-register.import') && <LinkButton to="/grants/register">{t('grantCall.register')}</LinkButton>}
          {open}
        </>
      }
    >
      <DirectoryTable label={t('grantCall.title')} query={query} columns={columns} path="/grants" empty={t('grantCall.empty')} first={open} />
      {opening && <OpenCallDialog onClose={() => setOpening(false)} />}
    </Page>
  );
}

function useCallColumns(): readonly Column<GrantCallSummary>[] {
  const { t } = useTranslation();
  const term = useTerm();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('grantCall.name'),
        kind: 'text',
        text: 'wrap',
        value: ({ name }) => name,
        cell: ({ id, name, feasibility }) => (
          <DirectoryName to={`/grants/${id}`} name={name}>
            {feasibility === 'PENDING' && <Tag tone="warning">{term('feasibility', feasibility)}</Tag>}
          </DirectoryName>
        ),
      },
      { id: 'regime', header: t('grantCall.regime'), kind: 'text', value: ({ regime }) => term('grantRegime', regime) },
      { id: 'proposed', header: t('grantCall.proposed'), kind: 'won', value: ({ proposedWon }) => BigInt(proposedWon), total: true },
      { id: 'budget', header: t('grantCall.budget'), kind: 'won', value: ({ budgetWon }) => BigInt(budgetWon), total: true },
      { id: 'available', header: t('grantCall.available'), kind: 'won', value: ({ availableWon }) => BigInt(availableWon), total: true },
      { id: 'paid', header: t('grantCall.paid'), kind: 'won', value: ({ paidWon }) => BigInt(paidWon), total: true },
      { id: 'spent', header: t('grantCall.spent'), kind: 'won', value: ({ spentWon }) => BigInt(spentWon), total: true },
      { id: 'agreements', header: t('grantCall.agreements'), kind: 'count', value: ({ agreements }) => BigInt(agreements) },
      { id: 'settled', header: t('grantCall.settled'), kind: 'count', value: ({ settled }) => BigInt(settled) },
      { id: 'agency', header: t('grantCall.agency'), kind: 'text', value: ({ agency }) => agency },
    ],
    [t, term],
  );
}
