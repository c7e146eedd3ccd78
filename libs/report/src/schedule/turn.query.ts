import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { ReportSchedule } from './schedule.js';

/** How often a report was to be drafted, and whether it needs no more. */
export interface TurnCount {
  readonly subjectId: string;
  readonly periodEndsOn: LocalDate;
  readonly attempts: number;
  readonly settled: boolean;
}

export function listTurnCounts(tx: Tx, scheduleId: string): Promise<TurnCount[]> {
  return tx.query(
    `select subject_id as "subjectId", period_ends_on as "periodEndsOn", count(*)::integer as attempts, bool_or(outcome <> 'REFUSED') as settled
       from report_schedule_turn where schedule_id = $1 group by subject_id, period_ends_on`,
    [scheduleId],
  );
}

/** The command under `key`, done or waiting for signatures; null where it was never drafted. */
export async function findDraft(tx: Tx, ownerId: string, key: string): Promise<string | null> {
  const rows: { id: string }[] = await tx.query(`select id from command_log where actor_id = $1 and idempotency_key = $2 and outcome in ('DONE', 'SUBMITTED') order by outcome = 'SUBMITTED' limit 1`, [ownerId, key]);
  return rows[0]?.id ?? null;
}

/** Whether another schedule has drafted the same report. */
export async function isDraftedElsewhere(tx: Tx, { id, kind }: Pick<ReportSchedule, 'id' | 'kind'>, subjectId: string, endsOn: LocalDate): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `select 1 from report_schedule_turn t join report_schedule s on s.id = t.schedule_id
      where s.kind = $1 and s.id <> $2 and t.subject_id = $3 and t.period_ends_on = $4 and t.outcome = 'DRAFTED' limit 1`,
    [kind, id, subjectId, endsOn],
  );
  return rows.length > 0;
}

/** ISSUED: it has its number. WAITING for signatures. STOPPED: returned, recalled, refused when it ran, or nobody signed in time. REFUSED: never drafted. */
export const TURN_STATES = ['ISSUED', 'WAITING', 'STOPPED', 'REFUSED'] as const;
export type TurnState = (typeof TURN_STATES)[number];

/** How the report of a period stands now. */
export interface TurnStanding {
  readonly subjectId: string;
  readonly subjectNumber: string | null;
  readonly subjectName: string | null;
  readonly periodEndsOn: LocalDate;
  readonly state: TurnState;
  readonly attempts: number;
  readonly triedAt: Date;
  readonly problemKo: string | null;
  readonly problemEn: string | null;
  readonly approvalId: string | null;
  readonly issueId: string | null;
  readonly issueNumber: string | null;
}

/** The reports that a schedule has come to, the latest period first; what happened to each draft since is read where it happened. */
export function listTurnStandings(tx: Tx, scheduleId: string, now: Date, limit: number): Promise<TurnStanding[]> {
  return tx.query(
    `select t.subject_id as "subjectId", coalesce(f.number, y.kind || '-' || y.fiscal_year, c.prefix || '-' || c.fiscal_year) as "subjectNumber", coalesce(f.name, y.name, c.name) as "subjectName",
            t.period_ends_on as "periodEndsOn", t.attempt as attempts, t.known_at as "triedAt", i.id as "issueId", i.number as "issueNumber", last.id as "approvalId",
            case when i.id is not null then 'ISSUED' when t.outcome = 'REFUSED' then 'REFUSED'
                 when last.state in ('RETURNED', 'RECALLED', 'FAILED', 'EXPIRED') or (last.state = 'PENDING' and last.expires_at <= $2) then 'STOPPED' else 'WAITING' end as state,
            t.problem_ko as "problemKo", t.problem_en as "problemEn"
       from (select distinct on (subject_id, period_ends_on) * from report_schedule_turn where schedule_id = $1 order by subject_id, period_ends_on, attempt desc) as t
       join report_schedule s on s.id = t.schedule_id
       left join fund f on f.id::text = t.subject_id left join voucher_year y on y.id::text = t.subject_id left join grant_call c on c.id::text = t.subject_id
       left join lateral (select i.id, i.number from report_issue i where i.kind = s.kind and i.subject_id = t.subject_id and i.as_of = t.period_ends_on order by i.known_at desc limit 1) as i on true
       left join approval_request r on r.command_id = t.draft_id
       left join lateral (select q.id, a.state, q.expires_at from approval_request q join approval_state a on a.request_id = q.id where q.case_id = r.case_id order by q.version desc limit 1) as last on true
      order by t.period_ends_on desc, 2, t.subject_id limit $3`,
    [scheduleId, now, limit],
  );
}
