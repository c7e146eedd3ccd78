import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Empty } from '../../design/page.js';
import { Person } from '../../design/person.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { formatInstant } from '../../format/date.js';
import { useTerm } from '../../i18n/term.js';
import type { VoucherYear } from '../voucher-year/voucher-year.queries.js';
import { BudgetStage } from './budget-stage.js';
import { useBudget, type BudgetDecision } from './voucher-term.requests.js';

interface Props {
  readonly year: VoucherYear;
  readonly onDecide: (() => void) | null;
}

/** Every decision on money and pieces; a proposal is listed and does not count. */
export function BudgetCard({ year, onDecide }: Props): ReactElement {
  const { t } = useTranslation();
  const query = useBudget(year.id);
  const columns = useBudgetColumns();
  const decide = onDecide !== null && (
    <Button small tone="primary" icon="plus" onPress={onDecide}>
      {t('voucherBudget.decide')}
    </Button>
  );
  return (
    <Card flush>
      <Loaded query={query}>
        {(decisions) =>
          decisions.length === 0 ? (
            <Empty>
              <p>{t('voucherBudget.empty')}</p>
              {decide}
            </Empty>
          ) : (
            <DataTable label={t('voucherBudget.title')} columns={columns} rows={decisions} rowKey={({ id }) => id} title={t('voucherBudget.title')} toolbar={decide} />
          )
        }
      </Loaded>
    </Card>
  );
}

function useBudgetColumns(): readonly Column<BudgetDecision>[] {
  const { t } = useTranslation();
  const term = useTerm();
  return useMemo(() => {
    const counts = ({ spendable }: BudgetDecision): boolean => spendable;
    return [
      {
        id: 'stage',
        header: t('voucherBudget.stage'),
        kind: 'text',
        value: ({ stage }) => term('budgetStage', stage),
        cell: (row) => <BudgetStage {...row} />,
      },
      { id: 'decidedOn', header: t('voucherBudget.decidedOn'), kind: 'date', value: ({ decidedOn }) => decidedOn },
      { id: 'amount', header: t('voucherBudget.amount'), kind: 'won', value: ({ amountWon }) => BigInt(amountWon), total: counts },
      { id: 'vouchers', header: t('voucherBudget.vouchers'), kind: 'count', value: ({ vouchers }) => BigInt(vouchers), total: counts },
      { id: 'companies', header: t('voucherBudget.companies'), kind: 'count', value: ({ companies }) => BigInt(companies), total: counts },
      { id: 'clause', header: t('terms.clause'), kind: 'text', text: 'wrap', value: ({ clause }) => clause },
      { id: 'actor', header: t('voucherBudget.actor'), kind: 'text', value: ({ actorName }) => actorName, cell: ({ actor, actorName }) => <Person name={actorName} login={actor} /> },
      { id: 'knownAt', header: t('terms.knownAt'), kind: 'date', value: ({ knownAt }) => formatInstant(knownAt) },
    ];
  }, [t, term]);
}
