import { credit, debit, definePosting, journalEntry, type JournalEntry } from '#libs/journal';
import type { Won } from '#libs/money';
import { CALLED_COMMITMENT, CAPITAL_CALLED, CAPITAL_PAID_IN, CAPITAL_RECEIVABLE, CASH, fundAccount, UNCALLED_COMMITMENT } from '../fund/fund.charts.js';
import { fromHistory } from '../fund/fund.history.js';
import type { Dating } from '../fund/fund.posting.js';

export const CAPITAL_CALL_ISSUED = definePosting({
  code: 'fund.capital-call-issued',
  by: ['capital-call.issue'],
  name: { ko: '출자요청', en: 'Capital call issued' },
  when: { ko: '조합원에게 출자금 납입을 요청한 때.', en: 'Partners are asked to pay in.' },
  charts: [CAPITAL_RECEIVABLE, CAPITAL_CALLED, UNCALLED_COMMITMENT, CALLED_COMMITMENT],
  lines: [
    { debit: 'fund.capital-receivable/partner', credit: 'fund.capital-called/partner', amount: "the partner's share of the call" },
    { debit: 'fund.uncalled-commitment/partner', credit: 'fund.called-commitment/partner', amount: "the partner's share of the call" },
  ],
});

export const CAPITAL_CALL_PAID = definePosting({
  code: 'fund.capital-call-paid',
  by: ['capital-call.receive', 'bank-match.confirm'],
  name: { ko: '출자금 납입', en: 'Capital call paid' },
  when: { ko: '출자금이 수탁은행에 입금된 때.', en: "A partner's money arrives at the custodian." },
  charts: [CASH, CAPITAL_RECEIVABLE, CAPITAL_CALLED, CAPITAL_PAID_IN],
  lines: [
    { debit: 'fund.cash', credit: 'fund.capital-receivable/partner', amount: 'amount received' },
    { debit: 'fund.capital-called/partner', credit: 'fund.capital-paid-in/partner', amount: 'amount received' },
  ],
});

const ISSUED_IN_HISTORY = fromHistory(CAPITAL_CALL_ISSUED);
const PAID_IN_HISTORY = fromHistory(CAPITAL_CALL_PAID);
export const CAPITAL_CALL_POSTINGS = [CAPITAL_CALL_ISSUED, ISSUED_IN_HISTORY, CAPITAL_CALL_PAID, PAID_IN_HISTORY];

export interface CallShare {
  readonly partnerId: string;
  readonly amountWon: Won;
}

/** One entry for the call; shares of zero leave no line. */
export function capitalCallIssued(fundId: string, call: { id: string; number: number; shares: readonly CallShare[] }, dating: Dating): JournalEntry {
  return journalEntry(dating.history ? ISSUED_IN_HISTORY : CAPITAL_CALL_ISSUED, {
    ...dating,
    subject: { kind: 'capital-call', id: call.id },
    memo: `제${call.number}차 출자요청`,
    lines: call.shares.flatMap(({ partnerId, amountWon }) => [
      debit(fundAccount(CAPITAL_RECEIVABLE, fundId, partnerId), amountWon),
      credit(fundAccount(CAPITAL_CALLED, fundId, partnerId), amountWon),
      debit(fundAccount(UNCALLED_COMMITMENT, fundId, partnerId), amountWon),
      credit(fundAccount(CALLED_COMMITMENT, fundId, partnerId), amountWon),
    ]),
  });
}

/** Money of one partner for one call. More than was called and is still unpaid does not pass the floor of the receivable. */
export function capitalCallPaid(
  fundId: string,
  receipt: { id: string; callNumber: number; partnerId: string; partner: string; amountWon: Won },
  dating: Dating,
): JournalEntry {
  const { partnerId, amountWon } = receipt;
  return journalEntry(dating.history ? PAID_IN_HISTORY : CAPITAL_CALL_PAID, {
    ...dating,
    subject: { kind: 'capital-receipt', id: receipt.id },
    memo: `제${receipt.callNumber}차 납입 ${receipt.partner}`,
    lines: [
      debit(fundAccount(CASH, fundId), amountWon),
      credit(fundAccount(CAPITAL_RECEIVABLE, fundId, partnerId), amountWon),
      debit(fundAccount(CAPITAL_CALLED, fundId, partnerId), amountWon),
      credit(fundAccount(CAPITAL_PAID_IN, fundId, partnerId), amountWon),
    ],
  });
}
