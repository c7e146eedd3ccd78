import { credit, debit, definePosting, journalEntry, type JournalEntry } from '#libs/journal';
import type { Won } from '#libs/money';
import { CAPACITY_GRANTED, DEAL_CAPACITY, fundAccount, HEADROOM, HEADROOM_GRANTED } from '../fund/fund.charts.js';
import type { Dating } from '../fund/fund.posting.js';

export const LIMITS_REVISED = definePosting({
  code: 'fund.limits-revised',
  by: ['policy.decide'],
  name: { ko: '투자한도 변경', en: 'Limits revised' },
  when: { ko: '존속기간 예상 보수·비용이 바뀌어 투자가능액이 달라진 때. 줄어드는 경우에도 사실대로 기록한다.', en: 'Expected fees and expenses change, and with them what may be invested. A decrease is recorded even where it leaves a limit broken.' },
  charts: [DEAL_CAPACITY, CAPACITY_GRANTED, HEADROOM, HEADROOM_GRANTED],
  mayBreach: [DEAL_CAPACITY, HEADROOM],
  lines: [
    { debit: 'fund.capacity-granted', credit: 'fund.deal-capacity', amount: 'increase (a decrease on the other sides)' },
    { debit: 'fund.headroom-granted', credit: 'fund.headroom', amount: 'the same' },
  ],
});

/** Both limits move by the same won: K and K − required. `changeWon` may be negative, not zero. */
export function limitsRevised(fundId: string, changeWon: Won, memo: string, dating: Dating): JournalEntry {
  const amount = changeWon < 0n ? -changeWon : changeWon;
  const pairs = [
    [fundAccount(CAPACITY_GRANTED, fundId), fundAccount(DEAL_CAPACITY, fundId)],
    [fundAccount(HEADROOM_GRANTED, fundId), fundAccount(HEADROOM, fundId)],
  ] as const;
  return journalEntry(LIMITS_REVISED, {
    ...dating,
    subject: { kind: 'fund', id: fundId },
    memo,
    lines: pairs.flatMap(([granted, limit]) => (changeWon > 0n ? [debit(granted, amount), credit(limit, amount)] : [debit(limit, amount), credit(granted, amount)])),
  });
}
