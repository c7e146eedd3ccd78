import type { LocalDate } from '#libs/calendar';
import { account, credit, debit, definePosting, journalEntry, type AccountRef, type Chart, type JournalEntry } from '#libs/journal';
import { ALLOWED, OVER_RELEASED, RELEASED, ROOM } from './room.charts.js';

/** Whatever makes private money count, or count no more. */
const MOVERS = [
  ...['matching-deposit.prove', 'matching-deposit.reverse', 'matching-flag.decide', 'matching-withdrawal.record', 'matching-withdrawal.reverse', 'matching-release.request', 'matching-release.decide'],
  ...['bank-match.confirm', 'bank-match.undo', 'bank-statement.import', 'matching-register.import'],
];

const ALLOWED_RAISED = definePosting({
  code: 'matching.allowed-raised',
  by: MOVERS,
  name: { ko: '지급 여력 증가', en: 'Room raised' },
  when: { ko: '민간부담금 입금이 은행 입금으로 확인된 때. 초과 지급액이 있으면 그만큼 먼저 없앤다.', en: 'Private money is proven by a receipt; what was released beyond it is made good first.' },
  charts: [ALLOWED, ROOM, OVER_RELEASED],
  lines: [{ debit: 'matching.allowed/project', credit: 'matching.over-released/project, the rest matching.room/project', amount: 'the rise of the commitment × counted ÷ committed private money, floored' }],
});
const ALLOWED_LOWERED = definePosting({
  code: 'matching.allowed-lowered',
  by: MOVERS,
  name: { ko: '지급 여력 감소', en: 'Room lowered' },
  when: { ko: '민간부담금이 회수되거나 입금 확인이 취소된 때. 여력을 넘는 금액은 초과 지급액이 된다.', en: 'Private money left, or its proof was undone; what exceeds the room is over-released.' },
  charts: [ALLOWED, ROOM, OVER_RELEASED],
  lines: [{ debit: 'matching.room/project, the rest matching.over-released/project', credit: 'matching.allowed/project', amount: 'the fall of the same' }],
});
const RELEASE_DECIDED = definePosting({
  code: 'matching.release-decided',
  by: ['matching-release.decide'],
  name: { ko: '매칭 지급결정', en: 'Release decided' },
  when: { ko: '민간부담금 비율 안에서 정부지원금 지급을 결정한 때.', en: 'It is decided to release government money within the room.' },
  charts: [ROOM, RELEASED],
  lines: [{ debit: 'matching.room/project', credit: 'matching.released/project', amount: 'the release' }],
});
/** The same as a register tells it: what the room did not hold was over-released then and there. */
const RELEASE_DECIDED_IN_HISTORY = definePosting({
  code: 'matching.release-decided-in-history',
  by: ['matching-register.import'],
  name: { ko: '매칭 지급결정 (과거 기록)', en: 'Release decided (history)' },
  when: { ko: '대장에 적힌 지급을 가져온 때. 그때의 여력을 넘은 금액은 초과 지급액으로 남긴다.', en: 'A release that a register tells of; what exceeded the room then is over-released.' },
  charts: [ROOM, RELEASED, OVER_RELEASED],
  history: true,
  lines: [{ debit: 'matching.room/project, the rest matching.over-released/project', credit: 'matching.released/project', amount: 'the release' }],
});
const RELEASE_VOIDED = definePosting({
  code: 'matching.release-voided',
  by: ['matching-release.void'],
  name: { ko: '매칭 지급결정 취소', en: 'Release voided' },
  when: { ko: '아직 지급하지 않은 결정을 취소한 때. 초과 지급액이 있으면 그만큼 먼저 없앤다.', en: 'A decision that was not paid yet is taken back; what was over-released is made good first.' },
  charts: [ROOM, RELEASED, OVER_RELEASED],
  lines: [{ debit: 'matching.released/project', credit: 'matching.over-released/project, the rest matching.room/project', amount: 'the release' }],
});
const CLAWED_BACK = definePosting({
  code: 'matching.clawed-back',
  by: ['matching-clawback.decide'],
  name: { ko: '초과 지급액 환수 결정', en: 'Over-release clawed back' },
  when: { ko: '초과 지급액을 환수하기로 결정하여 지급 누계에서 뺀 때.', en: 'What was over-released is demanded back and is released no more.' },
  charts: [RELEASED, OVER_RELEASED],
  lines: [{ debit: 'matching.released/project', credit: 'matching.over-released/project', amount: 'what is claimed back of it' }],
});
export const ROOM_POSTINGS = [ALLOWED_RAISED, ALLOWED_LOWERED, RELEASE_DECIDED, RELEASE_DECIDED_IN_HISTORY, RELEASE_VOIDED, CLAWED_BACK];

/** A project's accounts as they stand; won. */
export interface RoomBalances {
  readonly allowedWon: bigint;
  readonly roomWon: bigint;
  readonly releasedWon: bigint;
  readonly overReleasedWon: bigint;
}

/** What an entry is about, and when. */
export interface AboutRoom {
  readonly callId: string;
  readonly agreementId: string;
  readonly effectiveOn: LocalDate;
  readonly memo: string;
}

export const roomAccount = (chart: Chart, { callId, agreementId }: Pick<AboutRoom, 'callId' | 'agreementId'>): AccountRef => account(chart, `grant/${callId}`, agreementId);

const head = ({ agreementId, effectiveOn, memo }: AboutRoom) => ({ effectiveOn, memo, subject: { kind: 'grant', id: agreementId } });
const least = (one: bigint, other: bigint): bigint => (one < other ? one : other);

/** The books follow what is allowed now; null where they say it already. */
export function allowedMoved(about: AboutRoom, { allowedWon: before, roomWon, overReleasedWon }: RoomBalances, allowedWon: bigint): JournalEntry | null {
  const of = (chart: Chart) => roomAccount(chart, about);
  if (allowedWon === before) return null;
  if (allowedWon > before) {
    const risen = allowedWon - before;
    const healed = least(risen, overReleasedWon);
    return journalEntry(ALLOWED_RAISED, { ...head(about), lines: [debit(of(ALLOWED), risen), credit(of(OVER_RELEASED), healed), credit(of(ROOM), risen - healed)] });
  }
  const fallen = before - allowedWon;
  const fromRoom = least(fallen, roomWon);
  return journalEntry(ALLOWED_LOWERED, { ...head(about), lines: [debit(of(ROOM), fromRoom), debit(of(OVER_RELEASED), fallen - fromRoom), credit(of(ALLOWED), fallen)] });
}

/** A release within the room: the floor of the room refuses any other. */
export function releaseDecided(about: AboutRoom, amountWon: bigint): JournalEntry {
  return journalEntry(RELEASE_DECIDED, { ...head(about), lines: [debit(roomAccount(ROOM, about), amountWon), credit(roomAccount(RELEASED, about), amountWon)] });
}

/** A release of the past, whatever the room was. */
export function releaseDecidedInHistory(about: AboutRoom, { roomWon }: RoomBalances, amountWon: bigint): JournalEntry {
  const of = (chart: Chart) => roomAccount(chart, about);
  const fromRoom = least(amountWon, roomWon);
  return journalEntry(RELEASE_DECIDED_IN_HISTORY, { ...head(about), lines: [debit(of(ROOM), fromRoom), debit(of(OVER_RELEASED), amountWon - fromRoom), credit(of(RELEASED), amountWon)] });
}

export function releaseVoided(about: AboutRoom, { overReleasedWon }: RoomBalances, amountWon: bigint): JournalEntry {
  const of = (chart: Chart) => roomAccount(chart, about);
  const healed = least(amountWon, overReleasedWon);
  return journalEntry(RELEASE_VOIDED, { ...head(about), lines: [debit(of(RELEASED), amountWon), credit(of(OVER_RELEASED), healed), credit(of(ROOM), amountWon - healed)] });
}

/** Null where nothing of a clawback was over-released: it asks for what a settlement left. */
export function clawedBack(about: AboutRoom, amountWon: bigint): JournalEntry | null {
  if (amountWon === 0n) return null;
  return journalEntry(CLAWED_BACK, { ...head(about), lines: [debit(roomAccount(RELEASED, about), amountWon), credit(roomAccount(OVER_RELEASED, about), amountWon)] });
}
