import type { LocalDate } from '#libs/calendar';
import type { Won } from '#libs/money';
import type { FollowOnRound, ImpairmentException, ImpairmentReason } from './impairment/impairment.js';

/** The value of one deal as somebody puts it into the sheet. */
export interface ValuationItem {
  readonly investmentId: string;
  readonly fairValueWon: Won;
  readonly impairmentWon: Won;
  readonly method: string;
  readonly note: string | null;
  readonly reasons: readonly ImpairmentReason[];
  readonly isIfrsConversion: boolean;
  readonly followOn: FollowOnRound | null;
}

/** The auditor's word on a whole sheet. */
export interface AuditorSignature {
  readonly auditor: string;
  readonly signedOn: LocalDate;
}

/** A valuation as it is stored, on what it rests included. */
export interface ValuationRecord extends Pick<ValuationItem, 'investmentId' | 'fairValueWon' | 'impairmentWon' | 'method' | 'note' | 'reasons'> {
  readonly valuedOn: LocalDate;
  readonly costWon: Won;
  readonly exceptions: readonly ImpairmentException[];
  readonly signature: AuditorSignature | null;
  readonly documentId: string | null;
}
