import type { LocalDate } from '#libs/calendar';
import type { StatusRecord } from '#libs/identifier';
import type { Sourced } from '#libs/policy';

export const ANSWER_KINDS = ['TAX_ARREARS', 'PARTICIPATION', 'DUPLICATE'] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

/** What another system answered about an applicant. */
export interface Answer {
  readonly partyId: string;
  readonly kind: AnswerKind;
  readonly result: 'CLEAR' | 'FOUND';
  /** Of PARTICIPATION: running projects of the investigator elsewhere, and of those the ones that they lead. */
  readonly projects: number | null;
  readonly projectsLed: number | null;
  readonly source: string;
  readonly askedOn: LocalDate;
  readonly note: string | null;
}

/** Somebody who may not take part, from a day until a day. */
export interface BanRecord {
  readonly name: string;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
  readonly ground: string;
  readonly source: string;
}

/** Another support that may be for the same thing. */
export interface Twin {
  /** What it is called: '2021년 A/S 바우처 AS-2021-0001'. */
  readonly label: string;
  readonly sameTitle: boolean;
  /** The same institution. */
  readonly sameParty: boolean;
}

/** What the record says of one institution of an application. */
export interface ApplicantRecord {
  readonly party: string;
  readonly partyId: string;
  readonly investigator: string | null;
  readonly status: StatusRecord | null;
  readonly bans: readonly BanRecord[];
  readonly arrears: Answer | null;
  readonly participation: Answer | null;
  /** A finding that the supports do not overlap, by document. */
  readonly clearance: Answer | null;
  /** Agreements under way here in which the investigator takes part, and of those the ones that they lead. */
  readonly running: { readonly projects: number; readonly led: number };
  readonly twins: readonly Twin[];
}

/** The terms that an application is checked by, each with its clause. */
export interface CheckTerms {
  readonly projectsMaximum: Sourced<number>;
  readonly ledMaximum: Sourced<number>;
  readonly answerDays: Sourced<number>;
  /** Won asked of the government for the project in all its years; null where the call names none. */
  readonly amountMaximum: Sourced<bigint> | null;
  /** Empty where the call has no tiers. */
  readonly tiers: Sourced<readonly string[]>;
  readonly triad: Sourced<boolean>;
}
