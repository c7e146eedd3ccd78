import type { Tx } from '#libs/database';
import type { Actor, Origin } from './actor.js';
import type { SubmittedCommand } from './awaiting-approval.js';
import type { LogEntry } from './log-entry.js';
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

/** What the rules of approval say to a command before it runs. */
export type Passage =
  | { readonly kind: 'OPEN'; readonly breakGlassId: string | null }
  | { readonly kind: 'SIGNATURES'; readonly demand: Demand };

/** Which signatures are wanted: the tier of a policy. */
export interface Demand {
  readonly policyId: string;
  readonly fromWon: string;
  readonly amountWon: string | null;
  readonly expiresAfterDays: number;
}

/** A command that has been tried out and is to wait for signatures. */
export interface Submission {
  readonly entry: LogEntry;
  readonly demand: Demand;
  readonly input: unknown;
  /** What it did when it was tried out; undone since. */
  readonly tried: TriedCommand;
  readonly now: Date;
}

export interface TriedCommand {
  readonly result: unknown;
  readonly verdicts: readonly Verdict[];
  /** What the gate saw of it before it was undone. */
  readonly effects: unknown;
}

/** How an earlier submission with the same key stands. */
export type Standing = { readonly kind: 'EXECUTED'; readonly commandId: string } | { readonly kind: 'WAITING'; readonly submitted: SubmittedCommand };

/**
 * Where approval enters: the gate is asked inside the transaction, before a command runs. What the program gets wrong here
 * the database refuses at commit.
 */
export interface CommandGate {
  /** Throws `DomainError` where policy lets nobody pass. */
  ask(tx: Tx, entry: LogEntry): Promise<Passage>;
  /** For each of `entries`, whether it passes as it is; the others are asked one by one. */
  opens(tx: Tx, entries: readonly LogEntry[]): Promise<readonly boolean[]>;
  /** What a command has done to the books, read before it is undone. */
  effectsOf(tx: Tx, commandId: string): Promise<unknown>;
  /** Stores a tried command. */
  submit(tx: Tx, submission: Submission): Promise<SubmittedCommand>;
  standing(tx: Tx, requestId: string): Promise<Standing>;
}

/** Lets every permitted command pass; the database still asks for what policy wants. */
export const openGate: CommandGate = {
  ask: () => Promise.resolve({ kind: 'OPEN', breakGlassId: null }),
  opens: (_, entries) => Promise.resolve(entries.map(() => true)),
  effectsOf: () => Promise.resolve(null),
  submit: () => Promise.reject(new Error('the open gate stores nothing')),
  standing: () => Promise.reject(new Error('the open gate has stored nothing')),
};
