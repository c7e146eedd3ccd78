import type { LocalDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';

export const DUTY_STATES = ['DONE', 'OVERDUE', 'DUE'] as const;
export type DutyState = (typeof DUTY_STATES)[number];

/** What the law or the partners ask of a fund by a day, and whether it was done. */
export interface Duty {
  /** Which one, within the fund: CLOSING_STATEMENTS:2025. */
  readonly duty: string;
  readonly title: Bilingual;
  /** What set it going. */
  readonly reason: Bilingual;
  readonly since: LocalDate;
  readonly dueOn: LocalDate;
  readonly clause: string;
  readonly state: DutyState;
  readonly doneOn: LocalDate | null;
  readonly note: string | null;
  readonly documentId: string | null;
}

/** What happened in a fund that asks for something to be done. */
export interface DutyFacts {
  readonly foundedOn: LocalDate;
  readonly registeredOn: LocalDate | null;
  readonly dissolution: { readonly dissolvedOn: LocalDate; readonly noticeDueOn: LocalDate } | null;
  /** Versions of the agreement after the first, transfers, extensions: what the register of the ministry has to follow. */
  readonly changes: readonly { readonly kind: ChangeKind; readonly number: number; readonly on: LocalDate }[];
  readonly done: readonly { readonly duty: string; readonly doneOn: LocalDate; readonly note: string | null; readonly documentId: string | null }[];
}

export const CHANGE_KINDS = ['AGREEMENT', 'PARTNERS', 'LIFE'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];
