import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import type { Fund } from '../../api/types.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Empty } from '../../design/page.js';
import { PlainTable } from '../../design/plain-table.js';
import { ReasonDialog } from '../../design/reason-dialog.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { formatWon } from '../../format/won.js';
import { useTerm } from '../../i18n/term.js';
import { refreshFund } from '../fund/refresh-fund.js';
import { useTimePoint } from '../fund/time-point.js';
import { usePermissions } from '../session/use-session.js';
import { DueDiligenceDialog } from './due-diligence-dialog.js';
import { voidExpense, type Expense, type Expenses } from './expense.requests.js';
import { PayDialog } from './pay-dialog.js';

type Opened = { readonly kind: 'pay' } | { readonly kind: 'settle' } | { readonly kind: 'void'; readonly expense: Expense };

/** What left the fund, and who bore what looking into companies cost. */
export function PaymentsCard({ fund, expenses }: { readonly fund: Fund; readonly expenses: Expenses }): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const { isNow } = useTimePoint();
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = (): void => setOpened(null);
  const columns = useColumns(isNow && may('expense.void') ? (expense) => setOpened({ kind: 'void', expense }) : undefined);
  const pay = isNow && may('expense.pay') && (
    <Button tone="secondary" small icon="plus" onPress={() => setOpened({ kind: 'pay' })}>
      {t('expenseBook.pay')}
    </Button>
  );
  const settle = isNow && may('due-diligence.settle') && (
    <Button tone="secondary" small icon="plus" onPress={() => setOpened({ kind: 'settle' })}>
      {t('expenseBook.settle')}
    </Button>
  );
  return (
    <>
      <Card title={t('expenseBook.list')} actions={pay || undefined} flush>
        {expenses.payments.length === 0 ? (
          <Empty>
            <p>{t('expenseBook.empty')}</p>
          </Empty>
        ) : (
          <DataTable label={t('expenseBook.list')} columns={columns} rows={expenses.payments} rowKey={({ id }) => id} />
        )}
      </Card>
      <Card title={t('expenseBook.dueDiligence')} actions={settle || undefined} flush>
        <DueDiligenceTable expenses={expenses} />
      </Card>
      {opened?.kind === 'pay' && <PayDialog fundId={fund.id} bill={null} onClose={close} />}
      {opened?.kind === 'settle' && <DueDiligenceDialog fundId={fund.id} onClose={close} />}
      {opened?.kind === 'void' && <VoidPayment fundId={fund.id} expense={opened.expense} onClose={close} />}
    </>
  );
}

function DueDiligenceTable({ expenses }: { readonly expenses: Expenses }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  if (expenses.dueDiligence.length === 0) {
    return (
      <Empty>
        <p>{t('expenseBook.noDueDiligence')}</p>
      </Empty>
    );
  }
  return (
    <PlainTable
      label={t('expenseBook.dueDiligence')}
      rows={expenses.dueDiligence}
      rowKey={({ id }) => id}
      columns={[
        { header: t('expenseBook.company'), cell: ({ company }) => company },
        { header: t('expenseBook.examination'), cell: ({ kind }) => term('dueDiligenceKind', kind) },
        { header: t('expenseBook.deal'), cell: ({ investment }) => investment ?? t('expenseBook.noDeal') },
        { header: t('expenseBook.cost'), align: 'right', cell: ({ costWon }) => formatWon(costWon) },
        { header: t('expenseBook.fundPart'), align: 'right', cell: ({ fundWon, voided }) => (voided ? `${formatWon(fundWon)} (${t('feeBook.voided')})` : formatWon(fundWon)) },
        { header: t('expenseBook.managerPart'), align: 'right', cell: ({ generalPartnerWon }) => formatWon(generalPartnerWon) },
        { header: t('feeBook.clause'), cell: ({ clause }) => clause, wrap: true },
      ]}
    />
  );
}

function VoidPayment({ fundId, expense, onClose }: { readonly fundId: string; readonly expense: Expense; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const intent = useIntent();
  const run = async (reason: string): Promise<void> => {
    await voidExpense(fundId, expense.id, reason, intent.headersFor({ id: expense.id, reason }));
    intent.done();
    await refreshFund(fundId);
  };
  return (
    <ReasonDialog title={`${t('expenseBook.voidTitle')} – ${expense.label}`} label={t('feeBook.voidReason')} missing={t('feeBook.missingReason')} action={t('expenseBook.void')} tone="danger" run={run} onClose={onClose}>
      <p>{t('expenseBook.voidLead')}</p>
    </ReasonDialog>
  );
}

function useColumns(onVoid: ((expense: Expense) => void) | undefined): readonly Column<Expense>[] {
  const { t } = useTranslation();
  const term = useTerm();
  return useMemo(() => {
    const columns: Column<Expense>[] = [
      { id: 'paidOn', header: t('expenseBook.paidOn'), kind: 'date', value: ({ paidOn }) => paidOn },
      { id: 'kind', header: t('expenseBook.kind'), kind: 'text', value: ({ kind }) => term('expenseKind', kind) },
      { id: 'label', header: t('expenseBook.label'), kind: 'text', value: ({ label, voidedOn }) => (voidedOn === null ? label : `${label} (${t('feeBook.voided')})`) },
      { id: 'paid', header: t('expenseBook.amount'), kind: 'won', value: ({ paidWon }) => BigInt(paidWon), total: ({ voidedOn }) => voidedOn === null },
      { id: 'payee', header: t('expenseBook.payee'), kind: 'text', value: ({ payee }) => payee },
      { id: 'period', header: t('feeBook.period'), kind: 'text', value: ({ periodFrom, periodTo }) => (periodFrom === null ? null : `${periodFrom} ~ ${periodTo ?? ''}`) },
      { id: 'note', header: t('expenseBook.note'), kind: 'text', value: ({ note, voidReason }) => voidReason ?? note, text: 'clip' },
    ];
    if (onVoid === undefined) return columns;
    const action: Column<Expense> = {
      id: 'action',
      header: t('expenseBook.void'),
      kind: 'text',
      value: () => null,
      cell: (expense) =>
        expense.voidedOn !== null ? null : (
          <Button small tone="quiet" onPress={() => onVoid(expense)}>
            {t('expenseBook.void')}
          </Button>
        ),
    };
    return [...columns, action];
  }, [t, term, onVoid]);
}
