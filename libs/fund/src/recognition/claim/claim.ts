import type { LocalDate } from '#libs/calendar';
import type { Recognition } from '../../classification/classification.js';
import type { EvidenceItem } from '../../classification/classification.rules.js';
import type { EvidenceDetail } from '../detail/evidence-detail.js';

/** A document that stands, with what it says. */
export interface ClaimDocument extends EvidenceItem {
  readonly validTo: LocalDate | null;
  readonly issuer: string | null;
  readonly detail: EvidenceDetail | null;
}

/** A public research institute for the days on which it is on the list, both included; `lastOn` null: still. */
export interface ListedInstitute {
  readonly id: string;
  readonly name: string;
  readonly number: string | null;
  readonly validFrom: LocalDate;
  readonly lastOn: LocalDate | null;
}

/** An answer that recognises in advance; `companyId` null: every company of the fund. */
export interface ExceptionGround {
  readonly number: string;
  readonly companyId: string | null;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** A claim as all checks of its route look at it. */
export interface FullClaim extends Recognition {
  readonly companyId: string;
  readonly evidence: readonly ClaimDocument[];
  /** The payment that is looked at: the deal's own, or the first one's where the agreement tests that. */
  readonly testedOn: LocalDate;
  readonly incorporatedOn: LocalDate | null;
  readonly institutes: readonly ListedInstitute[];
  readonly exceptions: readonly ExceptionGround[];
}
