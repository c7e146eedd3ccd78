import { credit, debit, definePosting, journalEntry, type AccountRef, type JournalEntry, type Line } from '#libs/journal';
import { CAPACITY_GRANTED, DEAL_CAPACITY, fundAccount, HEADROOM, HEADROOM_GRANTED } from '../../fund/fund.charts.js';
import { fromHistory } from '../../fund/fund.history.js';
import type { Dating } from '../../fund/fund.posting.js';
import type { LimitTargets } from './limit.rules.js';

export const LIMITS_SETTLED = definePosting({
  code: 'fund.limits-settled',
  by: ['policy.decide', 'agreement.amend', 'exit.record', 'escrow.receive', 'distribution.pay', 'distribution.reverse', 'carry.claw-back', 'investment.rescind'],
  name: { ko: '투자한도 정산', en: 'Limits settled' },
  when: {
    ko: '회수·분배·해제 등의 사실로 투자가능액이나 비주목적 여력이 달라진 때. 줄어드는 경우에도 사실대로 기록한다.',
    en: 'A fact other than a deal (an exit, a distribution, a rescission) moves what may be invested. A decrease is recorded even where it leaves a limit broken.',
  },
  charts: [DEAL_CAPACITY, CAPACITY_GRANTED, HEADROOM, HEADROOM_GRANTED],
  mayBreach: [DEAL_CAPACITY, HEADROOM],
  lines: [
    { debit: 'fund.capacity-granted', credit: 'fund.deal-capacity', amount: 'increase (a decrease on the other sides)' },
    { debit: 'fund.headroom-granted', credit: 'fund.headroom', amount: 'increase (a decrease on the other sides)' },
  ],
});

/** What an import tells of a fund whose proceeds may be invested again. */
const LIMITS_SETTLED_IN_HISTORY = fromHistory(LIMITS_SETTLED);
export const LIMIT_POSTINGS = [LIMITS_SETTLED, LIMITS_SETTLED_IN_HISTORY];

/** Brings both limits from what the ledger holds to what the facts say; null where they agree. */
export function limitsSettled(fundId: string, held: LimitTargets, wanted: LimitTargets, memo: string, dating: Dating): JournalEntry | null {
  const lines = [
    ...moved(fundAccount(CAPACITY_GRANTED, fundId), fundAccount(DEAL_CAPACITY, fundId), wanted.capacityWon - held.capacityWon),
    ...moved(fundAccount(HEADROOM_GRANTED, fundId), fundAccount(HEADROOM, fundId), wanted.headroomWon - held.headroomWon),
  ];
  return lines.length === 0 ? null : journalEntry(dating.history ? LIMITS_SETTLED_IN_HISTORY : LIMITS_SETTLED, { ...dating, subject: { kind: 'fund', id: fundId }, memo, lines });
}

function moved(granted: AccountRef, limit: AccountRef, change: bigint): Line[] {
  if (change === 0n) return [];
  return change > 0n ? [debit(granted, change), credit(limit, change)] : [debit(limit, -change), credit(granted, -change)];
}
