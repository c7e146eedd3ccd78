import type { LocalDate } from '#libs/calendar';
import { credit, debit, definePosting, journalEntry, type JournalEntry } from '#libs/journal';
import type { Won } from '#libs/money';
import { APPROPRIATION, APPROPRIATION_CARRIED, AVAILABLE, grantAccount } from '../call/call.charts.js';

const BY = ['grant-year.close'];

export const BUDGET_LAPSED = definePosting({
  code: 'grant.budget-lapsed',
  by: BY,
  name: { ko: '지원예산 불용', en: 'Grant budget lapsed' },
  when: { ko: '회계연도 말에 협약하지 않은 예산을 불용 처리한 때.', en: 'What nobody agreed on goes back at the end of the year.' },
  charts: [AVAILABLE, APPROPRIATION],
  lines: [{ debit: 'grant.available', credit: 'grant.appropriation', amount: 'budget that no agreement took' }],
});
export const BUDGET_FORWARDED = definePosting({
  code: 'grant.budget-forwarded',
  by: BY,
  name: { ko: '지원예산 이월(다음 연도로)', en: 'Grant budget carried forward' },
  when: { ko: '협약하지 않은 예산을 다음 연도 예산으로 넘긴 때. 받는 쪽은 이월 단계의 예산 확정이다.', en: 'Budget that no agreement took goes on to the next year, which receives it as a budget decision.' },
  charts: [AVAILABLE, APPROPRIATION],
  lines: [{ debit: 'grant.available', credit: 'grant.appropriation', amount: 'amount carried forward' }],
});
export const COMMITMENTS_CARRIED = definePosting({
  code: 'grant.commitments-carried-over',
  by: BY,
  name: { ko: '지출원인행위 이월', en: 'Commitments carried over' },
  when: { ko: '회계연도 말에 지급하지 못한 협약금액을 다음 연도에 지급하기로 한 때(명시이월·사고이월).', en: 'What was agreed and not paid in the year is paid out of money carried over.' },
  charts: [APPROPRIATION_CARRIED, APPROPRIATION],
  lines: [{ debit: 'grant.appropriation-carried', credit: 'grant.appropriation', amount: 'open commitments of the year' }],
});
export const YEAR_CLOSE_POSTINGS = [BUDGET_LAPSED, BUDGET_FORWARDED, COMMITMENTS_CARRIED];

export interface YearEnd {
  readonly callId: string;
  readonly fiscalYear: number;
  readonly effectiveOn: LocalDate;
  readonly memo: string;
}

function entryOfTheClose(posting: typeof BUDGET_LAPSED, { callId, fiscalYear, effectiveOn, memo }: YearEnd, amountWon: Won): JournalEntry {
  const at = (chart: typeof AVAILABLE) => grantAccount(chart, callId, String(fiscalYear));
  const from = posting === COMMITMENTS_CARRIED ? APPROPRIATION_CARRIED : AVAILABLE;
  return journalEntry(posting, { effectiveOn, memo, subject: { kind: 'grant-call', id: callId }, lines: [debit(at(from), amountWon), credit(at(APPROPRIATION), amountWon)] });
}

export const budgetLapsed = (end: YearEnd, amountWon: Won): JournalEntry => entryOfTheClose(BUDGET_LAPSED, end, amountWon);
export const budgetForwarded = (end: YearEnd, amountWon: Won): JournalEntry => entryOfTheClose(BUDGET_FORWARDED, end, amountWon);
export const commitmentsCarriedOver = (end: YearEnd, amountWon: Won): JournalEntry => entryOfTheClose(COMMITMENTS_CARRIED, end, amountWon);
