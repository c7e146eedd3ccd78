import type { Tx } from '#libs/database';
import type { DomainError } from '#libs/errors';
import type { Actor, Origin } from './actor.js';
import { canonicalJson } from './canonical-json.js';
import type { CommandContext } from './context.js';

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
}

export interface DoneCommand {
  readonly commandId: string;
  readonly command: string;
  readonly inputHash: string;
  readonly result: unknown;
  readonly verdicts: unknown;
}

/** Makes requests with the same actor and key wait for each other until the transaction ends. */
export async function lockKey(tx: Tx, entry: LogEntry): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${entry.actor.userId} ${entry.idempotencyKey ?? ''}`]);
}

export async function findDone(tx: Tx, entry: LogEntry): Promise<DoneCommand | null> {
  const rows: DoneCommand[] = await tx.query(
    `select id as "commandId", command, input_hash as "inputHash", result, verdicts
       from command_log where actor_id = $1 and idempotency_key = $2 and outcome = 'DONE'`,
    [entry.actor.userId, entry.idempotencyKey],
  );
  return rows[0] ?? null;
}

export async function appendDone(tx: Tx, entry: LogEntry, context: CommandContext, result: unknown): Promise<void> {
  await append(tx, entry, { outcome: 'DONE', result: canonicalJson(result), problem: null, verdicts: canonicalJson(context.verdicts), knownAt: context.now });
  if (context.announcements.length === 0) return;
  await tx.query(
    `insert into outbox (command_id, topic, payload)
     select $1, announced ->> 'topic', announced -> 'payload' from jsonb_array_elements($2::jsonb) as announced`,
    [entry.commandId, canonicalJson(context.announcements)],
  );
}

/** Refusals are part of the audit trail; they are written after the refused transaction has been rolled back. */
export async function appendRefused(tx: Tx, entry: LogEntry, error: DomainError): Promise<void> {
  const problem = { kind: error.kind, code: error.code, text: error.text, details: error.details, rule: error.rule, faults: error.faults };
  await append(tx, entry, { outcome: 'REFUSED', result: null, problem: canonicalJson(problem), verdicts: '[]', knownAt: null });
}

interface Ending {
  readonly outcome: 'DONE' | 'REFUSED';
  readonly result: string | null;
  readonly problem: string | null;
  readonly verdicts: string;
  readonly knownAt: Date | null;
}

async function append(tx: Tx, entry: LogEntry, ending: Ending): Promise<void> {
  await tx.query(
    `insert into command_log (id, command, actor_id, actor_login, actor_roles, idempotency_key, input_hash, input, reason,
                              outcome, result, problem, verdicts, acted_at, address, user_agent, session_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, coalesce($14, now()), $15, $16, $17)`,
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
    ],
  );
}
