import type { Verdict } from '#libs/command';
import type { Bilingual } from '#libs/errors';
import { formatWon, subtractWon, sumWon, type Won } from '#libs/money';
import { rankApplications, type Rankable } from '#libs/selection';

/** An application that waits for a place. */
export interface Candidate extends Rankable {
  readonly voucherId: string;
  readonly companyId: string;
  readonly company: string;
  /** What it would be given: no more than it asked for and than the face value. */
  readonly amountWon: Won;
}

/** What may still be promised: what the books have left, less what has been promised and not been issued. */
export interface Places {
  readonly vouchers: number;
  readonly budgetWon: Won;
  readonly companies: number;
  /** Companies that have a voucher of the year or the promise of one: they take no further place among companies. */
  readonly served: ReadonlySet<string>;
}

export interface Ranked<Application extends Candidate = Candidate> {
  readonly candidate: Application;
  readonly rank: number;
  readonly outcome: 'SELECTED' | 'WAITLISTED';
  readonly why: Bilingual;
}

/** Applications that stand on the waiting list already, and the last rank that was given out. */
export interface EarlierRanks {
  readonly waiting: number;
  readonly lastRank: number;
}

/**
 * Ranks applications by score, receipt and number, and selects down the list while vouchers, companies and budget allow, at most
 * `cut` of them. Nobody overtakes: from the first that does not fit on, all the rest wait, and whoever waits from an earlier
 * decision comes first.
 */
export function decideSelection<Application extends Candidate>(candidates: readonly Application[], places: Places, cut: number | null, earlier: EarlierRanks): Ranked<Application>[] {
  let left = places;
  let stopped: Bilingual | null = earlier.waiting > 0 ? waitingListComesFirst(earlier.waiting) : null;
  return rankApplications(candidates).map((candidate, index) => {
    const rank = earlier.lastRank + index + 1;
    stopped ??= cut !== null && index >= cut ? beyondTheCut(cut) : shortOf(candidate, left);
    if (stopped !== null) return { candidate, rank, outcome: 'WAITLISTED', why: stopped };
    left = taken(left, candidate);
    return { candidate, rank, outcome: 'SELECTED', why: { ko: `${rank}순위로 한도와 예산 안에 듭니다.`, en: `Rank ${rank}, within quotas and budget.` } };
  });
}

/** Applications at the head of the waiting list, in its order, each with whether a place is free for it after those before it. */
export function promoteFromWaitingList(waiting: readonly Candidate[], count: number, places: Places, clause: string): { readonly promoted: readonly Candidate[]; readonly verdicts: readonly Verdict[] } {
  let left = places;
  const verdicts = waiting.slice(0, count).map((candidate) => {
    const verdict = placeIsFree(candidate, left, clause);
    if (verdict.result === 'PASS') left = taken(left, candidate);
    return verdict;
  });
  return { promoted: waiting.slice(0, count), verdicts };
}

/** Public money that a selection promises. */
export const promisedWon = (ranked: readonly Ranked[]): Won => sumWon(ranked.filter(({ outcome }) => outcome === 'SELECTED').map(({ candidate }) => candidate.amountWon));

/** What is left once the selected have their places. */
export const placesAfter = (places: Places, ranked: readonly Ranked[]): Places =>
  ranked.filter(({ outcome }) => outcome === 'SELECTED').reduce((left, { candidate }) => taken(left, candidate), places);

/** Vouchers, companies and budget all have room for one more. */
function placeIsFree(candidate: Candidate, places: Places, clause: string): Verdict {
  const short = shortOf(candidate, places);
  return {
    rule: 'place-is-free',
    clause,
    result: short === null ? 'PASS' : 'BLOCK',
    text: short ?? { ko: '남은 한도와 예산 안에 듭니다.', en: 'Within what is left of quotas and budget.' },
    inputs: { application: candidate.number, amountWon: `${candidate.amountWon}`, vouchersLeft: places.vouchers, companiesLeft: places.companies, budgetLeftWon: `${places.budgetWon}` },
  };
}

/** Both limits bind at once (docs/domain.md §3.3): whichever is short, every figure is told. */
function shortOf({ amountWon, companyId }: Candidate, { vouchers, companies, budgetWon, served }: Places): Bilingual | null {
  const short = [
    ...(vouchers < 1 ? [{ ko: '선정 건수', en: 'vouchers' }] : []),
    ...(companies < 1 && !served.has(companyId) ? [{ ko: '수혜기업 수', en: 'companies' }] : []),
    ...(amountWon > budgetWon ? [{ ko: '예산', en: 'budget' }] : []),
  ];
  if (short.length === 0) return null;
  const list = (language: keyof Bilingual): string => short.map((each) => each[language]).join(', ');
  const figures = { ko: `남은 한도는 ${vouchers}건, 기업 ${companies}개, 예산 ${formatWon(budgetWon)}원`, en: `left are ${vouchers} voucher(s), ${companies} company(ies) and ${formatWon(budgetWon)} won` };
  return {
    ko: `${list('ko')} 한도가 모자라 예비로 둡니다(${figures.ko}). 포기·해약이 생기거나 한도·예산이 늘면 순서대로 올립니다.`,
    en: `Waits: not enough ${list('en')} (${figures.en}). It moves up in its order once somebody gives up, or quotas or budget grow.`,
  };
}

function taken(places: Places, { amountWon, companyId }: Candidate): Places {
  const isNew = !places.served.has(companyId);
  return {
    vouchers: places.vouchers - 1,
    budgetWon: subtractWon(places.budgetWon, amountWon),
    companies: places.companies - (isNew ? 1 : 0),
    served: isNew ? new Set([...places.served, companyId]) : places.served,
  };
}

const beyondTheCut = (cut: number): Bilingual => ({ ko: `이번에 선정하기로 한 ${cut}건 밖이어서 예비로 둡니다.`, en: `Beyond the ${cut} that are selected this time.` });

function waitingListComesFirst(waiting: number): Bilingual {
  return { ko: `앞선 선정의 예비 ${waiting}건이 먼저입니다. 예비를 모두 올린 뒤 선정할 수 있습니다.`, en: `The ${waiting} on the waiting list of an earlier decision come first.` };
}
