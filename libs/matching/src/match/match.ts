import type { LocalDate } from '#libs/calendar';
import type { BasisPoints, Won } from '#libs/money';

/** What a programme of reverse matching decided; policy rows. Private cash comes first, the government follows it. */
export interface MatchTerms {
  /** Government won for private won: 10,000 is one to one. */
  readonly match: BasisPoints;
  /** The most the government bears of a project's cash, below the whole. */
  readonly governmentAtMost: BasisPoints;
  readonly capPerProjectWon: Won;
  readonly clause: string;
}

/** Why a commitment is no larger. */
export type CommitmentBound = 'MATCH' | 'CAP' | 'BUDGET' | 'SHARE';

export interface Commitment {
  readonly governmentWon: Won;
  readonly bound: CommitmentBound;
}

/** Only a company's own money counts; everything else is declared, kept, and matched by nothing. */
export const FUND_SOURCES = ['OWN', 'OTHER_PUBLIC', 'GUARANTEED_LOAN', 'RELATED_PARTY', 'OTHER'] as const;
export type FundSource = (typeof FUND_SOURCES)[number];

/** Private money of a project as a bank showed it: in, or back out. */
export interface PrivateMove {
  readonly on: LocalDate;
  readonly kind: 'DEPOSIT' | 'RETURN';
  readonly amountWon: Won;
  readonly source: FundSource;
}

/** What the private side has in, by source; in won at the end of a day. */
export interface PrivatePosition {
  readonly countedWon: Won;
  readonly uncountedWon: Won;
}

/** What may be released and what was, at the end of a day. */
export interface ReleasePosition extends PrivatePosition {
  readonly releasableWon: Won;
  readonly releasedWon: Won;
  readonly remainingWon: Won;
  readonly overReleasedWon: Won;
}

/** What a project gives back, by ground; won. */
export interface MatchClawback {
  readonly overReleasedWon: Won;
  readonly disallowedWon: Won;
  readonly unspentWon: Won;
  readonly interestWon: Won;
  readonly totalWon: Won;
  /** What the notice demands: nothing below ten won (국고금 관리법 제47조). */
  readonly noticeWon: Won;
}

/** What a settlement found; won. */
export interface MatchSettlement {
  readonly unspentWon: Won;
  readonly disallowedWon: Won;
  /** Interest on the government's part, as the account shows it. */
  readonly interestWon: Won;
}
