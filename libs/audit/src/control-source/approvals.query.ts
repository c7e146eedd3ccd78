import type { Tx } from '#libs/database';
import { truncatedPercent } from '#libs/money';
import { AUDIT_POLICIES, limitOf } from '../pack/audit.policy.js';
import type { PackQuestion, PackRecord } from '../pack/pack.js';

/** `$1` and `$2` the period as instants, `$3` whether only requests of the funds `$4` are meant. */
const parametersOf = ({ since, before, narrowed, funds }: PackQuestion): readonly unknown[] => [since, before, narrowed, funds.map(({ id }) => `fund/${id}`)];

const hoursOf = ({ limits }: PackQuestion): readonly number[] => [limitOf(limits, AUDIT_POLICIES.officeFrom), limitOf(limits, AUDIT_POLICIES.officeTo)];

/** Signatures of the period, with the one that the same person gave just before. */
const SIGNED = `
  select s.id, s.signer_id, s.signer_name as signer, s.signed_at, s.step_up_method, s.request_id, s.position, r.title_ko as title, r.maker_name as maker, r.amount_won,
         r.number || case when r.version > 1 then ' v' || r.version else '' end as number,
         lag(s.signed_at) over mine as previous_at, lag(r.number) over mine as previous_number
    from approval_signature s join approval_request r on r.id = s.request_id
   where s.decision = 'SIGNED' and s.signed_at >= $1 and s.signed_at < $2 and (not $3 or r.scope = any($4::text[]))
  window mine as (partition by s.signer_id order by s.signed_at, s.recorded_at)`;

/** Whether all that a request needed was one signature. */
const ALONE = `(select count(*) from approval_signature o where o.request_id = s.request_id and o.decision = 'SIGNED' and o.signed_at < $2) = 1
  and exists (select 1 from approval_state t where t.request_id = s.request_id and t.state in ('APPROVED', 'EXECUTED', 'FAILED'))`;

interface SignerRow extends PackRecord {
  readonly signatureCount: string;
}

export async function signers(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  const rows: SignerRow[] = await tx.query(
    `with signed as (${SIGNED})
     select s.signer, count(*)::text as "signatureCount", (count(*) filter (where ${ALONE}))::text as "aloneCount",
            (count(*) filter (where access_is_off_hours(s.signed_at, $5, $6)))::text as "offHoursCount"
       from signed s group by s.signer_id, s.signer order by count(*) desc, s.signer`,
    [...parametersOf(question), ...hoursOf(question)],
  );
  const all = rows.reduce((sum, { signatureCount }) => sum + BigInt(signatureCount), 0n);
  return rows.map((row) => ({ ...row, sharePercent: truncatedPercent(BigInt(row.signatureCount), all) }));
}

export async function approvedAlone(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  return tx.query(
    `with signed as (${SIGNED})
     select s.number, s.title, s.amount_won::text as "amountWon", s.maker, s.signer, s.signed_at as "signedAt" from signed s where ${ALONE} order by s.signed_at, s.number`,
    [...parametersOf(question)],
  );
}

export async function signedOffHours(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  return tx.query(
    `with signed as (${SIGNED})
     select s.signed_at as "signedAt", s.signer, s.number, s.title, s.amount_won::text as "amountWon", s.step_up_method as method
       from signed s where access_is_off_hours(s.signed_at, $5, $6) order by s.signed_at, s.number`,
    [...parametersOf(question), ...hoursOf(question)],
  );
}

/** Signatures that follow one of the same person within the time of policy. */
export async function signedFast(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  return tx.query(
    `with signed as (${SIGNED})
     select s.signed_at as "signedAt", s.signer, s.number, s.title, to_char(extract(epoch from s.signed_at - s.previous_at), 'FM990.000') as "secondsAfter", s.previous_number as "previousNumber"
       from signed s where s.signed_at - s.previous_at < make_interval(secs => $5::double precision / 1000) order by s.signed_at, s.number`,
    [...parametersOf(question), limitOf(question.limits, AUDIT_POLICIES.batchMilliseconds)],
  );
}

/** Every opening, and every use of it; openings belong to no fund and are left out where funds were chosen. */
export async function brokenGlass(tx: Tx, { since, before, narrowed }: PackQuestion): Promise<PackRecord[]> {
  return tx.query(
    `select b.opened_at as "openedAt", u.name as user, b.reason, (select string_agg(coalesce(k.name_ko, c), ', ') from unnest(b.commands) c left join command_kind k on k.command = c) as commands,
            l.acted_at as "usedAt", coalesce(k.name_ko, l.command) as used
       from break_glass b join app_user u on u.id = b.user_id
       left join break_glass_use g on g.break_glass_id = b.id and g.recorded_at < $2 left join command_log l on l.id = g.command_id left join command_kind k on k.command = l.command
      where b.opened_at >= $1 and b.opened_at < $2 and not $3 order by b.opened_at, l.acted_at`,
    [since, before, narrowed],
  );
}

/** Requests whose time ran out, whether or not anybody wrote that down. */
export async function expiredRequests(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  return tx.query(
    `select r.number || case when r.version > 1 then ' v' || r.version else '' end as number, r.title_ko as title, r.amount_won::text as "amountWon", r.submitted_at as "submittedAt",
            r.expires_at as "expiredAt", r.maker_name as maker
       from approval_request r join approval_state s on s.request_id = r.id
      where (s.state = 'EXPIRED' or s.state = 'PENDING') and r.expires_at >= $1 and r.expires_at < $2 and (not $3 or r.scope = any($4::text[]))
      order by r.expires_at, r.number`,
    [...parametersOf(question)],
  );
}
