import { ROLES } from '#libs/access';
import type { Tx } from '#libs/database';
import { nameIn, policyName, policyValueText } from '#libs/report';
import type { PackQuestion, PackRecord } from '../pack/pack.js';
import type { PolicyValue } from '#libs/policy';

const scopesOf = ({ funds, years }: PackQuestion): string[] => [
  ...funds.flatMap(({ id, programmeId }) => [`fund/${id}`, `programme/${programmeId}`]),
  ...years.flatMap(({ id, programmeId }) => [`voucher/${id}`, `programme/${programmeId}`]),
];

/** A scope in words. */
const SCOPE_NAME = `case when s.scope = '*' then '공통' else coalesce((select f.number from fund f where s.scope = 'fund/' || f.id), (select p.code from programme p where s.scope = 'programme/' || p.id),
  (select y.name from voucher_year y where s.scope = 'voucher/' || y.id), s.scope) end`;

/** Those who signed the command `l`. */
const APPROVED_BY = `(select string_agg(g.signer_name, ', ' order by g.recorded_at) from approval_signature g where g.request_id = l.approval_id and g.decision = 'SIGNED')`;

interface Change {
  readonly key: string;
  readonly beforeValue: PolicyValue;
  readonly afterValue: PolicyValue;
  readonly first: boolean;
}

/** Decisions about numbers that became known in the period, each with the one it follows. */
export async function policyChanges(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  const rows: (Change & Omit<PackRecord, keyof Change>)[] = await tx.query(
    `with turn as (
       select p.*, lag(p.value) over history as before, lag(p.id) over history is null as first from policy p where p.known_at < $2
       window history as (partition by p.scope, p.key order by p.known_at, p.id))
     select s.known_at as "knownAt", ${SCOPE_NAME} as scope, s.key, s.before as "beforeValue", s.value as "afterValue", s.first, s.effective_from as "effectOn", s.clause,
            s.id::text as version, coalesce(u.name, l.actor_login) as "decidedBy", ${APPROVED_BY} as "approvedBy"
       from turn s left join command_log l on l.id = s.command_id left join app_user u on u.id = l.actor_id
      where s.known_at >= $1 and (not $3 or s.scope = any($4::text[])) order by s.known_at, s.id`,
    [question.since, question.before, question.narrowed, scopesOf(question)],
  );
  return rows.map(({ beforeValue, afterValue, first, ...row }) => ({
    ...row,
    key: policyName(row.key),
    before: first ? null : policyValueText(row.key, beforeValue),
    after: policyValueText(row.key, afterValue),
  }));
}

/** Decisions about who signs what. Their tiers are written from the lowest amount up. */
export async function approvalPolicyChanges(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  return tx.query(
    `select s.known_at as "knownAt", ${SCOPE_NAME} as scope, coalesce(k.name_ko, s.command) as command,
            (select string_agg(to_char(t.from_won, 'FM999,999,999,999,990') || '원부터 ' ||
                      case t.mode when 'DIRECT' then '결재 없음' else (select count(*) from approval_step p where p.policy_id = t.policy_id and p.from_won = t.from_won) || '단계' end, ' / ' order by t.from_won)
               from approval_tier t where t.policy_id = s.id) as tiers,
            s.effective_from as "effectOn", s.clause, coalesce(u.name, l.actor_login) as "decidedBy", ${APPROVED_BY} as "approvedBy"
       from approval_policy s left join command_kind k on k.command = s.command left join command_log l on l.id = s.command_id left join app_user u on u.id = l.actor_id
      where s.known_at >= $1 and s.known_at < $2 and (not $3 or s.scope = any($4::text[])) order by s.known_at, s.command, s.id`,
    [question.since, question.before, question.narrowed, scopesOf(question)],
  );
}

const DECISION_NAMES: Readonly<Record<string, string>> = { GRANTED: '부여', RESCOPED: '범위 변경', REVOKED: '회수' };

/** Roles given, moved and taken. They belong to people, not to funds: left out where funds were chosen. */
export async function roleChanges(tx: Tx, { since, before, narrowed }: PackQuestion): Promise<PackRecord[]> {
  const rows: (PackRecord & { role: string; decision: string })[] = await tx.query(
    `select d.known_at as "knownAt", u.name as person, d.role, d.decision, array_to_string(d.scopes, ', ') as scopes, coalesce(b.name, '시스템') as "decidedBy", ${APPROVED_BY} as "approvedBy", d.reason
       from role_decision d join app_user u on u.id = d.user_id left join app_user b on b.id = d.decided_by left join command_log l on l.id = d.command_id
      where d.known_at >= $1 and d.known_at < $2 and not $3 order by d.known_at, d.id`,
    [since, before, narrowed],
  );
  return rows.map(({ role, decision, scopes, ...row }) => ({ ...row, what: `${nameIn(ROLES, role)} ${DECISION_NAMES[decision] ?? decision}`, scopes: scopes === '*' ? '전체' : (scopes ?? null) }));
}
