import { credit, debit, definePosting, journalEntry, type JournalEntry } from '#libs/journal';
import type { Won } from '#libs/money';
import { CASH, FUND_CHARTS, fundAccount, OVERDUE_INTEREST } from '../fund/fund.charts.js';
import type { Dating } from '../fund/fund.posting.js';

export const OVERDUE_INTEREST_RECEIVED = definePosting({
  code: 'fund.overdue-interest-received',
  by: ['overdue-interest.receive', 'bank-match.confirm'],
  name: { ko: '연체이자 수취', en: 'Interest on late capital received' },
  when: { ko: '납입기한이 지나 납입한 조합원이 연체이자를 낸 때.', en: 'A partner who paid late pays interest.' },
  charts: [CASH, OVERDUE_INTEREST],
  lines: [{ debit: 'fund.cash', credit: 'fund.overdue-interest/partner', amount: 'interest received' }],
});

export const OVERDUE_INTEREST_REVERSED = definePosting({
  code: 'fund.overdue-interest-reversed',
  by: ['overdue-interest.reverse', 'bank-match.undo', 'bank-statement.import'],
  name: { ko: '연체이자 수취 취소', en: 'Interest on late capital reversed' },
  when: { ko: '잘못 기록된 연체이자를 역분개로 취소한 때.', en: 'Interest that should not have been booked is undone by mirrored entries.' },
  charts: FUND_CHARTS,
  lines: [{ debit: 'the lines of what is undone, on their other sides', credit: '', amount: 'the same' }],
});

export const OVERDUE_POSTINGS = [OVERDUE_INTEREST_RECEIVED, OVERDUE_INTEREST_REVERSED];

/** Interest that came: income of the fund, shared by all partners. */
export function overdueInterestReceived(
  fundId: string,
  interest: { readonly id: string; readonly callNumber: number; readonly partnerId: string; readonly partner: string; readonly amountWon: Won },
  dating: Dating,
): JournalEntry {
  return journalEntry(OVERDUE_INTEREST_RECEIVED, {
    ...dating,
    subject: { kind: 'overdue-interest', id: interest.id },
    memo: `제${interest.callNumber}차 연체이자 ${interest.partner}`,
    lines: [debit(fundAccount(CASH, fundId), interest.amountWon), credit(fundAccount(OVERDUE_INTEREST, fundId, interest.partnerId), interest.amountWon)],
  });
}
