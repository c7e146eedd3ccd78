import type { LocalDate } from '#libs/calendar';
import type { BasisPoints, Won } from '#libs/money';
import type { Sourced } from '#libs/policy';
import type { CollectionTerms } from '#libs/recovery';

/**
 * The statute that governs a programme: Act on Recovery of Improper Gains from Public Finance (공공재정환수법), Subsidy Act
 * (보조금법), or R&D Innovation Act (국가연구개발혁신법). Which one is a legal decision kept with the programme; one computes, and
 * what two would impose is never added up.
 */
export type LegalRegime = 'PUBLIC_FINANCE' | 'SUBSIDY' | 'RND';

/** Why money is claimed back; a mispayment (오지급) is nobody's claim. */
export type ClawbackGround = 'FALSE_CLAIM' | 'EXCESS_CLAIM' | 'OFF_PURPOSE' | 'CONDITION_BREACH' | 'REQUIREMENT_UNMET' | 'MISPAYMENT';

/** A yearly rate, in force until the next one. */
export interface DatedRate extends Sourced<BasisPoints> {
  readonly from: LocalDate;
}

/** Interest by whole months: amount × rate × months / 12. */
export interface InterestTerms {
  readonly rates: readonly DatedRate[];
  /** Which day of a month decides the rate of that month when rates change within it. */
  readonly rateDay: Sourced<'FIRST_OF_MONTH' | 'LAST_OF_MONTH'>;
  readonly mispaymentOnlyAtFault: Sourced<boolean>;
}

/** A multiple of the gain by ground, or a scale whose rates apply to what lies above each bound. */
export type PenaltyScale =
  | { readonly kind: 'MULTIPLES'; readonly byGround: Readonly<Partial<Record<ClawbackGround, Sourced<BasisPoints>>>> }
  | {
      readonly kind: 'BRACKETS';
      readonly brackets: Sourced<readonly { readonly aboveWon: Won; readonly rate: BasisPoints }[]>;
      /** How far the decision may go below and above the scale. */
      readonly leeway: Sourced<BasisPoints>;
      /** Ceiling, as a multiple of the public money paid. */
      readonly cap: Sourced<BasisPoints>;
    };

/** A circumstance that lets the authority lower or drop the penalty (MAY), or obliges it to (MUST). */
export type MitigationTerms = Sourced<'MAY' | 'MUST'> &
  (
    | { readonly kind: 'SMALL_GAIN'; readonly atMostWon: Won; readonly years: number }
    | { readonly kind: 'NEGLIGENCE' | 'VOLUNTARY_REPORT' | 'OTHERWISE_FINED' }
  );

export interface PublicationTerms {
  readonly years: number;
  readonly leastPenalties: number;
  readonly leastGainWon: Won;
}

/** Everything about clawing back that a statute, a decree or an office decided. Null where the regime has no such rule. */
export interface ClawbackTerms extends CollectionTerms {
  readonly regime: LegalRegime;
  readonly interest: InterestTerms | null;
  readonly penalty: PenaltyScale;
  readonly mitigations: readonly MitigationTerms[];
  readonly publication: Sourced<PublicationTerms> | null;
}
