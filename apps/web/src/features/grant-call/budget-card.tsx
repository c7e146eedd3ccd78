import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Empty } from '../../design/page.js';
import { Person } from '../../design/person.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { useTerm } from '../../i18n/term.js';
import { BudgetStage } from '../voucher-term/budget-stage.js';
import type { GrantCall } from './grant-call.queries.js';
import { useBudget, type GrantBudget } from './grant-call.requests.js';

/** Every decision on the money of a call by fiscal year; a proposal is listed and does not count. */
export function BudgetCard({ call, onDecide }: { readonly call: GrantCall; readonly onDecide: (() => void) | null }): ReactElement {
  const { t } = useTranslation();
  const columns = useBudgetColumns();
  const toolbar = onDecide !== null && (
    <Button small tone="primary" icon="plus" onPress={onDecide}>
      {t('grantBudget.decide')}
    </Button>
  );
  return (
    <Card flush>
      <Loaded query={useBudget(call.id)}>
        {(rows) => {
          if (rows.length > 0) return <DataTable label={t('grantBudget.title')} title={t('grantBudget.title')} toolbar={toolbar} columns={columns} rows={rows} rowKey={({ id }) => id} />;
          return (
            <Empty>
              <p>{t('grantBudget.empty')}</p>
              {toolbar}
            </Empty>
          );
        }}
      </Loaded>
    </Card>
  );
}

function useBudgetColumns(): readonly Column<GrantBudget>[] {
  const { t } = useTranslation();
  const term = useTerm();
  return useMemo<readonly Column<GrantBudget>[]>(
    () => [
      { id: 'year', header: t('grantCall.fiscalYear'), kind: 'text', value: ({ fiscalYear }) => String(fiscalYear) },
      {
        id: 'stage',
        header: t('voucherBudget.stage'),
        kind: 'text',
        value: ({ stage }) => term('budgetStage', stage),
        cell: (row) => <BudgetStage {...row} />,
      },
      { id: 'amount', header: t('voucherBudget.amount'), kind: 'won', value: ({ amountWon }) => BigInt(amountWon), total: ({ spendable }) => spendable },
      { id: 'decidedOn', header: t('voucherBudget.decidedOn'), kind: 'date', value: ({ decidedOn }) => decidedOn },
      { id: 'clause', header: t('terms.clause'), kind: 'text', text: 'wrap', value: ({ clause }) => clause },
      { id: 'actor', header: t('voucherBudget.actor'), kind: 'text', value: ({ actorName }) => actorName, cell: ({ actor, actorName }) => <Person name={actorName} login={actor} /> },
    ],
    [t, term],
  );
}
