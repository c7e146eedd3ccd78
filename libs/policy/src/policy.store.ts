import type { LocalDate } from '#libs/calendar';
import { canonicalJson, type CommandContext } from '#libs/command';
import { askPrepared, type Tx } from '#libs/database';
import { PolicyHistory, PolicySet, type Policy, type PolicyDraft } from './policy.js';

/** The part of a transaction that is needed: the application's, or the owner's client at installation. */
export interface PolicyWriter {
  query(sql: string, parameters: unknown[]): Promise<unknown>;
}

/** Adds decisions. What was decided before stays on record and answers for the time it was in force. */
export async function decidePolicies(tx: Tx, context: CommandContext, drafts: readonly PolicyDraft[]): Promise<void> {
  await insertPolicies(tx, drafts, context.commandId);
}

/** The same, told by the command `commandId`. */
export async function insertPolicies(writer: PolicyWriter, drafts: readonly PolicyDraft[], commandId: string): Promise<void> {
  await writer.query(
    `insert into policy (scope, key, value, effective_from, effective_to, clause, source, known_at, command_id)
     select d ->> 'scope', d ->> 'key', d -> 'value', (d ->> 'effectiveFrom')::date, (d ->> 'effectiveTo')::date,
            d ->> 'clause', d ->> 'source', (d ->> 'knownAt')::timestamptz, $2
       from jsonb_array_elements($1::jsonb) as d`,
    [canonicalJson(drafts), commandId],
  );
}

/**
 * Policies in force on `on` for `scopes` (narrowest first), as known before `knownBefore`: per key the narrowest scope
 * wins, then the row that applies from the latest day, then the one decided last.
 */
export async function policiesInForce(tx: Tx, scopes: readonly string[], on: LocalDate, knownBefore: Date): Promise<PolicySet> {
  const rows = await askPrepared<Policy>(
    tx,
    `select id, scope, key, value, effective_from as "effectiveFrom", effective_to as "effectiveTo", clause, source, known_at as "knownAt"
       from policy
      where scope = any($1) and effective_from <= $2 and (effective_to is null or effective_to >= $2) and known_at < $3
      order by key, array_position($1::text[], scope), effective_from desc, known_at desc, id desc`,
    [scopes, on, knownBefore],
  );
  return new PolicySet(rows);
}

/**
 * Every decision on `key` for `scopes` (narrowest first), by the day it applies from: for what is computed over a span of time
 * with the value of each part (a yearly rate). Of two for the same day the narrowest wins, then the one decided last.
 */
export async function policiesOverTime(tx: Tx, scopes: readonly string[], key: string, knownBefore: Date): Promise<Policy[]> {
  return tx.query(
    `select distinct on (effective_from) id, scope, key, value, effective_from as "effectiveFrom", effective_to as "effectiveTo", clause, source, known_at as "knownAt"
       from policy
      where scope = any($1) and key = $2 and known_at < $3
      order by effective_from, array_position($1::text[], scope), known_at desc, id desc`,
    [scopes, key, knownBefore],
  );
}

/**
 * Everything decided for `scopes` as known before `knownBefore`: for whoever asks about many scopes or many days, in one
 * question. Rows of one scope stand as `policiesInForce` would find them.
 */
export async function policyHistory(tx: Tx, scopes: readonly string[], knownBefore: Date): Promise<PolicyHistory> {
  const rows = await askPrepared<Policy>(
    tx,
    `select id, scope, key, value, effective_from as "effectiveFrom", effective_to as "effectiveTo", clause, source, known_at as "knownAt"
       from policy
      where scope = any($1) and known_at < $2
      order by key, effective_from desc, known_at desc, id desc`,
    [[...new Set(scopes)], knownBefore],
  );
  return new PolicyHistory(rows);
}
