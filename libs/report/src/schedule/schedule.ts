import type { LocalDate } from '#libs/calendar';
import type { ReportKind } from '../download/download.js';

/** Reports that go out by the calendar: those about something that goes on from period to period. */
export const SCHEDULED_KINDS = ['FUND_COMPLIANCE', 'FUND_QUARTERLY', 'PARTNER_STATEMENTS', 'ILPA_PERFORMANCE', 'VOUCHER_SETTLEMENT', 'GRANT_SETTLEMENT', 'MATCHING', 'ANNUAL'] as const satisfies readonly ReportKind[];
export type ScheduledKind = (typeof SCHEDULED_KINDS)[number];

export const SCHEDULE_PERIODS = ['QUARTER', 'HALF', 'YEAR'] as const;
export type SchedulePeriod = (typeof SCHEDULE_PERIODS)[number];

/** The longest time between the end of a period and its report, as the database keeps it. */
export const MOST_DAYS_AFTER = 180;

export interface LayReportSchedule {
  readonly kind: ScheduledKind;
  /** Null: everything that the kind is about and that its owner sees when the report is due. */
  readonly subjectId: string | null;
  readonly period: SchedulePeriod;
  /** Days from the end of the period to the draft, which waits for the next working day. */
  readonly daysAfter: number;
  readonly recipientIds: readonly string[];
}

export interface EndReportSchedule {
  readonly scheduleId: string;
  readonly reason: string;
}

/** A schedule as it stands. */
export interface ReportSchedule extends Omit<LayReportSchedule, 'recipientIds'> {
  readonly id: string;
  readonly subjectNumber: string | null;
  readonly subjectName: string | null;
  /** Who laid it: reports are drafted in their name, and only of what they see. */
  readonly ownerId: string;
  readonly ownerName: string;
  /** Periods that were over on this day are not made up for. */
  readonly laidOn: LocalDate;
  readonly recipients: readonly string[];
  readonly endedOn: LocalDate | null;
  readonly endReason: string | null;
  /** How many reports could not be drafted when it was tried last. */
  readonly refused: number;
}

/** Something that a kind of report is about. */
export interface ScheduleSubject {
  readonly kind: ScheduledKind;
  readonly id: string;
  readonly number: string;
  readonly name: string;
}

/** DRAFTED by the schedule, FOUND drafted or issued by somebody else, REFUSED for a reason that is on record. */
export type TurnOutcome = 'DRAFTED' | 'FOUND' | 'REFUSED';

export interface TurnProblem {
  readonly code: string;
  readonly ko: string;
  readonly en: string;
}

/** What came of it when the report of a period about one thing was to be drafted. */
export interface ScheduleTurn {
  readonly scheduleId: string;
  readonly subjectId: string;
  readonly periodEndsOn: LocalDate;
  /** Counts from 1. */
  readonly attempt: number;
  readonly outcome: TurnOutcome;
  /** The command that issues the report, done or waiting for its signatures; null unless DRAFTED. */
  readonly draftId: string | null;
  readonly problem: TurnProblem | null;
}

export interface DraftReportSchedule extends ScheduleTurn {
  /** Who asked for another attempt; null: the program, because the day had come. */
  readonly askedById: string | null;
}
