import type { LocalDate } from '#libs/calendar';
import { credit, debit, definePosting, journalEntry, type JournalEntry } from '#libs/journal';
import { APPROPRIATION, AVAILABLE, grantAccount } from '../call/call.charts.js';

export const BUDGET_DECIDED = definePosting({
  code: 'grant.budget-decided',
  by: ['grant-budget.decide', 'grant-year.close', 'grant-register.import', 'matching-register.import'],
  name: { ko: '지원예산 확정', en: 'Grant budget decided' },
  when: { ko: '국회확정·추경·변경·이월로 회계연도의 지원예산이 바뀐 때. 정부안은 기표하지 않는다.', en: 'A decision that can be spent changes the budget of a fiscal year; a government proposal is not posted.' },
  charts: [APPROPRIATION, AVAILABLE],
  lines: [{ debit: 'grant.appropriation', credit: 'grant.available', amount: 'won granted for the year; the other way round where it is cut' }],
});
export const BUDGET_POSTINGS = [BUDGET_DECIDED];

/** A decision on the budget of a fiscal year of a call. */
export interface BudgetChange {
  readonly id: string;
  readonly callId: string;
  readonly fiscalYear: number;
  readonly effectiveOn: LocalDate;
  /** Negative where it is cut. */
  readonly amountWon: bigint;
  readonly memo: string;
}

/** Money granted for a fiscal year, or cut; below what is agreed the floor of what is available refuses. */
export function budgetDecided({ id, callId, fiscalYear, effectiveOn, amountWon, memo }: BudgetChange): JournalEntry {
  const [appropriation, available] = [APPROPRIATION, AVAILABLE].map((chart) => grantAccount(chart, callId, String(fiscalYear))) as [ReturnType<typeof grantAccount>, ReturnType<typeof grantAccount>];
  return journalEntry(BUDGET_DECIDED, {
    effectiveOn,
    memo,
    subject: { kind: 'grant-budget', id },
    lines: amountWon >= 0n ? [debit(appropriation, amountWon), credit(available, amountWon)] : [debit(available, -amountWon), credit(appropriation, -amountWon)],
  });
}
