import { credit, debit, definePosting, journalEntry, type JournalEntry } from '#libs/journal';
import type { Won } from '#libs/money';
import { fundAccount } from '../../fund/fund.charts.js';
import type { Dating } from '../../fund/fund.posting.js';
import { ESCROW_HELD, ESCROW_PROMISED } from '../exit.charts.js';

export const ESCROW_HELD_BACK = definePosting({
  code: 'fund.escrow-held-back',
  by: ['exit.record'],
  name: { ko: '회수대금 유보', en: 'Sale price held back' },
  when: { ko: '매각대금 일부가 에스크로로 유보된 때. 실제로 받을 때까지 수익으로 보지 않는다.', en: 'Part of a sale price is held in escrow. It is no income until it arrives.' },
  charts: [ESCROW_HELD, ESCROW_PROMISED],
  lines: [{ debit: 'fund.escrow-held/exit', credit: 'fund.escrow-promised/exit', amount: 'part of the price held back' }],
});

export const ESCROW_SETTLED = definePosting({
  code: 'fund.escrow-settled',
  by: ['escrow.receive'],
  name: { ko: '유보 회수대금 정산', en: 'Escrow settled' },
  when: { ko: '유보된 대금을 받거나 매수인에게 돌려준 때.', en: 'Money held back arrives, or goes back to the buyer.' },
  charts: [ESCROW_HELD, ESCROW_PROMISED],
  lines: [{ debit: 'fund.escrow-promised/exit', credit: 'fund.escrow-held/exit', amount: 'received and forfeited' }],
});

export const ESCROW_POSTINGS = [ESCROW_HELD_BACK, ESCROW_SETTLED];

interface Escrow {
  readonly exitId: string;
  readonly number: string;
  readonly amountWon: Won;
}

export function escrowHeldBack(fundId: string, { exitId, number, amountWon }: Escrow, dating: Dating): JournalEntry {
  return journalEntry(ESCROW_HELD_BACK, {
    ...dating,
    subject: { kind: 'investment-exit', id: exitId },
    memo: `${number} 회수대금 유보`,
    lines: [debit(fundAccount(ESCROW_HELD, fundId, exitId), amountWon), credit(fundAccount(ESCROW_PROMISED, fundId, exitId), amountWon)],
  });
}

/** What arrived and what went back, together. */
export function escrowSettled(fundId: string, { exitId, number, amountWon }: Escrow, dating: Dating): JournalEntry {
  return journalEntry(ESCROW_SETTLED, {
    ...dating,
    subject: { kind: 'investment-exit', id: exitId },
    memo: `${number} 유보 대금 정산`,
    lines: [debit(fundAccount(ESCROW_PROMISED, fundId, exitId), amountWon), credit(fundAccount(ESCROW_HELD, fundId, exitId), amountWon)],
  });
}
