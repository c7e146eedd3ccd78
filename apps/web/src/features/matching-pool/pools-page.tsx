import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, LinkButton } from '../../design/button.js';
import { Page } from '../../design/page.js';
import type { Column } from '../../design/table/column.js';
import { DirectoryName, DirectoryTable } from '../../design/table/directory-table.js';
import { usePermissions } from '../session/use-session.js';
import { usePools, type PoolSummary } from './matching.queries.js';
import { OpenPoolDialog } from './open-pool-dialog.js';

/** Every pool of reverse matching with where its money is. */
export function PoolsPage(): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const columns = usePoolColumns();
  const query = usePools();
  const [opening, setOpening] = useState(false);
  const open = may('matching-pool.open') && (
    <Button tone="primary" icon="plus" onPress={() => setOpening(true)}>
      {t('matching.open')}
    </Button>
  );
  return (
    <Page
      title={t('matching.title')}
      lead={t('matching.lead')}
      actions={
        <>
          <LinkButton to="/matching/zones">{t('matchingZone.title')}</LinkButton>
          {may('matching-register.import') && <LinkButton to="/matching/register">{t('matchingRegister.title')}</LinkButton>}
          {open}
        </>
      }
    >
      <DirectoryTable label={t('matching.title')} query={query} columns={columns} path="/matching" empty={t('matching.empty')} first={open} />
      {opening && <OpenPoolDialog onClose={() => setOpening(false)} />}
    </Page>
  );
}

function usePoolColumns(): readonly Column<PoolSummary>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('matching.name'),
        kind: 'text',
        text: 'wrap',
        value: ({ name }) => name,
        cell: ({ id, name }) => <DirectoryName to={`/matching/${id}`} name={name} />,
      },
      { id: 'budget', header: t('matching.budget'), kind: 'won', value: ({ budgetWon }) => BigInt(budgetWon), total: true },
      { id: 'government', header: t('matching.government'), kind: 'won', value: ({ governmentWon }) => BigInt(governmentWon), total: true },
      { id: 'available', header: t('matching.available'), kind: 'won', value: ({ availableWon }) => BigInt(availableWon), total: true },
      { id: 'private', header: t('matching.private'), kind: 'won', value: ({ privateWon }) => BigInt(privateWon), total: true },
      { id: 'proven', header: t('matching.proven'), kind: 'won', value: ({ provenWon }) => BigInt(provenWon), total: true },
      { id: 'released', header: t('matching.released'), kind: 'won', value: ({ releasedWon }) => BigInt(releasedWon), total: true },
      { id: 'projects', header: t('matching.projects'), kind: 'count', value: ({ projects }) => BigInt(projects) },
      { id: 'waiting', header: t('matching.waiting'), kind: 'count', value: ({ waiting }) => BigInt(waiting) },
      { id: 'agency', header: t('grantCall.agency'), kind: 'text', value: ({ agency }) => agency },
    ],
    [t],
  );
}
