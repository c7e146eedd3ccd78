import { credit, debit, definePosting, journalEntry, type JournalEntry } from '#libs/journal';
import { ZERO_WON, type Won } from '#libs/money';
import { CASH, EXIT_GAIN, EXIT_LOSS, fundAccount, INVESTMENT_COST } from '../fund/fund.charts.js';
import type { Dating } from '../fund/fund.posting.js';

/** What came of the limits is posted beside it (`fund.limits-settled`): a rescinded deal counts as never invested. */
export const DEAL_RESCINDED = definePosting({
  code: 'fund.deal-rescinded',
  by: ['investment.rescind'],
  name: { ko: '투자계약 해제', en: 'Deal rescinded' },
  when: { ko: '투자계약을 해제하여 투자금을 돌려받은 때.', en: 'The contract of a deal is undone and the money comes back.' },
  charts: [CASH, INVESTMENT_COST, EXIT_GAIN, EXIT_LOSS],
  lines: [{ debit: 'fund.cash', credit: 'fund.investment-cost/investment', amount: 'money returned against cost; the difference to fund.exit-gain or fund.exit-loss' }],
});

interface Rescission {
  readonly id: string;
  readonly investmentId: string;
  readonly number: string;
  readonly costWon: Won;
  readonly returnedWon: Won;
}

export function dealRescinded(fundId: string, rescission: Rescission, dating: Dating): JournalEntry {
  const gain = rescission.returnedWon - rescission.costWon;
  return journalEntry(DEAL_RESCINDED, {
    ...dating,
    subject: { kind: 'investment-exit', id: rescission.id },
    memo: `${rescission.number} 투자계약 해제`,
    lines: [
      debit(fundAccount(CASH, fundId), rescission.returnedWon),
      credit(fundAccount(INVESTMENT_COST, fundId, rescission.investmentId), rescission.costWon),
      debit(fundAccount(EXIT_LOSS, fundId), gain < 0n ? -gain : ZERO_WON),
      credit(fundAccount(EXIT_GAIN, fundId), gain > 0n ? gain : ZERO_WON),
    ],
  });
}
