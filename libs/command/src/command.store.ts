import { askPrepared, type Tx } from '#libs/database';
import type { DomainError } from '#libs/errors';
import { canonicalJson } from './canonical-json.js';
import type { Announcement, CommandContext } from './context.js';
import { subjectsOf, type LogEntry } from './log-entry.js';
import type { Verdict } from './verdict.js';

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

/** What requests with the same actor and key lock, so that they wait for each other; null: without a key nobody waits. */
export function lockOf({ actor, idempotencyKey }: LogEntry): string | null {
  return idempotencyKey === null ? null : `${actor.userId} ${idempotencyKey}`;
}

export async function findEarlier(tx: Tx, entry: LogEntry): Promise<EarlierCommand | null> {
  return (await findAllEarlier(tx, [entry])).get(entry) ?? null;
}

/** What was done before for those of `entries` whose key was used before. */
export async function findAllEarlier(tx: Tx, entries: readonly LogEntry[]): Promise<ReadonlyMap<LogEntry, EarlierCommand>> {
  const keyed = entries.filter(({ idempotencyKey }) => idempotencyKey !== null);
  if (keyed.length === 0) return new Map();
  const rows = await askPrepared<EarlierCommand & { place: string }>(
    tx,
    `select a.place, c.id as "commandId", c.command, c.input_hash as "inputHash", c.outcome, c.approval_id as "approvalId", c.result, c.verdicts
       from unnest($1::uuid[], $2::text[]) with ordinality as a (actor_id, key, place)
      cross join lateral (select * from command_log where actor_id = a.actor_id and idempotency_key = a.key and outcome = 'DONE'
                          union all
                          select * from command_log where actor_id = a.actor_id and idempotency_key = a.key and outcome = 'SUBMITTED') as c`,
    [keyed.map(({ actor }) => actor.userId), keyed.map(({ idempotencyKey }) => idempotencyKey)],
  );
  return new Map(rows.flatMap((row): [LogEntry, EarlierCommand][] => {
    const entry = keyed[Number(row.place) - 1];
    return entry === undefined ? [] : [[entry, row]];
  }));
}

export async function getResult(tx: Tx, commandId: string): Promise<{ readonly result: unknown; readonly verdicts: unknown }> {
  const rows: { result: unknown; verdicts: unknown }[] = await tx.query('select result, verdicts from command_log where id = $1', [commandId]);
  return rows[0] ?? { result: null, verdicts: [] };
}

/** A command as the log keeps it once it has ended. */
export interface Ended {
  readonly entry: LogEntry;
  readonly outcome: 'DONE' | 'REFUSED' | 'SUBMITTED';
  readonly result: string | null;
  readonly problem: string | null;
  readonly verdicts: string;
  readonly knownAt: Date | null;
  readonly subjectIds: readonly string[];
  readonly announcements: readonly Announcement[];
}

export function done(entry: LogEntry, context: CommandContext, result: unknown): Ended {
  return {
    entry,
    outcome: 'DONE',
    result: canonicalJson(result),
    problem: null,
    verdicts: canonicalJson(context.verdicts),
    knownAt: context.now,
    subjectIds: subjectsOf(entry, result),
    announcements: context.announcements,
  };
}

export function refused(entry: LogEntry, error: DomainError): Ended {
  const problem = { kind: error.kind, code: error.code, text: error.text, details: error.details, rule: error.rule, faults: error.faults };
  return { entry, outcome: 'REFUSED', result: null, problem: canonicalJson(problem), verdicts: '[]', knownAt: null, subjectIds: entry.inputIds, announcements: [] };
}

/** A command that waits for signatures is on record from the day it was drafted. */
export async function appendSubmitted(tx: Tx, entry: LogEntry, verdicts: readonly Verdict[], at: Date): Promise<void> {
  const announcements = [{ topic: 'approval.changed', payload: { approvalId: entry.approvalId ?? '' } }];
  await append(tx, [{ entry, outcome: 'SUBMITTED', result: null, problem: null, verdicts: canonicalJson(verdicts), knownAt: at, subjectIds: entry.inputIds, announcements }]);
}

/** Writes commands into the log, and what they announce into the outbox: one statement each, however many there are. */
export async function append(tx: Tx, ended: readonly Ended[]): Promise<void> {
  if (ended.length === 0) return;
  await askPrepared(
    tx,
    `insert into command_log (id, command, actor_id, actor_login, actor_roles, idempotency_key, input_hash, input, reason,
                              outcome, result, problem, verdicts, acted_at, address, user_agent, session_id, approval_id, break_glass_id, subject_ids)
     select id, command, actor_id, actor_login, actor_roles::text[], idempotency_key, input_hash, input, reason,
            outcome, result, problem, verdicts, coalesce(acted_at, now()), address, user_agent, session_id, approval_id, break_glass_id, subject_ids::uuid[]
       from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::jsonb[], $9::text[], $10::text[],
                   $11::jsonb[], $12::jsonb[], $13::jsonb[], $14::timestamptz[], $15::text[], $16::text[], $17::uuid[], $18::uuid[], $19::uuid[], $20::text[])
         as c (id, command, actor_id, actor_login, actor_roles, idempotency_key, input_hash, input, reason,
               outcome, result, problem, verdicts, acted_at, address, user_agent, session_id, approval_id, break_glass_id, subject_ids)`,
    columnsOf(ended),
  );
  const announced = ended.flatMap(({ entry, announcements }) => announcements.map((each) => ({ ...each, commandId: entry.commandId })));
  if (announced.length === 0) return;
  await askPrepared(tx, 'insert into outbox (command_id, topic, payload) select * from unnest($1::uuid[], $2::text[], $3::jsonb[])', [
    announced.map(({ commandId }) => commandId),
    announced.map(({ topic }) => topic),
    announced.map(({ payload }) => canonicalJson(payload)),
  ]);
}

function columnsOf(ended: readonly Ended[]): unknown[] {
  const entries = ended.map(({ entry }) => entry);
  return [
    entries.map(({ commandId }) => commandId),
    entries.map(({ command }) => command),
    entries.map(({ actor }) => actor.userId),
    entries.map(({ actor }) => actor.login),
    entries.map(({ actor }) => arrayText(actor.roles)),
    entries.map(({ idempotencyKey }) => idempotencyKey),
    entries.map(({ inputHash }) => inputHash),
    entries.map(({ canonicalInput }) => canonicalInput),
    entries.map(({ reason }) => reason),
    ended.map(({ outcome }) => outcome),
    ended.map(({ result }) => result),
    ended.map(({ problem }) => problem),
    ended.map(({ verdicts }) => verdicts),
    ended.map(({ knownAt }) => knownAt),
    entries.map(({ origin }) => origin.address),
    entries.map(({ origin }) => origin.userAgent),
    entries.map(({ origin }) => origin.sessionId),
    entries.map(({ approvalId }) => approvalId),
    entries.map(({ breakGlassId }) => breakGlassId),
    ended.map(({ subjectIds }) => arrayText(subjectIds)),
  ];
}

/** Lists of unequal length make no array of two dimensions: each travels as the text of one. */
function arrayText(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}
