import { randomUUID } from 'node:crypto';
import { NO_ORIGIN, type Actor, type Origin } from './actor.js';
import { canonicalJson, spellingHash } from './canonical-json.js';

/** All that is known of a command before it runs. */
export interface LogEntry {
  readonly commandId: string;
  readonly command: string;
  readonly actor: Actor;
  readonly canonicalInput: string;
  readonly inputHash: string;
  /** The ids that the input names at its top. */
  readonly inputIds: readonly string[];
  readonly idempotencyKey: string | null;
  readonly reason: string | null;
  readonly origin: Origin;
  /** The signed request that this executes. */
  readonly approvalId: string | null;
  readonly breakGlassId: string | null;
}

/** What somebody asks for, as far as the log is concerned. */
export interface Asked {
  readonly actor: Actor;
  readonly input: unknown;
  readonly idempotencyKey?: string | undefined;
  readonly reason?: string | null | undefined;
  readonly origin?: Origin | undefined;
}

/** The entry of a command that is about to run, with a number of its own; the input is spelled once for all that need it. */
export function describe(command: string, asked: Asked): LogEntry {
  const canonicalInput = canonicalJson(asked.input);
  return {
    commandId: randomUUID(),
    command,
    actor: asked.actor,
    canonicalInput,
    inputHash: spellingHash(canonicalInput),
    inputIds: idsAtTop(asked.input),
    idempotencyKey: asked.idempotencyKey ?? null,
    reason: asked.reason ?? null,
    origin: asked.origin ?? NO_ORIGIN,
    approvalId: null,
    breakGlassId: null,
  };
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The ids that an input names at its top: what the history of an object is found by. */
export function idsAtTop(input: unknown): readonly string[] {
  if (input === null || typeof input !== 'object' || Array.isArray(input) || input instanceof Date) return [];
  return [...new Set(Object.values(input).filter(isId))];
}

/** Those of the input, and the id that the result bears. */
export function subjectsOf(entry: LogEntry, result: unknown): readonly string[] {
  const id = result !== null && typeof result === 'object' && 'id' in result ? result.id : null;
  return isId(id) && !entry.inputIds.includes(id) ? [...entry.inputIds, id] : entry.inputIds;
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value);
}
