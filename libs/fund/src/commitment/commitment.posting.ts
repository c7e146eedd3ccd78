import { credit, debit, definePosting, journalEntry, type Chart, type JournalEntry, type Line } from '#libs/journal';
import { won, type Won } from '#libs/money';
import { CALLED_COMMITMENT, CAPITAL_PAID_IN, COMMITMENT, DISTRIBUTED, fundAccount, UNCALLED_COMMITMENT } from '../fund/fund.charts.js';
import type { Dating } from '../fund/fund.posting.js';
import type { Holding } from './commitment.js';

export const COMMITMENT_TRANSFERRED = definePosting({
  code: 'fund.commitment-transferred',
  by: ['commitment.transfer'],
  name: { ko: '출자지분 양도', en: 'Commitment transferred' },
  when: { ko: '조합원이 출자지분을 다른 조합원에게 양도한 때. 조합 전체의 금액은 그대로이고 조합원별 금액만 옮겨 간다.', en: 'A partner hands units over to another. The fund as a whole stays what it is; only its partners change.' },
  charts: [COMMITMENT, UNCALLED_COMMITMENT, CALLED_COMMITMENT, CAPITAL_PAID_IN, DISTRIBUTED],
  lines: [
    { debit: 'fund.commitment/transferee', credit: 'fund.commitment/transferor', amount: 'commitment of the units' },
    { debit: 'fund.uncalled-commitment/transferor', credit: 'fund.uncalled-commitment/transferee', amount: 'what of it was not called, or may be called again' },
    { debit: 'fund.called-commitment/transferor', credit: 'fund.called-commitment/transferee', amount: 'what of it was called and may not be called again' },
    { debit: 'fund.capital-paid-in/transferor', credit: 'fund.capital-paid-in/transferee', amount: 'what was paid in on the units' },
    { debit: 'fund.distributed/transferee', credit: 'fund.distributed/transferor', amount: 'what was distributed on the units' },
  ],
});

interface Transfer {
  readonly id: string;
  /** Partners. */
  readonly fromId: string;
  readonly toId: string;
  readonly memo: string;
  readonly part: Holding;
}

/** Units change hands with everything that was booked on them. */
export function commitmentTransferred(fundId: string, transfer: Transfer, dating: Dating): JournalEntry {
  const { part } = transfer;
  const called = won(part.calledWon - part.recalledWon);
  const handedOver = (chart: Chart, amount: Won): Line[] => {
    const [from, to] = [fundAccount(chart, fundId, transfer.fromId), fundAccount(chart, fundId, transfer.toId)];
    return chart.normalSide === 'D' ? [debit(to, amount), credit(from, amount)] : [debit(from, amount), credit(to, amount)];
  };
  return journalEntry(COMMITMENT_TRANSFERRED, {
    ...dating,
    subject: { kind: 'commitment-transfer', id: transfer.id },
    memo: transfer.memo,
    lines: [
      ...handedOver(COMMITMENT, part.commitmentWon),
      ...handedOver(UNCALLED_COMMITMENT, won(part.commitmentWon - called)),
      ...handedOver(CALLED_COMMITMENT, called),
      ...handedOver(CAPITAL_PAID_IN, part.paidInWon),
      ...handedOver(DISTRIBUTED, part.distributedWon),
    ],
  });
}
