import { formatWon, maxWon, minWon, subtractWon, sumWon, ZERO_WON, type Won } from '#libs/money';
import type { Verdict } from '#libs/command';
import type { PrivateMoney, RoomProject } from './room.js';
import type { RoomBalances } from './room.posting.js';

/** A deposit as the room sees it; won. */
export interface CountedDeposit {
  readonly amountWon: Won;
  readonly state: 'UNPROVEN' | 'PROVEN' | 'REVERSED';
  /** No flag stands that takes it out of the count. */
  readonly counts: boolean;
}

/** Private money by what it counts. Money that left is of what counted first: what was matched leaves first (docs/domain.md §5). */
export function privateMoney(deposits: readonly CountedDeposit[], withdrawnWon: Won): PrivateMoney {
  const sum = (state: CountedDeposit['state'], counts: boolean | null): Won =>
    sumWon(deposits.filter((each) => each.state === state && (counts === null || each.counts === counts)).map(({ amountWon }) => amountWon));
  const [counted, uncounted] = [sum('PROVEN', true), sum('PROVEN', false)];
  const fromCounted = minWon(counted, withdrawnWon);
  return {
    countedWon: subtractWon(counted, fromCounted),
    uncountedWon: maxWon(ZERO_WON, subtractWon(uncounted, subtractWon(withdrawnWon, fromCounted))),
    unprovenWon: sum('UNPROVEN', null),
    withdrawnWon,
  };
}

const PROPORTION = '지급 가능액 = 정부지원금 × 확인된 민간부담금 ÷ 민간부담 약정액(원 미만 버림)';

/** Never more than the private money that is in allows; the floor of the room says so again. */
export function releaseStaysWithinRoom(amountWon: Won, { allowedWon, releasedWon, roomWon, overReleasedWon }: RoomBalances): Verdict {
  const holds = amountWon <= roomWon;
  const shown = { allowed: formatWon(allowedWon as Won), released: formatWon(releasedWon as Won), room: formatWon(roomWon as Won) };
  return {
    rule: 'release-stays-within-room',
    clause: PROPORTION,
    result: holds ? 'PASS' : 'BLOCK',
    text: holds
      ? { ko: `지급 가능 누계 ${shown.allowed}원에서 지급한 ${shown.released}원을 뺀 여력은 ${shown.room}원입니다.`, en: `Allowed ${shown.allowed} won, released ${shown.released}: ${shown.room} won may be released.` }
      : { ko: `지금 지급할 수 있는 금액은 ${shown.room}원입니다(지급 가능 누계 ${shown.allowed}원, 지급 누계 ${shown.released}원). 금액을 줄이거나 민간부담금 입금을 먼저 확인해 주세요.`, en: `${shown.room} won may be released now (allowed ${shown.allowed}, released ${shown.released}). Ask for less, or prove private deposits first.` },
    inputs: { amountWon: `${amountWon}`, allowedWon: `${allowedWon}`, releasedWon: `${releasedWon}`, roomWon: `${roomWon}`, overReleasedWon: `${overReleasedWon}` },
  };
}

/** What a project owes its milestones: private money that is late by what was planned to be paid by a day. */
export function privateMoneyKeepsPace({ governmentWon, privateWon }: Pick<RoomProject, 'governmentWon' | 'privateWon'>, countedWon: Won, plannedByNowWon: Won): { readonly neededWon: Won; readonly missingWon: Won } {
  if (governmentWon === 0n || plannedByNowWon === 0n) return { neededWon: ZERO_WON, missingWon: ZERO_WON };
  // The least private money whose floored proportion reaches what was planned: rounded up.
  const needed = (plannedByNowWon * privateWon + governmentWon - 1n) / governmentWon;
  const neededWon = minWon(privateWon, needed as Won);
  return { neededWon, missingWon: maxWon(ZERO_WON, subtractWon(neededWon, countedWon)) };
}
