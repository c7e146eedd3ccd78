import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { EndReportSchedule, LayReportSchedule, ScheduledIssue } from './schedule.js';

/** A schedule with its recipients; the database wants at least one. */
export async function insertSchedule(tx: Tx, { commandId, now, actor }: CommandContext, id: string, schedule: LayReportSchedule): Promise<void> {
  const { name, kind, subjectId, period, daysAfter, fromOn, untilOn, recipientIds } = schedule;
  await tx.query(
    'insert into report_schedule (id, name, kind, subject_id, period, days_after, from_on, until_on, owner_id, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
    [id, name, kind, subjectId, period, daysAfter, fromOn, untilOn, actor.userId, now, commandId],
  );
  await tx.query('insert into report_schedule_recipient (schedule_id, user_id, known_at, command_id) select $1, unnest($2::uuid[]), $3, $4', [id, recipientIds, now, commandId]);
}

export async function insertScheduleEnd(tx: Tx, { commandId, now }: CommandContext, { scheduleId, reason }: EndReportSchedule): Promise<void> {
  await tx.query('insert into report_schedule_end (schedule_id, reason, known_at, command_id) values ($1, $2, $3, $4)', [scheduleId, reason, now, commandId]);
}

/** Says by which schedule a report was issued: from here on its recipients have it. */
export async function insertScheduledIssue(tx: Tx, { commandId, now }: CommandContext, issueId: string, subjectId: string, { id, periodEndsOn }: ScheduledIssue): Promise<void> {
  await tx.query('insert into report_schedule_issue (issue_id, schedule_id, subject_id, period_ends_on, known_at, command_id) values ($1, $2, $3, $4, $5, $6)', [
    ...[issueId, id, subjectId, periodEndsOn, now, commandId],
  ]);
}
