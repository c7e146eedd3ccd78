import type { LocalDate } from '#libs/calendar';
import { credit, debit, definePosting, journalEntry, type JournalEntry } from '#libs/journal';
import type { Won } from '#libs/money';
import { grantAccount, LINE, LINE_USED, PROJECT_CASH, PROJECT_SPENT } from '../call/call.charts.js';
import type { Resource } from '../line/line.js';

const USED = [LINE, LINE_USED, PROJECT_SPENT, PROJECT_CASH];

export const EXPENSE_USED = definePosting({
  code: 'grant.expense-used',
  by: ['grant-expense.record'],
  name: { ko: '사업비 집행', en: 'Money of a project used' },
  when: { ko: '수행기관이 비목의 예산을 쓴 것을 기록한 때. 현물은 비목만 움직인다.', en: 'An institution has used a line of its budget; in kind moves the line alone.' },
  charts: USED,
  lines: [
    { debit: 'grant.line/line', credit: 'grant.line-used/line', amount: 'what the line bears' },
    { debit: 'grant.project-spent/agreement', credit: 'grant.project-cash/agreement', amount: 'the same, where it was cash' },
  ],
});
/** What a register tells has been spent: beyond the plan too, because it was. */
export const EXPENSE_USED_IN_HISTORY = definePosting({
  ...EXPENSE_USED,
  code: 'grant.expense-used-in-history',
  by: ['grant-register.import'],
  name: { ko: '사업비 집행 (과거 기록)', en: 'Money of a project used (history)' },
  when: { ko: '이미 집행된 내역을 과제 대장에서 가져온 때.', en: 'A register tells what was used.' },
  mayBreach: [LINE],
  history: true,
});
export const EXPENSE_VOIDED = definePosting({
  code: 'grant.expense-voided',
  by: ['grant-expense.void'],
  name: { ko: '사업비 집행 취소', en: 'Expense voided' },
  when: { ko: '잘못 기록한 집행을 취소한 때. 처음의 분개를 그대로 되돌린다.', en: 'An expense that was recorded wrongly is undone by the mirrored entry.' },
  charts: USED,
  lines: [
    { debit: 'grant.line-used/line', credit: 'grant.line/line', amount: 'what the line bore' },
    { debit: 'grant.project-cash/agreement', credit: 'grant.project-spent/agreement', amount: 'the same, where it was cash' },
  ],
});
export const EXPENSE_POSTINGS = [EXPENSE_USED, EXPENSE_USED_IN_HISTORY, EXPENSE_VOIDED];

export interface ExpenseMoney {
  readonly callId: string;
  readonly agreementId: string;
  readonly lineId: string;
  readonly expenseId: string;
  readonly resource: Resource;
  /** Won. */
  readonly amountWon: Won;
  readonly effectiveOn: LocalDate;
  readonly memo: string;
}

export function expenseUsed(money: ExpenseMoney, posting: typeof EXPENSE_USED = EXPENSE_USED): JournalEntry {
  const { callId, agreementId, lineId, expenseId, amountWon, effectiveOn, memo } = money;
  const cashWon = money.resource === 'CASH' ? amountWon : 0n;
  return journalEntry(posting, {
    ...{ effectiveOn, memo, subject: { kind: 'grant-expense', id: expenseId } },
    lines: [
      ...[debit(grantAccount(LINE, callId, lineId), amountWon), credit(grantAccount(LINE_USED, callId, lineId), amountWon)],
      ...[debit(grantAccount(PROJECT_SPENT, callId, agreementId), cashWon), credit(grantAccount(PROJECT_CASH, callId, agreementId), cashWon)],
    ],
  });
}
