import { credit, debit, definePosting, journalEntry, type JournalEntry } from '#libs/journal';
import type { Won } from '#libs/money';
import {
  CAPACITY_GRANTED,
  CASH,
  DEAL_CAPACITY,
  FUND_CHARTS,
  fundAccount,
  HEADROOM,
  HEADROOM_GRANTED,
  INVESTMENT_COST,
  MANDATE_ROOM,
} from '../fund/fund.charts.js';
import { fromHistory } from '../fund/fund.history.js';
import type { Dating } from '../fund/fund.posting.js';

export const INVESTMENT_PAID = definePosting({
  code: 'fund.investment-paid',
  by: ['investment.record'],
  name: { ko: '투자금 납입', en: 'Investment paid' },
  when: { ko: '투자금을 피투자기업에 납입한 때. 인정 여부가 결정되기 전에는 비주목적 여력을 사용한다.', en: 'The fund pays for a deal. Until recognition is decided it uses headroom like any deal that does not qualify.' },
  charts: [INVESTMENT_COST, CASH, DEAL_CAPACITY, CAPACITY_GRANTED, HEADROOM, HEADROOM_GRANTED],
  lines: [
    { debit: 'fund.investment-cost/investment', credit: 'fund.cash', amount: 'acquisition cost' },
    { debit: 'fund.deal-capacity', credit: 'fund.capacity-granted', amount: 'acquisition cost' },
    { debit: 'fund.headroom', credit: 'fund.headroom-granted', amount: 'acquisition cost' },
  ],
});

export const INVESTMENT_PAID_UNDER_WARNING = definePosting({
  ...INVESTMENT_PAID,
  code: 'fund.investment-paid-under-warning',
  name: { ko: '투자금 납입(한도 경고)', en: 'Investment paid under warning' },
  when: { ko: '여력 초과를 차단하지 않고 경고하도록 정한 조합에서 투자금을 납입한 때.', en: 'The same in a fund whose policy makes the headroom advice instead of a bar.' },
  mayBreach: [HEADROOM, DEAL_CAPACITY],
  requiresWarningPolicy: 'fund.headroom.action',
});

export const INVESTMENT_VOIDED = definePosting({
  code: 'fund.investment-voided',
  by: ['investment.void'],
  name: { ko: '투자 기록 취소', en: 'Investment voided' },
  when: { ko: '잘못 기록된 투자를 역분개로 취소한 때.', en: 'A deal that should never have been recorded is undone by mirrored entries.' },
  charts: FUND_CHARTS,
  // Undoing an accepted deal takes the headroom back that its acceptance had given; that cannot be refused.
  mayBreach: [HEADROOM, MANDATE_ROOM],
  lines: [{ debit: 'the lines of what is undone, on their other sides', credit: '', amount: 'the same' }],
});

const PAID_IN_HISTORY = fromHistory(INVESTMENT_PAID);
export const INVESTMENT_POSTINGS = [INVESTMENT_PAID, INVESTMENT_PAID_UNDER_WARNING, PAID_IN_HISTORY, INVESTMENT_VOIDED];

/** The payment of a deal. Its headroom comes back when recognition is accepted (`recognitionAccepted`). */
export function investmentPaid(fundId: string, investment: { id: string; number: string; company: string; amountWon: Won }, dating: Dating, limitIsAdvice = false): JournalEntry {
  const { amountWon } = investment;
  return journalEntry(dating.history ? PAID_IN_HISTORY : limitIsAdvice ? INVESTMENT_PAID_UNDER_WARNING : INVESTMENT_PAID, {
    ...dating,
    subject: { kind: 'investment', id: investment.id },
    memo: `${investment.number} ${investment.company}`,
    lines: [
      debit(fundAccount(INVESTMENT_COST, fundId, investment.id), amountWon),
      credit(fundAccount(CASH, fundId), amountWon),
      debit(fundAccount(DEAL_CAPACITY, fundId), amountWon),
      credit(fundAccount(CAPACITY_GRANTED, fundId), amountWon),
      debit(fundAccount(HEADROOM, fundId), amountWon),
      credit(fundAccount(HEADROOM_GRANTED, fundId), amountWon),
    ],
  });
}
