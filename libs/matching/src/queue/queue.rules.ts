import { compareDates, type LocalDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';
import { formatWon, type Won } from '#libs/money';
import { commitInTurn, type QueuedCommitment } from '../match/match.rules.js';
import type { CommitmentBound, MatchTerms } from '../match/match.js';
import { termsOfPlan } from '../plan/plan.rules.js';

/** A plan that was evaluated, or waits from an earlier decision. */
export interface QueueCandidate {
  readonly applicationId: string;
  readonly number: string;
  readonly receivedOn: LocalDate;
  /** Mean of the evaluators, an exact decimal; null where nobody scored. */
  readonly score: string | null;
  /** It waits from an earlier decision. */
  readonly waiting: boolean;
  readonly privateWon: Won;
  readonly matchBasisPoints: number | null;
}

export type QueueOutcome = 'SELECTED' | 'WAITLISTED' | 'REJECTED';

/** Where a plan stands, what it gets and why that is no more. */
export interface QueuePlace {
  readonly candidate: QueueCandidate;
  /** From 1 on in the order of the queue; null for what is not in it. */
  readonly position: number | null;
  readonly outcome: QueueOutcome;
  readonly commitment: QueuedCommitment | null;
  readonly terms: MatchTerms;
  readonly why: Bilingual;
}

const WHY: Readonly<Record<CommitmentBound, Bilingual>> = {
  MATCH: { ko: '민간 약정액 × 매칭비율까지입니다', en: 'as much as the ratio gives' },
  CAP: { ko: '과제당 한도까지입니다', en: 'as much as the cap of a project allows' },
  BUDGET: { ko: '남은 예산까지입니다', en: 'as much as the budget has left' },
  SHARE: { ko: '총사업비 대비 정부지원 한도까지입니다', en: 'as much as the government may bear of the whole' },
};

/**
 * The queue: by the day of receipt, then by number; whoever computes it gets the same. Each gets what ratio, cap, share and the
 * budget left allow. Where nothing is left a plan waits; below the lowest score that is granted it is turned down and stands nowhere.
 */
export function decideQueue(candidates: readonly QueueCandidate[], budgetLeftWon: Won, terms: MatchTerms, scoreMinimum: number): QueuePlace[] {
  const ordered = [...candidates].sort((one, other) => compareDates(one.receivedOn, other.receivedOn) || (one.number < other.number ? -1 : 1));
  const passed = ordered.filter(({ score, waiting }) => waiting || reaches(score, scoreMinimum));
  const committed = commitInTurn(budgetLeftWon, passed.map(({ number, receivedOn, privateWon, matchBasisPoints }) => ({ number, agreedOn: receivedOn, privateWon, terms: termsOfPlan(terms, matchBasisPoints) })));
  const inQueue = passed.map((candidate, index): QueuePlace => placeOf(candidate, index + 1, committed[index] ?? null, termsOfPlan(terms, candidate.matchBasisPoints)));
  const refused = ordered.filter((each) => !passed.includes(each)).map((candidate): QueuePlace => ({ candidate, position: null, outcome: 'REJECTED', commitment: null, terms, why: belowMinimum(candidate.score, scoreMinimum) }));
  return [...inQueue, ...refused];
}

function placeOf(candidate: QueueCandidate, position: number, commitment: QueuedCommitment | null, terms: MatchTerms): QueuePlace {
  const at = { candidate, position, commitment, terms };
  if (commitment === null || commitment.governmentWon === 0n) {
    return { ...at, outcome: 'WAITLISTED', why: { ko: `${position}번째입니다. 남은 예산이 없어 예비로 기다립니다.`, en: `Number ${position}. Nothing is left of the budget: it waits.` } };
  }
  const { governmentWon, bound, budgetLeftBeforeWon } = commitment;
  const [amount, left] = [formatWon(governmentWon), formatWon(budgetLeftBeforeWon)];
  return {
    ...at,
    outcome: 'SELECTED',
    why: { ko: `${position}번째로 정부 약정 ${amount}원. ${WHY[bound].ko}(배정 전 잔액 ${left}원).`, en: `Number ${position}, ${amount} won: ${WHY[bound].en} (${left} were left before it).` },
  };
}

/** Whole points against an exact decimal: nothing is rounded up to the minimum. */
const reaches = (score: string | null, minimum: number): boolean => score !== null && BigInt(score.split('.')[0] ?? '0') >= BigInt(minimum);

const belowMinimum = (score: string | null, minimum: number): Bilingual => ({ ko: `평균 ${score ?? '-'}점으로 지원 최저 평점 ${minimum}점에 미치지 못합니다.`, en: `A mean of ${score ?? '-'} is below the lowest score granted, ${minimum}.` });
