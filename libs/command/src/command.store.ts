import type { Tx } from '#libs/database';
import type { DomainError } from '#libs/errors';
import type { Actor, Origin } from './actor.js';
import { canonicalJson } from './canonical-json.js';
import type { Announcement, CommandContext } from './context.js';
import type { Verdict } from './verdict.js';

/** All that is known of a command before it runs. */
export interface LogEntry {
  readonly commandId: string;
  readonly command: string;
  readonly actor: Actor;
  readonly canonicalInput: string;
  readonly inputHash: string;
  readonly idempotencyKey: string | null;
  readonly reason: string | null;
  readonly origin: Origin;
  /** The signed request that this executes. */
  readonly approvalId: string | null;
  readonly breakGlassId: string | null;
}

/** What an earlier request with the same key came to: done, or stored to wait for signatures. */
export interface EarlierCommand {
  readonly commandId: string;
  readonly command: string;
  readonly inputHash: string;
  readonly outcome: 'DONE' | 'SUBMITTED';
  readonly approvalId: string | null;
  readonly result: unknown;
  readonly verdicts: unknown;
}

/** Makes requests with the same actor and key wait for each other until the transaction ends. */
export async function lockKey(tx: Tx, entry: LogEntry): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${entry.actor.userId} ${entry.idempotencyKey ?? ''}`]);
}

export async function findEarlier(tx: Tx, entry: LogEntry): Promise<EarlierCommand | null> {
  const rows: EarlierCommand[] = await tx.query(
    `select id as "commandId", command, input_hash as "inputHash", outcome, approval_id as "approvalId", result, verdicts
       from command_log where actor_id = $1 and idempotency_key = $2 and outcome in ('DONE', 'SUBMITTED')`,
    [entry.actor.userId, entry.idempotencyKey],
  );
  return rows[0] ?? null;
}

export async function getResult(tx: Tx, commandId: string): Promise<{ readonly result: unknown; readonly verdicts: unknown }> {
  const rows: { result: unknown; verdicts: unknown }[] = await tx.query('select result, verdicts from command_log where id = $1', [commandId]);
  return rows[0] ?? { result: null, verdicts: [] };
}

export async function appendDone(tx: Tx, entry: LogEntry, context: CommandContext, result: unknown): Promise<void> {
  await append(tx, entry, {
    outcome: 'DONE',
    result: canonicalJson(result),
    problem: null,
    verdicts: canonicalJson(context.verdicts),
    knownAt: context.now,
    subjectIds: subjectsOf(entry.canonicalInput, result),
  });
  await announce(tx, entry.commandId, context.announcements);
}

/** Leaves messages that are delivered only if this transaction commits. */
async function announce(tx: Tx, commandId: string, announcements: readonly Announcement[]): Promise<void> {
  if (announcements.length === 0) return;
  await tx.query(
    `insert into outbox (command_id, topic, payload)
     select $1, announced ->> 'topic', announced -> 'payload' from jsonb_array_elements($2::jsonb) as announced`,
    [commandId, canonicalJson(announcements)],
  );
}

/** A command that waits for signatures is on record from the day it was drafted. */
export async function appendSubmitted(tx: Tx, entry: LogEntry, verdicts: readonly Verdict[], at: Date): Promise<void> {
  const subjectIds = subjectsOf(entry.canonicalInput, null);
  await append(tx, entry, { outcome: 'SUBMITTED', result: null, problem: null, verdicts: canonicalJson(verdicts), knownAt: at, subjectIds });
  await announce(tx, entry.commandId, [{ topic: 'approval.changed', payload: { approvalId: entry.approvalId ?? '' } }]);
}

/** Refusals are part of the audit trail; they are written after the refused transaction has been rolled back. */
export async function appendRefused(tx: Tx, entry: LogEntry, error: DomainError): Promise<void> {
  const problem = { kind: error.kind, code: error.code, text: error.text, details: error.details, rule: error.rule, faults: error.faults };
  await append(tx, entry, { outcome: 'REFUSED', result: null, problem: canonicalJson(problem), verdicts: '[]', knownAt: null, subjectIds: subjectsOf(entry.canonicalInput, null) });
}

interface Ending {
  readonly outcome: 'DONE' | 'REFUSED' | 'SUBMITTED';
  readonly result: string | null;
  readonly problem: string | null;
  readonly verdicts: string;
  readonly knownAt: Date | null;
  readonly subjectIds: readonly string[];
}

async function append(tx: Tx, entry: LogEntry, ending: Ending): Promise<void> {
  await tx.query(
    `insert into command_log (id, command, actor_id, actor_login, actor_roles, idempotency_key, input_hash, input, reason,
                              outcome, result, problem, verdicts, acted_at, address, user_agent, session_id, approval_id, break_glass_id, subject_ids)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, coalesce($14, now()), $15, $16, $17, $18, $19, $20)`,
    [
      entry.commandId,
      entry.command,
      entry.actor.userId,
      entry.actor.login,
      entry.actor.roles,
      entry.idempotencyKey,
      entry.inputHash,
      entry.canonicalInput,
      entry.reason,
      ending.outcome,
      ending.result,
      ending.problem,
      ending.verdicts,
      ending.knownAt,
      entry.origin.address,
      entry.origin.userAgent,
      entry.origin.sessionId,
      entry.approvalId,
      entry.breakGlassId,
      ending.subjectIds,
    ],
  );
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The ids that an input and a result name at their top: what the history of an object is found by. */
export function subjectsOf(canonicalInput: string, result: unknown): readonly string[] {
  const input: unknown = JSON.parse(canonicalInput);
  const named = [...valuesOf(input), ...(result !== null && typeof result === 'object' && 'id' in result ? [result.id] : [])];
  return [...new Set(named.filter((value): value is string => typeof value === 'string' && ID.test(value)))];
}

function valuesOf(input: unknown): readonly unknown[] {
  return input !== null && typeof input === 'object' && !Array.isArray(input) ? Object.values(input) : [];
}
