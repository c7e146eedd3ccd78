import { credit, debit, definePosting, journalEntry, type JournalEntry, type PostingRule } from '#libs/journal';
import { ZERO_WON, type Won } from '#libs/money';
import {
  CAPACITY_GRANTED,
  CASH,
  DEAL_CAPACITY,
  DISTRIBUTED,
  EXIT_EXPENSE,
  EXIT_GAIN,
  EXIT_LOSS,
  EXPENSE,
  fundAccount,
  HEADROOM,
  HEADROOM_GRANTED,
  INVESTMENT_COST,
} from '../fund/fund.charts.js';
import { INVESTMENT_INTEREST } from '../exit/exit.charts.js';
import { fromHistory } from '../fund/fund.history.js';
import type { Dating } from '../fund/fund.posting.js';

export const INVESTMENT_EXITED = definePosting({
  code: 'fund.investment-exited',
  by: ['exit.record', 'escrow.receive', 'investment.rescind'],
  name: { ko: '투자 회수', en: 'Investment exited' },
  when: { ko: '투자자산을 처분·상환·손실처리하거나 유보된 대금을 받은 때.', en: 'A holding is sold, redeemed or written off, or money held back arrives.' },
  charts: [CASH, INVESTMENT_COST, EXIT_GAIN, EXIT_LOSS, EXIT_EXPENSE, INVESTMENT_INTEREST],
  lines: [
    { debit: 'fund.cash', credit: 'fund.investment-cost/investment', amount: 'proceeds against cost; the difference to fund.exit-gain or fund.exit-loss' },
    { debit: 'fund.cash', credit: 'fund.investment-interest', amount: 'part of the proceeds that is interest' },
    { debit: 'fund.exit-expense', credit: 'fund.cash', amount: 'fees and taxes of the exit' },
  ],
});

export const INVESTMENT_RESCINDED = definePosting({
  code: 'fund.investment-rescinded',
  by: ['investment.rescind'],
  name: { ko: '투자 해제', en: 'Investment rescinded' },
  when: { ko: '투자계약이 해제되어 투자하지 않은 것이 된 때.', en: 'A deal is rescinded: it counts as never invested, so its limits come back.' },
  charts: [DEAL_CAPACITY, CAPACITY_GRANTED, HEADROOM, HEADROOM_GRANTED],
  lines: [
    { debit: 'fund.capacity-granted', credit: 'fund.deal-capacity', amount: 'acquisition cost' },
    { debit: 'fund.headroom-granted', credit: 'fund.headroom', amount: 'acquisition cost, unless it was recognised' },
  ],
});

export const DISTRIBUTION_PAID = definePosting({
  code: 'fund.distribution-paid',
  by: ['distribution.pay'],
  name: { ko: '분배', en: 'Distribution paid' },
  when: { ko: '조합원에게 분배금을 지급한 때.', en: 'A partner is paid a distribution.' },
  charts: [DISTRIBUTED, CASH],
  lines: [{ debit: 'fund.distributed/partner', credit: 'fund.cash', amount: 'amount paid' }],
});

export const EXPENSE_PAID = definePosting({
  code: 'fund.expense-paid',
  by: ['expense.pay', 'due-diligence.settle'],
  name: { ko: '보수·비용 지급', en: 'Expense paid' },
  when: { ko: '관리보수나 조합비용을 지급한 때.', en: 'A management fee or an expense of the fund is paid.' },
  charts: [EXPENSE, CASH],
  lines: [{ debit: 'fund.expense/kind', credit: 'fund.cash', amount: 'amount paid' }],
});

const LIVE = [INVESTMENT_EXITED, INVESTMENT_RESCINDED, DISTRIBUTION_PAID, EXPENSE_PAID] as const;
const IN_HISTORY = new Map(LIVE.map((posting) => [posting, fromHistory(posting)]));

/** Each as it is posted live, and its twin for what the register tells. */
export const REGISTER_POSTINGS = [...LIVE, ...IN_HISTORY.values()];

function told(posting: PostingRule, { history }: Dating): PostingRule {
  return (history ? IN_HISTORY.get(posting) : undefined) ?? posting;
}

interface ExitedInvestment {
  readonly id: string;
  readonly investmentId: string;
  readonly number: string;
  readonly proceedsWon: Won;
  readonly costWon: Won;
  readonly expenseWon: Won;
  /** Part of the proceeds; nothing where the register does not tell it apart. */
  readonly interestWon?: Won;
}

export function investmentExited(fundId: string, exit: ExitedInvestment, dating: Dating): JournalEntry {
  const interestWon = exit.interestWon ?? ZERO_WON;
  const gain = exit.proceedsWon - interestWon - exit.costWon;
  return journalEntry(told(INVESTMENT_EXITED, dating), {
    ...dating,
    subject: { kind: 'investment-exit', id: exit.id },
    memo: `${exit.number} 회수`,
    lines: [
      debit(fundAccount(CASH, fundId), exit.proceedsWon),
      credit(fundAccount(INVESTMENT_COST, fundId, exit.investmentId), exit.costWon),
      debit(fundAccount(EXIT_LOSS, fundId), gain < 0n ? -gain : ZERO_WON),
      credit(fundAccount(EXIT_GAIN, fundId), gain > 0n ? gain : ZERO_WON),
      credit(fundAccount(INVESTMENT_INTEREST, fundId), interestWon),
      debit(fundAccount(EXIT_EXPENSE, fundId), exit.expenseWon),
      credit(fundAccount(CASH, fundId), exit.expenseWon),
    ],
  });
}

export function investmentRescinded(
  fundId: string,
  rescission: { id: string; number: string; amountWon: Won; recognised: boolean },
  dating: Dating,
): JournalEntry {
  return journalEntry(told(INVESTMENT_RESCINDED, dating), {
    ...dating,
    subject: { kind: 'investment-exit', id: rescission.id },
    memo: `${rescission.number} 투자 해제`,
    lines: [
      debit(fundAccount(CAPACITY_GRANTED, fundId), rescission.amountWon),
      credit(fundAccount(DEAL_CAPACITY, fundId), rescission.amountWon),
      debit(fundAccount(HEADROOM_GRANTED, fundId), rescission.recognised ? ZERO_WON : rescission.amountWon),
      credit(fundAccount(HEADROOM, fundId), rescission.recognised ? ZERO_WON : rescission.amountWon),
    ],
  });
}

export function distributionPaid(fundId: string, distribution: { id: string; number: number; partnerId: string; partner: string; amountWon: Won }, dating: Dating): JournalEntry {
  return journalEntry(told(DISTRIBUTION_PAID, dating), {
    ...dating,
    subject: { kind: 'distribution', id: distribution.id },
    memo: `제${distribution.number}차 분배 ${distribution.partner}`,
    lines: [debit(fundAccount(DISTRIBUTED, fundId, distribution.partnerId), distribution.amountWon), credit(fundAccount(CASH, fundId), distribution.amountWon)],
  });
}

export function expensePaid(fundId: string, expense: { id: string; kind: string; label: string; amountWon: Won }, dating: Dating): JournalEntry {
  return journalEntry(told(EXPENSE_PAID, dating), {
    ...dating,
    subject: { kind: 'fund-expense', id: expense.id },
    memo: expense.label,
    lines: [debit(fundAccount(EXPENSE, fundId, expense.kind), expense.amountWon), credit(fundAccount(CASH, fundId), expense.amountWon)],
  });
}
