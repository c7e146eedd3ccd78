import { holdersOf } from '#libs/access';
import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import type { ReportSchedule, ScheduledKind, ScheduleSubject } from './schedule.js';

/** The latest attempt at each report of the schedule `s`, if it came to nothing and nobody has issued the report since. */
const REFUSED = `
  select distinct on (subject_id, period_ends_on) outcome,
         exists (select 1 from report_issue i where i.kind = s.kind and i.subject_id = t.subject_id and i.as_of = t.period_ends_on) as issued
    from report_schedule_turn t where t.schedule_id = s.id order by subject_id, period_ends_on, attempt desc`;

const SCHEDULE = `
  select s.id, s.kind, s.subject_id as "subjectId", coalesce(f.number, y.kind || '-' || y.fiscal_year, c.prefix || '-' || c.fiscal_year) as "subjectNumber",
         coalesce(f.name, y.name, c.name) as "subjectName", s.period, s.days_after as "daysAfter", s.owner_id as "ownerId", o.name as "ownerName", s.laid_on as "laidOn",
         array(select u.name from report_schedule_recipient r join app_user u on u.id = r.user_id where r.schedule_id = s.id order by u.name) as recipients,
         (e.known_at at time zone 'Asia/Seoul')::date as "endedOn", e.reason as "endReason",
         (select count(*)::integer from (${REFUSED}) as last where outcome = 'REFUSED' and not issued) as refused
    from report_schedule s join app_user o on o.id = s.owner_id left join report_schedule_end e on e.schedule_id = s.id
         left join fund f on f.id = s.subject_id left join voucher_year y on y.id = s.subject_id left join grant_call c on c.id = s.subject_id`;

/** Schedules in sight, those that stand first. */
export const listSchedules = (tx: Tx): Promise<ReportSchedule[]> => tx.query(`${SCHEDULE} order by e.known_at is not null, s.known_at desc, s.id`);

/** Throws not found for a schedule that is not there or not in sight. */
export async function getSchedule(tx: Tx, id: string): Promise<ReportSchedule> {
  const rows: ReportSchedule[] = await tx.query(`${SCHEDULE} where s.id = $1`, [id]);
  if (rows[0] !== undefined) return rows[0];
  throw notFound({ ko: '정기 발행', en: 'report schedule' }, id);
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
  readonly roles: readonly string[];
}

/** Whoever may take reports away. What each of them sees of a report is decided by their own scopes. */
export function listPossibleRecipients(tx: Tx): Promise<PossibleRecipient[]> {
  return tx.query(
    `select u.id, u.name, array_agg(r.role order by r.role) as roles from app_user u join user_role r on r.user_id = u.id and r.role = any($1)
      where u.active group by u.id, u.name order by u.name, u.id`,
    [holdersOf('report.download') ?? []],
  );
}
