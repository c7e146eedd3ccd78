import type { Tx } from '#libs/database';
import { AUDIT_POLICIES, limitOf } from '../pack/audit.policy.js';
import type { PackQuestion, PackRecord } from '../pack/pack.js';
import { figuresBySigner, signedOutsideOfficeHours, signedWithin, type OfficeHours, type SignatureFact } from './signature.rules.js';

/** `$1` and `$2` the period as instants, `$3` whether only requests of the funds `$4` are meant. */
const parametersOf = ({ since, before, narrowed, funds }: PackQuestion): readonly unknown[] => [since, before, narrowed, funds.map(({ id }) => `fund/${id}`)];

const hoursOf = ({ limits }: PackQuestion): OfficeHours => ({ from: limitOf(limits, AUDIT_POLICIES.officeFrom), to: limitOf(limits, AUDIT_POLICIES.officeTo) });

/** Every signature of the period, the oldest first. */
function readSignatures(tx: Tx, question: PackQuestion): Promise<SignatureFact[]> {
  return tx.query(
    `select s.signer_id as "signerId", s.signer_name as signer, s.signed_at as "signedAt", s.step_up_method as method, r.title_ko as title, r.maker_name as maker,
            r.amount_won::text as "amountWon", r.number || case when r.version > 1 then ' v' || r.version else '' end as number,
            t.state in ('APPROVED', 'EXECUTED', 'FAILED')
              and (select count(*) from approval_signature o where o.request_id = s.request_id and o.decision = 'SIGNED' and o.signed_at < $2) = 1 as alone
       from approval_signature s join approval_request r on r.id = s.request_id join approval_state t on t.request_id = r.id
      where s.decision = 'SIGNED' and s.signed_at >= $1 and s.signed_at < $2 and (not $3 or r.scope = any($4::text[]))
      order by s.signed_at, s.recorded_at, s.id`,
    [...parametersOf(question)],
  );
}

/** How people proved who they were, in words. */
const PROOF_NAMES: Readonly<Record<string, string>> = { PASSWORD: '비밀번호', TOTP: '일회용 번호', RECOVERY_CODE: '복구 코드', PASSKEY: '패스키', PROVIDER: '통합인증' };

const shown = ({ method, number, title, signer, maker, signedAt, amountWon }: SignatureFact): PackRecord => ({ number, title, signer, maker, signedAt, amountWon, method: PROOF_NAMES[method] ?? method });

export async function signers(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  return figuresBySigner(await readSignatures(tx, question), hoursOf(question)).map((figures) => ({ ...figures }));
}

export async function approvedAlone(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  return (await readSignatures(tx, question)).filter(({ alone }) => alone).map(shown);
}

export async function signedOffHours(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  const hours = hoursOf(question);
  return (await readSignatures(tx, question)).filter((signature) => signedOutsideOfficeHours(signature, hours)).map(shown);
}

/** Signatures that follow one of the same person within the time of policy. */
export async function signedFast(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  const fast = signedWithin(await readSignatures(tx, question), limitOf(question.limits, AUDIT_POLICIES.batchMilliseconds));
  return fast.map(({ signature, previous, secondsAfter }) => ({ ...shown(signature), secondsAfter, previousNumber: previous.number }));
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
