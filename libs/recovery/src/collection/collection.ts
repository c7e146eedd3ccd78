import type { LocalDate, Period } from '#libs/calendar';
import type { BasisPoints, Won } from '#libs/money';
import type { Sourced } from '#libs/policy';

/** What is added to an overdue amount, as a share of it, by how late the payment comes. */
export interface SurchargeTerms {
  readonly steps: Sourced<readonly { readonly within: Period; readonly rate: BasisPoints }[]>;
  /** Added for every further month after the last step. */
  readonly monthlyRate: Sourced<BasisPoints>;
  readonly cap: Sourced<BasisPoints>;
}

/** How public money that is claimed back is collected. Null where the regime has no such rule. */
export interface CollectionTerms {
  readonly surcharge: SurchargeTerms | null;
  readonly paymentTermDays: Sourced<number>;
  readonly mostInstalments: Sourced<number>;
  /** The notice drops what is below so many won; null where the regime does not say so. */
  readonly truncationWon: Sourced<bigint | null>;
}

export interface Instalment {
  readonly dueOn: LocalDate;
  readonly amountWon: Won;
}

/** A payment of the debtor, in cash or by set-off. */
export interface Settled {
  readonly on: LocalDate;
  readonly amountWon: Won;
}

export const MOVEMENT_KINDS = ['RECEIVED', 'OFFSET', 'WRITTEN_OFF', 'SURCHARGED', 'REDUCED', 'REVERSED'] as const;
/**
 * What happens to a claim: money came, was set off, the claim was given up, raised by a surcharge, or lowered by a decision on an
 * objection. REVERSED: a receipt was none; it has the amount and the value date of that receipt, which counts as if it had never come.
 */
export type MovementKind = (typeof MOVEMENT_KINDS)[number];

/** A claim with its plan and what happened to it, as it is stored: amounts are won as text. */
export interface Claimed {
  readonly demandedWon: string;
  readonly instalments: readonly { readonly dueOn: LocalDate; readonly amountWon: string }[];
  readonly movements: readonly { readonly kind: MovementKind; readonly amountWon: string; readonly valueOn: LocalDate }[];
}

/** Where a claim stands, in won. */
export interface ClaimAccount {
  /** As it was demanded, less what a later decision took off. */
  readonly demandedWon: Won;
  readonly surchargedWon: Won;
  /** Received or set off. */
  readonly settledWon: Won;
  /** Given up and not paid after all. */
  readonly writtenOffWon: Won;
  /** What the books still expect: the balance of its receivable. */
  readonly openWon: Won;
}
