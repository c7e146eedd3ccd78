import type { LocalDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';
import type { Won } from '#libs/money';

/** A version of the agreement that was in force by the day of the figures. */
export interface AgreementVersion {
  readonly version: number;
  readonly effectiveOn: LocalDate;
  readonly summary: string;
  /** The meeting of partners that resolved it; null for the one the fund was formed with. */
  readonly resolvedOn: LocalDate | null;
}

/** How much of a limit is used: of one company, one project, or of the fund. */
export interface LimitUse {
  readonly name: Bilingual;
  /** Whom it is about; null for the fund as a whole. */
  readonly subject: string | null;
  readonly usedWon: Won;
  readonly capWon: Won;
  readonly capBasisPoints: number;
  readonly clause: string;
  /** What the law forbids, or what the partners agreed among themselves. */
  readonly hardness: 'HARD' | 'SOFT';
}

/** Leave that was given to make a deal in spite of a soft rule. */
export interface WaiverLine {
  readonly rule: string;
  readonly company: string | null;
  readonly mostWon: Won | null;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate;
  readonly approvedBy: string;
  readonly reason: string;
}

/** A deal with somebody who is related to those who manage the fund or hold a large part of it. */
export interface RelatedDeal {
  readonly number: string;
  readonly company: string;
  readonly amountWon: Won;
  readonly finding: string;
  readonly clause: string;
}

export interface RestrictionFacts {
  readonly limits: readonly LimitUse[];
  readonly waivers: readonly WaiverLine[];
  readonly related: readonly RelatedDeal[];
}

/** One test of the statute: of the fund, or of everything its general partner manages. */
export interface StatutoryLine {
  readonly level: 'FUND' | 'GENERAL_PARTNER';
  readonly clause: string;
  readonly testOn: LocalDate | null;
  readonly ratioBasisPoints: number;
  readonly baseWon: Won;
  readonly countedWon: Won;
  readonly requiredWon: Won;
  readonly shortfallWon: Won;
  readonly ratioPercent: string | null;
  readonly verdict: string;
}

/** A rule of the agreement or of the programme besides the deciding one, with where the fund stands under it. */
export interface MandateLine {
  readonly name: Bilingual;
  readonly level: string;
  readonly clause: string;
  readonly basis: string;
  readonly ratioBasisPoints: number;
  readonly dueOn: LocalDate | null;
  readonly baseWon: Won;
  readonly countedWon: Won;
  readonly requiredWon: Won;
  readonly shortfallWon: Won;
  readonly ratioPercent: string | null;
  readonly verdict: string;
}

/** All rules besides the deciding one, and whether they can be met together with it. */
export interface MandateFacts {
  readonly lines: readonly MandateLine[];
  /** Rules that count funds which the reader may not see. */
  readonly hidden: number;
  readonly reachable: boolean;
  /** The least that has to be invested yet to meet them all; null if no amount does. */
  readonly leastFurtherWon: Won | null;
}

/** What somebody did that changed the fund, with who signed it. */
export interface ChangeLine {
  readonly title: Bilingual;
  readonly subject: string | null;
  readonly actor: string;
  readonly actedAt: Date;
  readonly approvalNumber: string | null;
  readonly signers: readonly string[];
}
