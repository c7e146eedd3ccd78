import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Empty } from '../../design/page.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { useBilingual } from '../../i18n/bilingual.js';
import type { TimePoint } from '../fund/time-point.js';
import { useCountedDeals, type CountedDeal, type MandatePosition } from './obligation.requests.js';

interface Props {
  readonly fundId: string;
  readonly point: TimePoint;
  readonly positions: readonly MandatePosition[];
}

/** Every deal with the rules that it counts for, and those it would count for if its claim were accepted. */
export function CountedDealsCard({ fundId, point, positions }: Props): ReactElement {
  const { t } = useTranslation();
  const query = useCountedDeals(fundId, point);
  const columns = useDealColumns(fundId, positions);
  return (
    <Loaded query={query}>
      {(deals) =>
        deals.length === 0 ? (
          <Card title={t('mandate.deals')}>
            <Empty>
              <p>{t('mandate.noDeals')}</p>
            </Empty>
          </Card>
        ) : (
          <Card flush>
            <DataTable label={t('mandate.deals')} title={t('mandate.deals')} columns={columns} rows={deals} rowKey={({ investmentId }) => investmentId} />
          </Card>
        )
      }
    </Loaded>
  );
}

function useDealColumns(fundId: string, positions: readonly MandatePosition[]): readonly Column<CountedDeal>[] {
  const { t } = useTranslation();
  const say = useBilingual();
  return useMemo(() => {
    const namesOf = (ids: readonly string[]): string => positions.filter(({ rule }) => ids.includes(rule.id)).map(({ rule }) => say(rule.name)).join(', ');
    return [
      { id: 'number', header: t('mandate.number'), kind: 'text', value: ({ number }) => number, cell: ({ investmentId, number }) => <Link to={`/funds/${fundId}/investments/${investmentId}`}>{number}</Link> },
      { id: 'company', header: t('mandate.company'), kind: 'text', text: 'wrap', value: ({ company }) => company },
      { id: 'paidOn', header: t('mandate.paidOn'), kind: 'date', value: ({ paidOn }) => paidOn },
      { id: 'amount', header: t('mandate.amount'), kind: 'won', value: ({ amountWon }) => BigInt(amountWon), total: true },
      { id: 'countsFor', header: t('mandate.countsFor'), kind: 'text', text: 'wrap', value: ({ countsFor }) => namesOf(countsFor) },
      { id: 'wouldCountFor', header: t('mandate.wouldCountFor'), kind: 'text', text: 'wrap', value: ({ wouldCountFor }) => namesOf(wouldCountFor) },
    ];
  }, [t, say, fundId, positions]);
}
