import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Tag } from '../../design/tag.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { useTimePoint } from '../fund/time-point.js';
import { useDealPerformance, type DealPerformance } from './performance.requests.js';
import { shownRate } from './rate.js';

const TONES = { HELD: 'information', PARTLY_EXITED: 'warning', EXITED: 'success' } as const;

/** What every deal cost, brought back and is worth. */
export function DealsCard({ fundId }: { readonly fundId: string }): ReactElement {
  const { t } = useTranslation();
  const { point } = useTimePoint();
  const query = useDealPerformance(fundId, point);
  const columns = useMemo(
    (): readonly Column<DealPerformance>[] => [
      { id: 'number', header: t('figures.number'), kind: 'text', value: (deal) => deal.number },
      { id: 'company', header: t('figures.company'), kind: 'text', value: (deal) => deal.company },
      { id: 'paidOn', header: t('figures.paidOn'), kind: 'date', value: (deal) => deal.paidOn },
      { id: 'cost', header: t('figures.cost'), kind: 'won', value: (deal) => BigInt(deal.costWon), total: true },
      { id: 'proceeds', header: t('figures.proceeds'), kind: 'won', value: (deal) => BigInt(deal.netProceedsWon), total: true },
      { id: 'fairValue', header: t('figures.fairValue'), kind: 'won', value: (deal) => BigInt(deal.fairValueWon), total: true },
      { id: 'moic', header: t('figures.moic'), kind: 'multiple', value: (deal) => deal.multiple },
      { id: 'rate', header: t('figures.rate'), kind: 'text', value: (deal) => shownRate(deal.rate) ?? (deal.rate.reason === null ? null : t(`figures.reasons.${deal.rate.reason}`)) },
      { id: 'state', header: t('figures.state'), kind: 'text', value: (deal) => t(`figures.states.${deal.state}`), cell: (deal) => <Tag tone={TONES[deal.state]}>{t(`figures.states.${deal.state}`)}</Tag> },
    ],
    [t],
  );
  return (
    <Card title={t('figures.deals')} flush>
      <Loaded query={query}>{(deals) => <DataTable label={t('figures.deals')} columns={columns} rows={deals} rowKey={({ number }) => number} />}</Loaded>
    </Card>
  );
}
