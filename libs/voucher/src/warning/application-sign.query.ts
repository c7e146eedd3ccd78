import type { Tx } from '#libs/database';
import type { SignRow } from './warning.js';
import type { Thresholds } from './warning.policy.js';

/** Applications of a year as they stand: $1 is the year in all of these. Contacts are compared and not shown. */
const APPLICATIONS = `
  applications as (
    select a.*, v.company_id, c.name as company, s.state, regexp_replace(coalesce(a.phone, ''), '[^0-9]', '', 'g') as phone_digits,
           regexp_replace(lower(coalesce(a.address, '')), '[[:space:]]', '', 'g') as place,
           lower(regexp_replace(normalize(coalesce(a.technology, ''), nfkc), '[[:space:]]', '', 'g')) as technology_key
      from voucher_application a join voucher v on v.id = a.voucher_id join voucher_state s on s.voucher_id = a.voucher_id join party c on c.id = v.company_id
     where s.state not in ('REJECTED', 'WITHDRAWN'))`;

const fact = (values: string): string => `json_build_object('label', number || ' ' || company, 'voucherId', voucher_id, 'values', json_build_object(${values}))`;

export function sameContacts(tx: Tx, yearId: string): Promise<SignRow[]> {
  const by = (kind: string, column: string): string => `
    select (array_agg(voucher_id order by number))[1] as "subjectId", string_agg(number, ', ' order by number) as subject, jsonb_build_object('kind', '${kind}') as measures,
           jsonb_agg(${fact(`'receivedOn', received_on, 'state', state`)} order by number) as facts
      from applications where year_id = $1 and ${column} <> '' group by ${column} having count(distinct company_id) > 1`;
  return tx.query(`with ${APPLICATIONS} select * from (${by('PHONE', 'phone_digits')} union all ${by('ADDRESS', 'place')}) as signs order by subject`, [yearId]);
}

/** So many applications within so many minutes: those around each one are counted, and each crowd is told once. */
export function applicationBursts(tx: Tx, yearId: string, { burstApplications, burstMinutes }: Thresholds): Promise<SignRow[]> {
  return tx.query(
    `with ${APPLICATIONS}, timed as (
       select *, received_on + received_time as received_at from applications where year_id = $1 and received_time is not null),
     gaps as (select *, case when received_at - lag(received_at) over w <= make_interval(mins => $3) then 0 else 1 end as begins from timed window w as (order by received_at, number)),
     crowds as (select *, sum(begins) over (order by received_at, number) as crowd from gaps)
     select (array_agg(voucher_id order by number))[1] as "subjectId", min(received_on)::text || ' ' || to_char(min(received_at), 'HH24:MI') as subject,
            json_build_object('receivedOn', min(received_on), 'from', to_char(min(received_at), 'HH24:MI'), 'to', to_char(max(received_at), 'HH24:MI')) as measures,
            json_agg(${fact(`'receivedOn', received_on, 'receivedTime', to_char(received_at, 'HH24:MI')`)} order by number) as facts
       from crowds group by crowd having count(*) >= $2 and max(received_at) - min(received_at) <= make_interval(mins => $3) order by min(received_at)`,
    [yearId, burstApplications, burstMinutes],
  );
}

/** The same technology twice: by one company in any years, or by two companies in this one. */
export function duplicateSupport(tx: Tx, yearId: string): Promise<SignRow[]> {
  return tx.query(
    `with ${APPLICATIONS}, named as (select a.*, y.name as year from applications a join voucher_year y on y.id = a.year_id where technology_key <> '')
     select (array_agg(voucher_id order by number) filter (where year_id = $1))[1] as "subjectId", min(technology) as subject, '{}'::json as measures,
            json_agg(${fact(`'year', year, 'receivedOn', received_on, 'technology', technology`)} order by year, number) as facts
       from named group by technology_key having count(*) > 1 and bool_or(year_id = $1) order by 2`,
    [yearId],
  );
}

export function insiders(tx: Tx, yearId: string): Promise<SignRow[]> {
  return tx.query(
    `with ${APPLICATIONS}
     select voucher_id as "subjectId", number || ' ' || company as subject,
            json_build_object('role', case when representative = researcher then 'REPRESENTATIVE' else 'OFFICER' end,
                              'cleared', coalesce(clearance, (select e.detail ->> 'clearance' from voucher_event e where e.voucher_id = a.voucher_id and e.event = 'screen' limit 1)) is not null) as measures,
            json_build_array(${fact(`'institution', institution, 'technology', technology, 'contractOn', contract_on`)}) as facts
       from applications a
      where year_id = $1 and coalesce(researcher, '') <> '' and (representative = researcher or strpos(coalesce(officers, ''), researcher) > 0) order by number`,
    [yearId],
  );
}

/** What was refused because one person would have stood on both sides. */
const OWN_WORK = ['approval.same-person', 'rule.claimer-is-not-the-decider', 'rule.releaser-is-a-third-person', 'rule.confirmer-is-not-the-releaser'];

export function selfApprovals(tx: Tx, yearId: string): Promise<SignRow[]> {
  return tx.query(
    `with attempts as (
       select c.* from command_log c
        where c.outcome = 'REFUSED' and c.problem ->> 'code' = any($2)
          and (exists (select 1 from approval_request r where r.id::text = c.input ->> 'approvalId' and r.scope = 'voucher/' || $1::uuid)
               or c.subject_ids && array(select $1::uuid union all select v.id from voucher v where v.year_id = $1::uuid
                                         union all select s.id from voucher_service s join voucher v on v.id = s.voucher_id where v.year_id = $1::uuid
                                         union all select b.id from payment_batch b where b.year_id = $1::uuid
                                         union all select r.id from payment_run r where r.book = 'voucher/' || $1::uuid)))
     select actor_id as "subjectId", actor_login as subject, '{}'::json as measures,
            json_agg(json_build_object('label', command, 'voucherId', null, 'values', json_build_object('refusal', problem ->> 'code', 'at', to_char(acted_at at time zone 'Asia/Seoul', 'YYYY-MM-DD HH24:MI'))) order by acted_at) as facts
       from attempts group by actor_id, actor_login order by actor_login`,
    [yearId, OWN_WORK],
  );
}
