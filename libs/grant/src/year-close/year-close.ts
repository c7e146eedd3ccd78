import type { Won } from '#libs/money';

/** 명시이월: the National Assembly allowed it; 사고이월: the commitment could not be paid in time (국가재정법 제48조). */
export const CARRY_KINDS = ['EXPLICIT', 'ACCIDENT'] as const;
export type CarryKind = (typeof CARRY_KINDS)[number];

/** What an agreement was promised of a year and has not been paid; won. */
export interface OpenCommitment {
  readonly agreementId: string;
  readonly number: string;
  readonly partyName: string;
  /** Whose budget it is. */
  readonly fiscalYear: number;
  readonly openWon: Won;
  /** Of it decided to be paid. */
  readonly decidedWon: Won;
  /** It was carried over by accident before: it is not carried over again. */
  readonly carriedByAccident: boolean;
}

export interface CarryOver {
  readonly agreementId: string;
  readonly fiscalYear: number;
  readonly kind: CarryKind;
  readonly reason: string;
  readonly clause: string;
}
