import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { ReviewRow } from './access-review.js';

/** Every month that is over and has entries, newest first, with its review or until when it is due. */
export function listReviews(tx: Tx, today: LocalDate): Promise<ReviewRow[]> {
  return tx.query(
    `with month as (
       select m::date as first from generate_series(
                (select date_trunc('month', min(accessed_at) at time zone 'Asia/Seoul') from access_log), date_trunc('month', $1::date::timestamp) - interval '1 month', interval '1 month') m
         where exists (select 1 from access_log where accessed_at >= m at time zone 'Asia/Seoul' and accessed_at < (m + interval '1 month') at time zone 'Asia/Seoul')
       union select month from access_review
     ), due as (
       select first, (first + interval '1 month' - interval '1 day')::date + policy_number('access-review.due-days', (first + interval '1 month' - interval '1 day')::date) as due_on from month
     )
     select to_char(d.first, 'YYYY-MM') as month, d.due_on as "dueOn", r.id is null and d.due_on < $1::date as overdue,
            case when r.id is not null then jsonb_build_object(
              'id', r.id, 'reviewerName', r.reviewer_name, 'note', r.note, 'people', jsonb_array_length(r.figures),
              'entries', (select coalesce(sum((f ->> 'entries')::bigint), 0) from jsonb_array_elements(r.figures) f),
              'findings', (select coalesce(jsonb_agg(f || jsonb_build_object('login', u.login)), '[]') from jsonb_array_elements(r.findings) f left join app_user u on u.id = (f ->> 'userId')::uuid),
              'reviewedAt', r.recorded_at) end as review
       from due d left join access_review r on r.month = d.first order by d.first desc`,
    [today],
  );
}

export async function reviewExists(tx: Tx, month: LocalDate): Promise<boolean> {
  const rows: unknown[] = await tx.query('select 1 from access_review where month = $1', [month]);
  return rows.length > 0;
}

/** Whether one of these accounts belongs to the same human as `userId`. */
export async function isSamePerson(tx: Tx, userId: string, others: readonly string[]): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    'select 1 from app_user reviewer join app_user other on other.person_id = reviewer.person_id where reviewer.id = $1 and other.id = any($2::uuid[])',
    [userId, others],
  );
  return rows.length > 0;
}
