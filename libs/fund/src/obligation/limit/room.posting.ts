import { credit, debit, definePosting, journalEntry, type JournalEntry, type Line } from '#libs/journal';
import { fundAccount, MANDATE_ROOM, MANDATE_ROOM_GRANTED } from '../../fund/fund.charts.js';
import type { Dating } from '../../fund/fund.posting.js';
import { LIMITS_SETTLED } from './limit.posting.js';
import type { RoomChange } from './room.rules.js';

const CHARTS = [MANDATE_ROOM, MANDATE_ROOM_GRANTED];

export const MANDATE_ROOM_SETTLED = definePosting({
  code: 'fund.mandate-room-settled',
  by: [...new Set([...LIMITS_SETTLED.by, 'mandate.decide', 'mandate.end', 'investment.record', 'investment.void', 'classification.decide', 'evidence.invalidate', 'deal-trait.record'])],
  name: { ko: '투자의무별 여력 정산', en: 'Room under a mandate settled' },
  when: {
    ko: '의무의 결정·종료, 인정 판정, 회수 등의 사실로 그 의무에 해당하지 않는 투자를 할 수 있는 여력이 달라진 때. 줄어드는 경우에도 사실대로 기록한다.',
    en: 'A rule is decided or ends, or a fact other than a new deal moves the room that is left for deals that do not count for it. A decrease is recorded even where it leaves the rule out of reach.',
  },
  charts: CHARTS,
  mayBreach: [MANDATE_ROOM],
  lines: [{ debit: 'fund.mandate-room-granted/rule', credit: 'fund.mandate-room/rule', amount: 'increase (a decrease on the other sides)' }],
});

export const MANDATE_ROOM_USED = definePosting({
  code: 'fund.mandate-room-used',
  by: ['investment.record'],
  name: { ko: '투자의무별 여력 사용', en: 'Room under a mandate used' },
  when: { ko: '의무에 해당하지 않는 투자를 납입한 때.', en: 'The fund pays for a deal that does not count for the rule.' },
  charts: CHARTS,
  lines: [{ debit: 'fund.mandate-room/rule', credit: 'fund.mandate-room-granted/rule', amount: 'acquisition cost' }],
});

export const MANDATE_ROOM_USED_UNDER_WARNING = definePosting({
  ...MANDATE_ROOM_USED,
  code: 'fund.mandate-room-used-under-warning',
  name: { ko: '투자의무별 여력 사용(한도 경고)', en: 'Room under a mandate used under warning' },
  when: { ko: '여력 초과를 차단하지 않고 경고하도록 정한 조합에서 의무에 해당하지 않는 투자를 납입한 때.', en: 'The same in a fund whose policy makes the headroom advice instead of a bar.' },
  mayBreach: [MANDATE_ROOM],
  requiresWarningPolicy: 'fund.headroom.action',
});

export const MANDATE_ROOM_POSTINGS = [MANDATE_ROOM_SETTLED, MANDATE_ROOM_USED, MANDATE_ROOM_USED_UNDER_WARNING];

/** Brings the rooms to what the facts say; null where they agree. */
export function roomsSettled(fundId: string, changes: readonly RoomChange[], memo: string, dating: Dating): JournalEntry | null {
  const lines = changes.flatMap((change) => moved(fundId, change));
  return lines.length === 0 ? null : journalEntry(MANDATE_ROOM_SETTLED, { ...dating, subject: { kind: 'fund', id: fundId }, memo, lines });
}

/** What a deal takes of the rooms of the rules that it does not count for; null where it counts for all. */
export function roomsUsed(fundId: string, changes: readonly RoomChange[], investment: { readonly id: string; readonly memo: string }, dating: Dating, limitIsAdvice: boolean): JournalEntry | null {
  const lines = changes.flatMap((change) => moved(fundId, change));
  if (lines.length === 0) return null;
  const posting = limitIsAdvice ? MANDATE_ROOM_USED_UNDER_WARNING : MANDATE_ROOM_USED;
  return journalEntry(posting, { ...dating, subject: { kind: 'investment', id: investment.id }, memo: investment.memo, lines });
}

function moved(fundId: string, { ruleId, byWon }: RoomChange): Line[] {
  const [granted, room] = [fundAccount(MANDATE_ROOM_GRANTED, fundId, ruleId), fundAccount(MANDATE_ROOM, fundId, ruleId)];
  if (byWon === 0n) return [];
  return byWon > 0n ? [debit(granted, byWon), credit(room, byWon)] : [debit(room, -byWon), credit(granted, -byWon)];
}
