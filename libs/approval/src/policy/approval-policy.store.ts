import { randomUUID } from 'node:crypto';
import { canonicalJson } from '#libs/command';
import type { ApprovalPolicyDraft } from './approval-policy.js';

/** The part of a transaction that is needed: the application's, or the owner's client at installation. */
export interface PolicyWriter {
  query(sql: string, parameters: unknown[]): Promise<unknown>;
}

/** Adds decisions with their tiers and steps. What was decided before stays on record. Answers the ids in order. */
export async function insertApprovalPolicies(writer: PolicyWriter, drafts: readonly ApprovalPolicyDraft[], knownAt: Date, commandId: string): Promise<readonly string[]> {
  const rows = drafts.map((draft) => ({ ...draft, id: randomUUID() }));
  const asJson = canonicalJson(rows);
  await writer.query(
    `insert into approval_policy (id, command, scope, effective_from, expires_after_days, clause, source, known_at, command_id)
     select (d ->> 'id')::uuid, d ->> 'command', d ->> 'scope', (d ->> 'effectiveFrom')::date, (d ->> 'expiresAfterDays')::smallint, d ->> 'clause', d ->> 'source', $2, $3
       from jsonb_array_elements($1::jsonb) as d`,
    [asJson, knownAt, commandId],
  );
  await writer.query(
    `insert into approval_tier (policy_id, from_won, mode)
     select (d ->> 'id')::uuid, (t ->> 'fromWon')::bigint, t ->> 'mode' from jsonb_array_elements($1::jsonb) as d, jsonb_array_elements(d -> 'tiers') as t`,
    [asJson],
  );
  await writer.query(
    `insert into approval_step (policy_id, from_won, position, kind, role, min_rank, quorum)
     select (d ->> 'id')::uuid, (t ->> 'fromWon')::bigint, place, s ->> 'kind', s ->> 'role', s ->> 'minRank', (s ->> 'quorum')::smallint
       from jsonb_array_elements($1::jsonb) as d, jsonb_array_elements(d -> 'tiers') as t,
            jsonb_array_elements(t -> 'steps') with ordinality as steps (s, place)`,
    [asJson],
  );
  return rows.map((row) => row.id);
}
