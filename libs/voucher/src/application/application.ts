import type { LocalDate } from '#libs/calendar';
import type { Won } from '#libs/money';
import type { StatusRecord } from '#libs/identifier';

/** What an application says; an empty answer is null. Texts are as the company wrote them. */
export interface ApplicationFacts {
  readonly receivedOn: LocalDate;
  /** 'HH:MM:SS'; decides between equal scores of one day. */
  readonly receivedTime: string | null;
  readonly representative: string | null;
  readonly officers: string | null;
  readonly contractNumber: string | null;
  readonly contractOn: LocalDate | null;
  readonly technology: string | null;
  readonly researcher: string | null;
  readonly researcherNumber: string | null;
  readonly institution: string | null;
  readonly requestedWon: Won;
  readonly services: string | null;
  readonly consented: boolean | null;
  /** The document that clears a conflict of interest. */
  readonly clearance: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly note: string | null;
}

/** What the record says about the company of an application, beside the application itself. */
export interface ApplicantRecord {
  /** Numbers of other applications of this year for the same transfer contract that have not been rejected or given up. */
  readonly sameContract: readonly string[];
  /** Numbers of its applications of this year for other contracts. */
  readonly otherContracts: readonly string[];
  /** Support of the same company for the same technology in other years and programmes, by name. */
  readonly otherSupport: readonly string[];
  /** Null where nobody has asked the tax office. */
  readonly status: StatusRecord | null;
}
