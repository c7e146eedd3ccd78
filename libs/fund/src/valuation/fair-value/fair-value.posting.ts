import { credit, debit, definePosting, journalEntry, type JournalEntry, type Line } from '#libs/journal';
import type { AccountRef } from '#libs/journal';
import { fundAccount } from '../../fund/fund.charts.js';
import { fromHistory } from '../../fund/fund.history.js';
import type { Dating } from '../../fund/fund.posting.js';
import { FAIR_VALUE_ADJUSTMENT, IMPAIRMENT_LOSS, UNREALISED_GAIN } from './fair-value.charts.js';
import type { Carrying } from './fair-value.rules.js';

export const FAIR_VALUE_ADJUSTED = definePosting({
  code: 'fund.fair-value-adjusted',
  by: ['valuation.record', 'exit.record', 'investment.void', 'investment.rescind'],
  name: { ko: '공정가치 평가', en: 'Fair value adjusted' },
  when: {
    ko: '투자자산을 평가·손상·환입하거나, 회수로 평가차액이 없어진 때.',
    en: 'A holding is valued, impaired or restored, or an exit takes the adjustment with it.',
  },
  charts: [FAIR_VALUE_ADJUSTMENT, UNREALISED_GAIN, IMPAIRMENT_LOSS],
  lines: [
    { debit: 'fund.fair-value-adjustment/investment', credit: 'fund.unrealised-gain/investment', amount: 'increase of the value that is no impairment (a decrease on the other sides)' },
    { debit: 'fund.impairment-loss/investment', credit: 'fund.fair-value-adjustment/investment', amount: 'impairment (a reversal on the other sides)' },
  ],
});
const IN_HISTORY = fromHistory(FAIR_VALUE_ADJUSTED);

export const FAIR_VALUE_POSTINGS = [FAIR_VALUE_ADJUSTED, IN_HISTORY];

/** What changed of a deal's unrealised gain and impairment; at least one of them moves. */
export function fairValueAdjusted(fundId: string, deal: { readonly id: string; readonly number: string }, change: Carrying, dating: Dating): JournalEntry {
  const adjustment = fundAccount(FAIR_VALUE_ADJUSTMENT, fundId, deal.id);
  return journalEntry(dating.history ? IN_HISTORY : FAIR_VALUE_ADJUSTED, {
    ...dating,
    subject: { kind: 'investment', id: deal.id },
    memo: `${deal.number} 평가차액`,
    lines: [
      ...moved(adjustment, fundAccount(UNREALISED_GAIN, fundId, deal.id), change.unrealisedWon),
      ...moved(fundAccount(IMPAIRMENT_LOSS, fundId, deal.id), adjustment, change.impairmentWon),
    ],
  });
}

function moved(raised: AccountRef, against: AccountRef, change: bigint): Line[] {
  return change < 0n ? [debit(against, -change), credit(raised, -change)] : [debit(raised, change), credit(against, change)];
}
