import type { Tx } from '#libs/database';
import { invariant } from '#libs/errors';
import { firstDayOf, monthBounds, type AccessRow, type KindFigures, type PersonFigures } from './access-log.js';

export interface AccessLogFilter {
  readonly month: string;
  readonly login: string | null;
  /** Part of the label of whose data it was. */
  readonly subject: string | null;
  readonly action: string | null;
  readonly onlyReasoned: boolean;
  readonly onlyOffHours: boolean;
  readonly moreSubjectsThan: number | null;
}

/** `offset 0`: the policies are asked once and not for every entry. */
const ENTRY = `
  select e.*, u.name
    from (select l.id, l.accessed_at as "accessedAt", l.user_id, l.login, l.roles, l.address, l.action, l.subject_kind as "subjectKind", l.subject_id as "subjectId",
                 l.subject_label as "subjectLabel", l.subject_count as "subjectCount", l.reason,
                 access_is_off_hours(l.accessed_at, r.day is not null, term.from_hour, term.to_hour) as "offHours"
            from access_log l
            left join rest_day r on r.day = (l.accessed_at at time zone 'Asia/Seoul')::date
           cross join (select policy_number('access-review.office-from-hour', $3) as from_hour, policy_number('access-review.office-to-hour', $3) as to_hour offset 0) term
           where l.accessed_at >= $1 and l.accessed_at < $2) e
    left join app_user u on u.id = e.user_id`;

/** The log of a month, newest first, a page at a time: entries before the entry `before`. */
export function listAccess(tx: Tx, filter: AccessLogFilter, before: string | null, limit: number): Promise<AccessRow[]> {
  const { since, before: end } = monthBounds(filter.month);
  return tx.query(
    `${ENTRY}
      where ($4::text is null or e.login = $4) and ($5::text is null or strpos(lower(e."subjectLabel"), lower($5)) > 0) and ($6::text is null or e.action = $6)
        and (not $7 or e.reason is not null) and (not $8 or e."offHours") and ($9::integer is null or e."subjectCount" > $9)
        and ($10::bigint is null or e.id < $10)
      order by e.id desc limit $11`,
    [since, end, firstDayOf(filter.month), filter.login, filter.subject, filter.action, filter.onlyReasoned, filter.onlyOffHours, filter.moreSubjectsThan, before, limit],
  );
}

/** What each person did in a month, those over a limit first. */
export function personFigures(tx: Tx, month: string): Promise<PersonFigures[]> {
  return tx.query(
    `select f.user_id as "userId", f.login, u.name, f.entries, f.subjects::float as subjects, f.reasoned, f.off_hours as "offHours", f.largest, f.refused, f.signals
       from access_figures($1) f left join app_user u on u.id = f.user_id`,
    [firstDayOf(month)],
  );
}

/** What was looked at in a month, by kind and deed. */
export function kindFigures(tx: Tx, month: string): Promise<KindFigures[]> {
  const { since, before } = monthBounds(month);
  return tx.query(
    `select subject_kind as "subjectKind", action, count(*)::integer as entries, count(distinct user_id)::integer as people, coalesce(sum(subject_count), 0)::float as subjects
       from access_log where accessed_at >= $1 and accessed_at < $2 group by 1, 2 order by entries desc, 1, 2`,
    [since, before],
  );
}

export interface Limits {
  readonly officeFromHour: number;
  readonly officeToHour: number;
  readonly offHoursEntries: number;
  readonly subjects: number;
  readonly bulkSubjects: number;
  readonly reasonedEntries: number;
  readonly refusals: number;
}

/** The limits of policy at the end of a month, which its figures are held against. */
export async function limitsOf(tx: Tx, month: string): Promise<Limits> {
  const [limits]: Limits[] = await tx.query(
    `select policy_number('access-review.office-from-hour', d) as "officeFromHour", policy_number('access-review.office-to-hour', d) as "officeToHour",
            policy_number('access-review.off-hours-entries', d) as "offHoursEntries", policy_number('access-review.subjects', d) as subjects,
            policy_number('access-review.bulk-subjects', d) as "bulkSubjects", policy_number('access-review.reasoned-entries', d) as "reasonedEntries",
            policy_number('access-review.refusals', d) as refusals
       from (select ($1::date + interval '1 month' - interval '1 day')::date as d) last`,
    [firstDayOf(month)],
  );
  invariant(limits !== undefined, 'a select without from answers one row');
  return limits;
}

export interface Purge {
  readonly id: string;
  readonly rowCount: number;
  readonly firstAccessedAt: Date;
  readonly lastAccessedAt: Date;
  readonly rowsHash: string;
  readonly recordedAt: Date;
}

export interface Retention {
  readonly retentionYears: number;
  /** What was recorded before this instant may be destroyed. */
  readonly olderThan: Date;
  readonly entries: number;
  readonly destroyable: number;
  readonly oldestAt: Date | null;
  readonly purges: readonly Purge[];
}

const PURGE_COLUMNS = `id, row_count::float as "rowCount", first_accessed_at as "firstAccessedAt", last_accessed_at as "lastAccessedAt", rows_hash as "rowsHash", recorded_at as "recordedAt"`;

/** How long the log is kept, how much of it is past that, and what was destroyed so far. */
export async function readRetention(tx: Tx): Promise<Retention> {
  const [retention]: Omit<Retention, 'purges'>[] = await tx.query(
    `select r.retention_years as "retentionYears", r.older_than as "olderThan",
            (select count(*)::float from access_log) as entries, (select count(*)::float from access_log l where l.recorded_at < r.older_than) as destroyable,
            (select min(recorded_at) from access_log) as "oldestAt"
       from access_log_retention() r`,
  );
  invariant(retention !== undefined, 'a function with out parameters answers one row');
  const purges: Purge[] = await tx.query(`select ${PURGE_COLUMNS} from access_log_purge order by recorded_at desc`);
  return { ...retention, purges };
}

/** Lets the database destroy what is past its time; null where nothing is. */
export async function purgeAccessLog(tx: Tx, id: string, commandId: string, actorId: string): Promise<Purge | null> {
  const rows: Purge[] = await tx.query(`select ${PURGE_COLUMNS} from purge_access_log($1, $2, $3)`, [id, commandId, actorId]);
  return rows[0] ?? null;
}
