import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { LinkButton } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Empty, Page } from '../../design/page.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { Tag } from '../../design/tag.js';
import { useTerm } from '../../i18n/term.js';
import { useProjects, type ProjectSummary } from '../matching-pool/matching.queries.js';
import { useCurrentPool } from '../matching-pool/pool-layout.js';
import { usePermissions } from '../session/use-session.js';

/** The projects of a pool in the order in which it was given out, each with both sides of its money. */
export function ProjectsPage(): ReactElement {
  const { t } = useTranslation();
  const pool = useCurrentPool();
  const navigate = useNavigate();
  const may = usePermissions();
  const query = useProjects(pool.id);
  const columns = useProjectColumns(pool.id);
  return (
    <Page title={t('matchingProject.title')} lead={t('matchingProject.lead')} actions={may('matching-register.import') && <LinkButton to={`/matching/${pool.id}/register`}>{t('matchingRegister.title')}</LinkButton>}>
      <Loaded query={query}>
        {(projects) => (
          <Card flush>
            {projects.length === 0 ? (
              <Empty>
                <p>{t('matchingProject.empty')}</p>
              </Empty>
            ) : (
              <DataTable label={t('matchingProject.title')} columns={columns} rows={projects} rowKey={({ agreementId }) => agreementId} onOpen={({ agreementId }) => void navigate(`/matching/${pool.id}/projects/${agreementId}`)} />
            )}
          </Card>
        )}
      </Loaded>
    </Page>
  );
}

function useProjectColumns(callId: string): readonly Column<ProjectSummary>[] {
  const { t } = useTranslation();
  const term = useTerm();
  return useMemo(
    () => [
      { id: 'position', header: t('matchingQueue.position'), kind: 'count', value: ({ position }) => BigInt(position) },
      {
        id: 'number',
        header: t('matchingProject.number'),
        kind: 'text',
        value: ({ number }) => number,
        cell: ({ agreementId, number }) => (
          <Link to={`/matching/${callId}/projects/${agreementId}`} tabIndex={-1}>
            {number}
          </Link>
        ),
      },
      { id: 'title', header: t('grantApplication.project'), kind: 'text', text: 'wrap', value: ({ title }) => title },
      { id: 'company', header: t('matchingPlan.company'), kind: 'text', text: 'wrap', value: ({ company }) => company },
      { id: 'private', header: t('matching.private'), kind: 'won', value: ({ privateWon }) => BigInt(privateWon), total: true },
      { id: 'government', header: t('matching.government'), kind: 'won', value: ({ governmentWon }) => BigInt(governmentWon), total: true },
      { id: 'bound', header: t('matchingProject.bound'), kind: 'text', value: ({ bound }) => term('matchBound', bound) },
      { id: 'proven', header: t('matching.proven'), kind: 'won', value: ({ provenWon }) => BigInt(provenWon), total: true },
      { id: 'allowed', header: t('matchingProject.allowed'), kind: 'won', value: ({ allowedWon }) => BigInt(allowedWon), total: true },
      { id: 'released', header: t('matching.released'), kind: 'won', value: ({ releasedWon }) => BigInt(releasedWon), total: true },
      { id: 'room', header: t('matchingProject.room'), kind: 'won', value: ({ roomWon }) => BigInt(roomWon), total: true },
      {
        id: 'over',
        header: t('matchingProject.over'),
        kind: 'won',
        value: ({ overReleasedWon }) => BigInt(overReleasedWon),
        total: true,
      },
      { id: 'state', header: t('grantApplication.state'), kind: 'text', value: ({ state }) => term('grantState', state), cell: ({ state }) => <Tag tone="neutral">{term('grantState', state)}</Tag> },
    ],
    [t, term, callId],
  );
}
