import type { Tx } from '#libs/database';
import type { Actor, Origin } from './actor.js';
import type { CommandContext } from './context.js';
import type { Verdict } from './verdict.js';

/**
 * A write, of any feature. `name` is at once the permission it needs and its name in the log. `execute` must touch
 * nothing but `tx`, because it may run again after a deadlock and is rolled back in a dry run.
 */
export interface Command<Input, Result> {
  readonly name: string;
  execute(tx: Tx, context: CommandContext, input: Input): Promise<Result>;
}

export interface CommandRequest<Input> {
  readonly actor: Actor;
  readonly input: Input;
  /** Chosen by the client, unique per actor; the same key with the same input gives the earlier result. */
  readonly idempotencyKey?: string | undefined;
  /** Runs the very same code and rolls back. */
  readonly dryRun?: boolean | undefined;
  readonly reason?: string | undefined;
  readonly origin?: Origin | undefined;
}

export interface CommandOutcome<Result> {
  readonly commandId: string;
  readonly result: Result;
  readonly verdicts: readonly Verdict[];
  readonly dryRun: boolean;
  /** True when this is the stored answer to an earlier request with the same key. */
  readonly replayed: boolean;
}

/**
 * Where approval enters. The gate is asked inside the transaction, before the command runs; a gate that wants
 * signatures first stores the canonical command and throws, and later runs it through the same runner.
 */
export interface CommandGate {
  admit(tx: Tx, context: CommandContext, canonicalInput: string): Promise<void>;
}

/** Lets every permitted command pass. */
export const openGate: CommandGate = { admit: () => Promise.resolve() };
