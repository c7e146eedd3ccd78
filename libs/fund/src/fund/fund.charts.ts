import { account, defineChart, type AccountRef, type Chart } from '#libs/journal';

/** The fund's set of books. */
export const fundBook = (fundId: string): string => `fund/${fundId}`;

const chart = (code: string, definition: Omit<Chart, 'code' | 'unit' | 'floor'> & { floor?: bigint }): Chart =>
  defineChart({ unit: 'KRW', floor: null, ...definition, code });

// No floor: receipts are often entered after the payment they fund. A rule warns; the bank reconciliation finds the rest.
export const CASH = chart('fund.cash', { class: 'ASSET', normalSide: 'D', name: { ko: '수탁 예금', en: 'Cash at the custodian' } });
export const INVESTMENT_COST = chart('fund.investment-cost', { class: 'ASSET', normalSide: 'D', floor: 0n, name: { ko: '투자자산(취득원가)', en: 'Investments at cost' } });
export const CAPITAL_RECEIVABLE = chart('fund.capital-receivable', { class: 'ASSET', normalSide: 'D', floor: 0n, name: { ko: '미수출자금', en: 'Capital called, not received' } });
export const CAPITAL_CALLED = chart('fund.capital-called', { class: 'EQUITY', normalSide: 'C', floor: 0n, name: { ko: '출자요청액(미납)', en: 'Capital called, not paid in' } });
export const CAPITAL_PAID_IN = chart('fund.capital-paid-in', { class: 'EQUITY', normalSide: 'C', name: { ko: '납입출자금', en: 'Paid-in capital' } });
export const DISTRIBUTED = chart('fund.distributed', { class: 'EQUITY', normalSide: 'D', name: { ko: '분배금', en: 'Distributions' } });
export const CARRY_PAID = chart('fund.carry-paid', { class: 'EQUITY', normalSide: 'D', name: { ko: '성과보수 지급액', en: 'Carry paid' } });
export const EXIT_GAIN = chart('fund.exit-gain', { class: 'INCOME', normalSide: 'C', name: { ko: '투자자산 처분이익', en: 'Gain on exit' } });
export const EXIT_LOSS = chart('fund.exit-loss', { class: 'EXPENSE', normalSide: 'D', name: { ko: '투자자산 처분손실', en: 'Loss on exit' } });
export const EXIT_EXPENSE = chart('fund.exit-expense', { class: 'EXPENSE', normalSide: 'D', name: { ko: '회수비용', en: 'Cost of exits' } });
export const EXPENSE = chart('fund.expense', { class: 'EXPENSE', normalSide: 'D', name: { ko: '보수·운영비', en: 'Fees and expenses' } });
export const OVERDUE_INTEREST = chart('fund.overdue-interest', { class: 'INCOME', normalSide: 'C', name: { ko: '출자 연체이자', en: 'Interest on late capital' } });

export const COMMITMENT = chart('fund.commitment', { class: 'MEMO', normalSide: 'D', name: { ko: '출자약정', en: 'Commitments' } });
export const UNCALLED_COMMITMENT = chart('fund.uncalled-commitment', { class: 'MEMO', normalSide: 'C', floor: 0n, name: { ko: '미요청 약정액', en: 'Commitment not called' } });
export const CALLED_COMMITMENT = chart('fund.called-commitment', { class: 'MEMO', normalSide: 'C', name: { ko: '요청 약정액', en: 'Commitment called' } });

/**
 * The two limits behind the headroom H = min(room left for any deal, room left for deals that do not qualify). Both are
 * linear, so each is an account with a floor and the database alone keeps the obligation reachable.
 */
export const DEAL_CAPACITY = chart('fund.deal-capacity', { class: 'MEMO', normalSide: 'C', floor: 0n, name: { ko: '투자가능 잔액', en: 'Capital left to invest' } });
export const CAPACITY_GRANTED = chart('fund.capacity-granted', { class: 'MEMO', normalSide: 'D', name: { ko: '투자가능액 설정', en: 'Investable capital granted' } });
export const HEADROOM = chart('fund.headroom', { class: 'MEMO', normalSide: 'C', floor: 0n, name: { ko: '비주목적 투자여력', en: 'Headroom for non-qualifying deals' } });
export const HEADROOM_GRANTED = chart('fund.headroom-granted', { class: 'MEMO', normalSide: 'D', name: { ko: '비주목적 투자여력 설정', en: 'Headroom granted' } });
/** The same for each rule of the fund's mandate on a base that deals do not move: room left for deals that do not count for it. */
export const MANDATE_ROOM = chart('fund.mandate-room', { class: 'MEMO', normalSide: 'C', floor: 0n, name: { ko: '투자의무별 여력', en: 'Room under a mandate' } });
export const MANDATE_ROOM_GRANTED = chart('fund.mandate-room-granted', { class: 'MEMO', normalSide: 'D', name: { ko: '투자의무별 여력 설정', en: 'Room under a mandate granted' } });

export const FUND_CHARTS: readonly Chart[] = [
  CASH,
  INVESTMENT_COST,
  CAPITAL_RECEIVABLE,
  CAPITAL_CALLED,
  CAPITAL_PAID_IN,
  DISTRIBUTED,
  CARRY_PAID,
  EXIT_GAIN,
  EXIT_LOSS,
  EXIT_EXPENSE,
  EXPENSE,
  OVERDUE_INTEREST,
  COMMITMENT,
  UNCALLED_COMMITMENT,
  CALLED_COMMITMENT,
  DEAL_CAPACITY,
  CAPACITY_GRANTED,
  HEADROOM,
  HEADROOM_GRANTED,
  MANDATE_ROOM,
  MANDATE_ROOM_GRANTED,
];

/** An account of the fund, of the whole or of one partner, deal or kind of expense. */
export const fundAccount = (chart: Chart, fundId: string, ...parts: readonly string[]): AccountRef => account(chart, fundBook(fundId), ...parts);
