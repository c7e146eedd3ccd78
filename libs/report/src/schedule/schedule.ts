import type { LocalDate } from '#libs/calendar';
import type { ReportKind } from '../download/download.js';

/** Reports that go out by the calendar: those about something that goes on from period to period. */
export const SCHEDULED_KINDS = ['FUND_COMPLIANCE', 'FUND_QUARTERLY', 'PARTNER_STATEMENTS', 'ILPA_PERFORMANCE', 'VOUCHER_SETTLEMENT', 'GRANT_SETTLEMENT', 'MATCHING', 'ANNUAL'] as const satisfies readonly ReportKind[];
export type ScheduledKind = (typeof SCHEDULED_KINDS)[number];

export const SCHEDULE_PERIODS = ['QUARTER', 'YEAR'] as const;
export type SchedulePeriod = (typeof SCHEDULE_PERIODS)[number];

export const DELIVERY_STATES = ['NEW', 'TAKEN'] as const;

/** The longest time between the end of a period and its report, as the database keeps it. */
export const MOST_DAYS_AFTER = 180;

export interface LayReportSchedule {
  /** What people call it. */
  readonly name: string;
  readonly kind: ScheduledKind;
  /** Null: everything that the kind is about and that its owner sees when the period ends. */
  readonly subjectId: string | null;
  readonly period: SchedulePeriod;
  /** Days from the end of the period to the draft, which waits for the next working day. */
  readonly daysAfter: number;
  /** Periods that end from this day on, */
  readonly fromOn: LocalDate;
  /** and no later than this one; null: until it is ended. */
  readonly untilOn: LocalDate | null;
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
  /** The day on which it became known; periods that were over then are not made up for. */
  readonly laidOn: LocalDate;
  readonly recipients: readonly string[];
  readonly endedOn: LocalDate | null;
  readonly endReason: string | null;
}

/** Something that a kind of report is about. */
export interface ScheduleSubject {
  readonly kind: ScheduledKind;
  readonly id: string;
  readonly number: string;
  readonly name: string;
}

/** By which schedule, and for which period, a report is issued. */
export interface ScheduledIssue {
  readonly id: string;
  readonly periodEndsOn: LocalDate;
}
