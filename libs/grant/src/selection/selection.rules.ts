import type { Bilingual } from '#libs/errors';
import { formatWon, subtractWon, type Won } from '#libs/money';
import { rankApplications, type Rankable } from '#libs/selection';

/** An evaluated application that waits for the decision. */
export interface Candidate extends Rankable {
  readonly applicationId: string;
  readonly title: string;
  readonly lead: string;
  /** Asked of the government. */
  readonly amountWon: Won;
}

/** What may still be promised. */
export interface Room {
  /** Budget that is neither agreed nor promised. */
  readonly budgetWon: Won;
  /** Projects that may still be selected; null: no limit but the budget. */
  readonly projects: number | null;
}

export type Outcome = 'SELECTED' | 'WAITLISTED' | 'REJECTED';

export interface Ranked {
  readonly candidate: Candidate;
  readonly rank: number;
  readonly outcome: Outcome;
  readonly why: Bilingual;
}

/**
 * Ranks applications by score, receipt and number and selects down the list while budget and places last. Nobody overtakes: from
 * the first that does not fit on, all the rest wait. Below the lowest score that is granted an application is turned down.
 * `waiting`: those of an earlier decision come first, so that nobody new is selected before them. `lastRank`: given out before.
 */
export function decideRanking(candidates: readonly Candidate[], room: Room, scoreMinimum: number, earlier: { readonly waiting: number; readonly lastRank: number }): Ranked[] {
  let left = room;
  let stopped: Bilingual | null = earlier.waiting > 0 ? waitingFirst(earlier.waiting) : null;
  return rankApplications(candidates).map((candidate, index): Ranked => {
    const rank = earlier.lastRank + index + 1;
    if (!reaches(candidate.score, scoreMinimum)) return { candidate, rank, outcome: 'REJECTED', why: belowMinimum(candidate.score, scoreMinimum) };
    stopped ??= shortOf(candidate, left);
    if (stopped !== null) return { candidate, rank, outcome: 'WAITLISTED', why: stopped };
    left = taken(left, candidate);
    return { candidate, rank, outcome: 'SELECTED', why: { ko: `${rank}순위로 예산 안에 듭니다.`, en: `Rank ${rank}, within the budget.` } };
  });
}

/** What is left once the selected have their places. */
export const roomAfter = (room: Room, ranked: readonly Ranked[]): Room => ranked.filter(({ outcome }) => outcome === 'SELECTED').reduce((left, { candidate }) => taken(left, candidate), room);

/** Why there is no place for an application, or null where there is one. */
export function shortOf({ amountWon }: Candidate, { budgetWon, projects }: Room): Bilingual | null {
  if (projects !== null && projects < 1) return { ko: '선정 과제 수 한도가 찼습니다. 자리가 나면 순서대로 올립니다.', en: 'All places are taken. It moves up once one falls free.' };
  if (amountWon <= budgetWon) return null;
  return {
    ko: `남은 예산 ${formatWon(budgetWon)}원으로는 ${formatWon(amountWon)}원을 지원할 수 없어 예비로 둡니다. 예산이 늘거나 포기가 생기면 순서대로 올립니다.`,
    en: `Waits: ${formatWon(amountWon)} won are more than the ${formatWon(budgetWon)} that are left. It moves up in its order.`,
  };
}

function taken({ budgetWon, projects }: Room, { amountWon }: Candidate): Room {
  return { budgetWon: subtractWon(budgetWon, amountWon), projects: projects === null ? null : projects - 1 };
}

/** Whole points against an exact decimal: nothing is rounded up to the minimum. */
function reaches(score: string | null, minimum: number): boolean {
  return score !== null && BigInt(score.split('.')[0] ?? '0') >= BigInt(minimum);
}

const belowMinimum = (score: string | null, minimum: number): Bilingual => ({ ko: `평균 ${score ?? '-'}점으로 지원 최저 평점 ${minimum}점에 미치지 못합니다.`, en: `A mean of ${score ?? '-'} is below the lowest score granted, ${minimum}.` });

const waitingFirst = (waiting: number): Bilingual => ({ ko: `앞선 선정의 예비 ${waiting}건이 먼저입니다.`, en: `The ${waiting} that wait from an earlier decision come first.` });
