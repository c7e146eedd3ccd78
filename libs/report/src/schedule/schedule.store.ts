import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { EndReportSchedule, LayReportSchedule, ScheduleTurn } from './schedule.js';

/** A schedule with its recipients; the database wants at least one. */
export async function insertSchedule(tx: Tx, { commandId, now, actor }: CommandContext, id: string, schedule: LayReportSchedule): Promise<void> {
  const { kind, subjectId, period, daysAfter, recipientIds } = schedule;
  await tx.query('insert into report_schedule (id, kind, subject_id, period, days_after, owner_id, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7, $8)', [
    ...[id, kind, subjectId, period, daysAfter, actor.userId, now, commandId],
  ]);
  await tx.query('insert into report_schedule_recipient (schedule_id, user_id, known_at, command_id) select distinct $1::uuid, unnest($2::uuid[]), $3::timestamptz, $4::uuid', [
    ...[id, recipientIds, now, commandId],
  ]);
}

export async function insertScheduleEnd(tx: Tx, { commandId, now }: CommandContext, { scheduleId, reason }: EndReportSchedule): Promise<void> {
  await tx.query('insert into report_schedule_end (schedule_id, reason, known_at, command_id) values ($1, $2, $3, $4)', [scheduleId, reason, now, commandId]);
}

/** What came of an attempt; the database takes no second draft of the same report. */
export async function insertTurn(tx: Tx, { commandId, now }: CommandContext, turn: ScheduleTurn): Promise<void> {
  const { scheduleId, subjectId, periodEndsOn, attempt, outcome, draftId, problem } = turn;
  await tx.query(
    `insert into report_schedule_turn (schedule_id, subject_id, period_ends_on, attempt, outcome, draft_id, problem_code, problem_ko, problem_en, known_at, command_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [scheduleId, subjectId, periodEndsOn, attempt, outcome, draftId, problem?.code ?? null, problem?.ko ?? null, problem?.en ?? null, now, commandId],
  );
}

/** Waits for whoever is ending the schedule; nobody else ends it until the transaction is over. */
export async function lockSchedule(tx: Tx, id: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('end of report schedule ' || $1, 0))`, [id]);
}
