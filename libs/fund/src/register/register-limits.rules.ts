import type { LocalDate } from '#libs/calendar';
import { basisPoints, type BasisPoints } from '#libs/money';

/** Numbers that the checks of an import rest on where the register itself names none. */
export interface RegisterLimits {
  /** A start-up is at most so many years old on the day of payment. */
  readonly startupYears: number;
  /** A transfer contract speaks for a deal paid within so many years. */
  readonly transferWindowYears: number;
  /** Smallest share of the general partners in the commitments. */
  readonly generalPartnerShare: BasisPoints;
  /** How far a typed share may be off before it is remarked. */
  readonly shareTolerance: BasisPoints;
  /** Cap on the cost in one company where the overview of the fund names none. */
  readonly singleCompanyCap: BasisPoints;
  /** Yearly rate on late contributions where the overview of the fund names none. */
  readonly overdueRate: BasisPoints;
  /** Day of the import: what is dated later has not happened and is rejected. Null leaves dates alone. */
  readonly today: LocalDate | null;
}

/**
 * What applies where no policy row says otherwise. Sources: start-up seven years [law: 중소기업창업 지원법 §2]; general
 * partner 1 % [law: 벤처투자법 시행령 §34]; transfer window five years, single company 20 %, overdue interest 10 % a year
 * [assumption: docs/domain.md §2.5, §2.7, §2.8]; tolerance 0.01 percentage points [practice: two printed decimals].
 */
export const DEFAULT_REGISTER_LIMITS: RegisterLimits = {
  startupYears: 7,
  transferWindowYears: 5,
  generalPartnerShare: basisPoints(100),
  shareTolerance: basisPoints(1),
  singleCompanyCap: basisPoints(2000),
  overdueRate: basisPoints(1000),
  today: null,
};
