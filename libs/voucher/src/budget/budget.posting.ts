import type { LocalDate } from '#libs/calendar';
import { credit, debit, definePosting, journalEntry, type JournalEntry, type Line } from '#libs/journal';
import {
  APPROPRIATION, APPROPRIATION_CARRIED, BUDGET, COMPANY_QUOTA, COMPANY_QUOTA_GRANTED, QUOTA, QUOTA_GRANTED, RETURNED, yearAccount,
} from '../year/year.charts.js';

const ROSTER = 'voucher-roster.import';

export const BUDGET_DECIDED = definePosting({
  code: 'voucher.budget-decided',
  by: ['voucher-budget.decide', 'voucher-year.close', ROSTER],
  name: { ko: '예산·한도 확정', en: 'Budget and quotas decided' },
  when: { ko: '국회확정·추경·변경·이월로 쓸 수 있는 예산과 한도가 바뀐 때. 정부안은 기표하지 않는다.', en: 'What may be spent changes by a decision that can be spent; a government proposal is not posted.' },
  charts: [APPROPRIATION, BUDGET, QUOTA_GRANTED, QUOTA, COMPANY_QUOTA_GRANTED, COMPANY_QUOTA],
  lines: [
    { debit: 'voucher.appropriation', credit: 'voucher.budget', amount: 'won granted; the other way round where it is cut' },
    { debit: 'voucher.quota-granted', credit: 'voucher.quota', amount: 'vouchers granted' },
    { debit: 'voucher.company-quota-granted', credit: 'voucher.company-quota', amount: 'companies granted' },
  ],
});
export const BUDGET_LAPSED = definePosting({
  code: 'voucher.budget-lapsed',
  by: ['voucher-year.close'],
  name: { ko: '예산 불용', en: 'Budget lapsed' },
  when: { ko: '연도 말에 쓰지 않은 예산과 반납액을 국고로 돌린 때.', en: 'Unspent and returned money goes back to the Treasury at the end of the year.' },
  charts: [BUDGET, RETURNED, APPROPRIATION],
  lines: [
    { debit: 'voucher.budget', credit: 'voucher.appropriation', amount: 'budget that was not issued' },
    { debit: 'voucher.returned', credit: 'voucher.appropriation', amount: 'what came back from vouchers' },
  ],
});
export const BUDGET_FORWARDED = definePosting({
  code: 'voucher.budget-forwarded',
  by: ['voucher-year.close'],
  name: { ko: '예산 이월(다음 연도로)', en: 'Budget carried forward' },
  when: { ko: '쓰지 않은 예산을 다음 연도의 예산으로 넘긴 때. 받는 쪽은 이월 단계의 예산 확정이다.', en: 'Unspent budget goes on to the next year, which receives it as a budget decision.' },
  charts: [BUDGET, APPROPRIATION],
  lines: [{ debit: 'voucher.budget', credit: 'voucher.appropriation', amount: 'amount carried forward' }],
});
export const COMMITMENTS_CARRIED = definePosting({
  code: 'voucher.commitments-carried-over',
  by: ['voucher-year.close'],
  name: { ko: '지출원인행위 이월', en: 'Commitments carried over' },
  when: { ko: '연도 말에 남은 바우처와 미지급금을 다음 연도에 지급하기로 한 때.', en: 'Open vouchers and payables at the end of the year are paid out of money carried over.' },
  charts: [APPROPRIATION_CARRIED, APPROPRIATION],
  lines: [{ debit: 'voucher.appropriation-carried', credit: 'voucher.appropriation', amount: 'open vouchers and payables from public money' }],
});
export const BUDGET_POSTINGS = [BUDGET_DECIDED, BUDGET_LAPSED, BUDGET_FORWARDED, COMMITMENTS_CARRIED];

interface BudgetChange {
  readonly id: string;
  readonly effectiveOn: LocalDate;
  /** Won, vouchers and companies that are added; negative where they are cut. */
  readonly amountWon: bigint;
  readonly vouchers: number;
  readonly companies: number;
  readonly memo: string;
}

/** A decision on budget and quotas; throws where it changes nothing. Below zero the floors of budget and quotas refuse. */
export function budgetDecided(yearId: string, change: BudgetChange): JournalEntry {
  const at = (chart: typeof BUDGET) => yearAccount(chart, yearId);
  const pair = (grows: Line['account'], left: Line['account'], amount: bigint): Line[] =>
    amount >= 0n ? [debit(grows, amount), credit(left, amount)] : [debit(left, -amount), credit(grows, -amount)];
  return journalEntry(BUDGET_DECIDED, {
    effectiveOn: change.effectiveOn,
    subject: { kind: 'voucher-budget', id: change.id },
    memo: change.memo,
    lines: [
      ...pair(at(APPROPRIATION), at(BUDGET), change.amountWon),
      ...pair(at(QUOTA_GRANTED), at(QUOTA), BigInt(change.vouchers)),
      ...pair(at(COMPANY_QUOTA_GRANTED), at(COMPANY_QUOTA), BigInt(change.companies)),
    ],
  });
}

interface YearEnd {
  readonly yearId: string;
  readonly effectiveOn: LocalDate;
  readonly memo: string;
}

const ofTheClose = ({ yearId, effectiveOn, memo }: YearEnd) => ({ effectiveOn, memo, subject: { kind: 'voucher-year', id: yearId } });

/** What goes back to the Treasury: of the budget, and of what came back from vouchers. */
export function budgetLapsed(end: YearEnd, budgetWon: bigint, returnedWon: bigint): JournalEntry {
  const at = (chart: typeof BUDGET) => yearAccount(chart, end.yearId);
  return journalEntry(BUDGET_LAPSED, {
    ...ofTheClose(end),
    lines: [debit(at(BUDGET), budgetWon), debit(at(RETURNED), returnedWon), credit(at(APPROPRIATION), budgetWon + returnedWon)],
  });
}

export function budgetForwarded(end: YearEnd, amountWon: bigint): JournalEntry {
  return journalEntry(BUDGET_FORWARDED, { ...ofTheClose(end), lines: [debit(yearAccount(BUDGET, end.yearId), amountWon), credit(yearAccount(APPROPRIATION, end.yearId), amountWon)] });
}

export function commitmentsCarriedOver(end: YearEnd, amountWon: bigint): JournalEntry {
  return journalEntry(COMMITMENTS_CARRIED, {
    ...ofTheClose(end),
    lines: [debit(yearAccount(APPROPRIATION_CARRIED, end.yearId), amountWon), credit(yearAccount(APPROPRIATION, end.yearId), amountWon)],
  });
}
