import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { Card } from '../../design/card.js';
import { Empty } from '../../design/page.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { useTerm } from '../../i18n/term.js';
import type { StuckService, YearOverview } from './overview.queries.js';

/** Services that have not moved for too long, the longest first. */
export function StuckCard({ yearId, overview }: { readonly yearId: string; readonly overview: YearOverview }): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const columns = useStuckColumns(yearId);
  const { stuck, stuckAfterDays } = overview;
  const title = t('cockpit.stuck', { count: stuckAfterDays });
  return (
    <Card flush {...(stuck.length === 0 ? { title } : {})}>
      {stuck.length === 0 ? (
        <Empty>
          <p>{t('cockpit.noneStuck', { count: stuckAfterDays })}</p>
        </Empty>
      ) : (
        <DataTable label={title} title={title} columns={columns} rows={stuck} rowKey={({ serviceId }) => serviceId} onOpen={({ voucherId }) => void navigate(`/vouchers/${yearId}/vouchers/${voucherId}`)} />
      )}
    </Card>
  );
}

function useStuckColumns(yearId: string): readonly Column<StuckService>[] {
  const { t } = useTranslation();
  const term = useTerm();
  return useMemo(
    () => [
      {
        id: 'number',
        header: t('cockpit.service'),
        kind: 'text',
        value: ({ number }) => number,
        cell: ({ voucherId, number }) => (
          <Link to={`/vouchers/${yearId}/vouchers/${voucherId}`} tabIndex={-1}>
            {number}
          </Link>
        ),
      },
      { id: 'state', header: t('cockpit.state'), kind: 'text', value: ({ state }) => term('serviceState', state) },
      { id: 'days', header: t('cockpit.days'), kind: 'count', value: ({ days }) => BigInt(days) },
      { id: 'company', header: t('cockpit.company'), kind: 'text', text: 'wrap', value: ({ company }) => company },
      { id: 'provider', header: t('cockpit.provider'), kind: 'text', text: 'wrap', value: ({ provider }) => provider },
      { id: 'public', header: t('cockpit.publicWon'), kind: 'won', value: ({ publicWon }) => BigInt(publicWon), total: true },
    ],
    [t, term, yearId],
  );
}
