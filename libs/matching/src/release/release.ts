import type { LocalDate } from '#libs/calendar';
import type { Won } from '#libs/money';

/** A tranche of a pool with what opened its gate; states and payment are those of the tranche. */
export interface Release {
  readonly id: string;
  readonly agreementId: string;
  readonly agreementNumber: string;
  readonly performer: string;
  readonly label: string;
  readonly amountWon: Won;
  readonly fiscalYear: number;
  readonly milestone: string | null;
  readonly milestoneMetOn: LocalDate | null;
  readonly state: 'REQUESTED' | 'DECIDED' | 'SENT_BACK' | 'VOIDED';
  readonly sinceOn: LocalDate;
  /** How it stood when it was asked for. */
  readonly allowedWon: Won;
  readonly releasedWon: Won;
  readonly requestedBy: string | null;
  readonly payment: string | null;
  readonly paidOn: LocalDate | null;
  readonly runNumber: string | null;
}
