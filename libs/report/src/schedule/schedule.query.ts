import { holdersOf } from '#libs/access';
import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import type { ReportSchedule, ScheduledKind, ScheduleSubject } from './schedule.js';

const SCHEDULE = `
  select s.id, s.name, s.kind, s.subject_id as "subjectId", coalesce(f.number, y.kind || '-' || y.fiscal_year, c.prefix || '-' || c.fiscal_year) as "subjectNumber",
         coalesce(f.name, y.name, c.name) as "subjectName", s.period, s.days_after as "daysAfter", s.from_on as "fromOn", s.until_on as "untilOn",
         s.owner_id as "ownerId", o.name as "ownerName", (s.known_at at time zone 'Asia/Seoul')::date as "laidOn",
         array(select u.name from report_schedule_recipient r join app_user u on u.id = r.user_id where r.schedule_id = s.id order by u.name) as recipients,
         (e.known_at at time zone 'Asia/Seoul')::date as "endedOn", e.reason as "endReason"
    from report_schedule s join app_user o on o.id = s.owner_id left join report_schedule_end e on e.schedule_id = s.id
         left join fund f on f.id = s.subject_id left join voucher_year y on y.id = s.subject_id left join grant_call c on c.id = s.subject_id`;

/** Schedules in sight, those that hold first. */
export const listSchedules = (tx: Tx): Promise<ReportSchedule[]> => tx.query(`${SCHEDULE} order by e.known_at is not null, s.known_at desc, s.id`);

/** Throws not found for a schedule that is not there or not in sight. */
export async function getSchedule(tx: Tx, id: string): Promise<ReportSchedule> {
  const rows: ReportSchedule[] = await tx.query(`${SCHEDULE} where s.id = $1`, [id]);
  if (rows[0] !== undefined) return rows[0];
  throw notFound({ ko: '정기 발행', en: 'report schedule' }, id);
}

/** Waits for whoever is ending the schedule; nobody else ends it until the transaction is over. */
export async function lockSchedule(tx: Tx, id: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('report schedule ' || $1, 0))`, [id]);
}

const FUNDS = `select id::text, number, name from fund f where founded_on <= $1 and not exists (select 1 from fund_dissolution d where d.fund_id = f.id and d.dissolved_on < $1)`;
const callsOf = (condition: string): string => `select id::text, prefix || '-' || fiscal_year as number, name from grant_call where fiscal_year = extract(year from $1::date) and ${condition}`;

/** What each kind is about on the last day of a period: funds that live, programme years and calls of that year, the year itself. */
const SUBJECTS: Readonly<Record<ScheduledKind, string>> = {
  FUND_COMPLIANCE: FUNDS,
  FUND_QUARTERLY: FUNDS,
  PARTNER_STATEMENTS: FUNDS,
  ILPA_PERFORMANCE: FUNDS,
  VOUCHER_SETTLEMENT: `select id::text, kind || '-' || fiscal_year as number, name from voucher_year where fiscal_year = extract(year from $1::date)`,
  GRANT_SETTLEMENT: callsOf(`kind <> 'MATCHING'`),
  MATCHING: callsOf(`kind = 'MATCHING'`),
  ANNUAL: `select extract(year from $1::date)::text as id, 'ANNUAL' as number, '' as name`,
};

/** What a kind of report is about on a day, and is in sight of who asks. */
export async function listSubjects(tx: Tx, kind: ScheduledKind, on: LocalDate): Promise<ScheduleSubject[]> {
  const rows: Omit<ScheduleSubject, 'kind'>[] = await tx.query(`${SUBJECTS[kind]} order by number, id`, [on]);
  return rows.map((row) => ({ ...row, kind }));
}

export interface PossibleRecipient {
  readonly id: string;
  readonly name: string;
}

/** Whoever may take reports away. What each of them sees of a report is decided by their own scopes. */
export function listPossibleRecipients(tx: Tx): Promise<PossibleRecipient[]> {
  return tx.query('select u.id, u.name from app_user u where u.active and exists (select 1 from user_role r where r.user_id = u.id and r.role = any($1)) order by u.name, u.id', [
    holdersOf('report.download') ?? [],
  ]);
}

/** Those of the keys under which a report was drafted or issued before, by whoever laid the schedule. */
export async function listDraftedKeys(tx: Tx, ownerId: string, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const rows: { key: string }[] = await tx.query(`select idempotency_key as key from command_log where actor_id = $1 and idempotency_key = any($2) and outcome in ('DONE', 'SUBMITTED')`, [ownerId, keys]);
  return new Set(rows.map(({ key }) => key));
}

/** A schedule that goes out about the same thing at the same time; null where there is none. */
export async function findRival(tx: Tx, { kind, subjectId, fromOn, untilOn }: Pick<ReportSchedule, 'kind' | 'subjectId' | 'fromOn' | 'untilOn'>): Promise<string | null> {
  const rows: { name: string }[] = await tx.query(
    `select s.name from report_schedule s where s.kind = $1 and (s.subject_id is null or $2::uuid is null or s.subject_id = $2)
        and daterange(s.from_on, s.until_on, '[]') && daterange($3, $4, '[]') and not exists (select 1 from report_schedule_end e where e.schedule_id = s.id) limit 1`,
    [kind, subjectId, fromOn, untilOn],
  );
  return rows[0]?.name ?? null;
}
