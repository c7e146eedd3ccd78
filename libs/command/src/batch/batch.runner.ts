import type { Clock } from '#libs/calendar';
import { enterScopes, inTransaction, isCutOff, isRefusedByDatabase, type ScopedIdentity, type Tx } from '#libs/database';
import { DomainError } from '#libs/errors';
import type { DataSource } from 'typeorm';
import type { Actor } from '../actor.js';
import type { CommandGate, CommandOutcome } from '../command.js';
import { append, done, findAllEarlier, lockOf, refused, type EarlierCommand } from '../command.store.js';
import { CommandContext } from '../context.js';
import type { LogEntry } from '../log-entry.js';
import { executeWhole, type BatchCommand } from './batch-command.js';

/** A single request that may travel with others. */
export interface Gathered<Input> {
  readonly entry: LogEntry;
  readonly input: Input;
}

/** ALONE: nothing has happened, and it is to run as a plain command. UNKNOWN: the connection ended, and no key tells whether it stands. */
export type Settled<Result> =
  | { readonly kind: 'DONE'; readonly outcome: CommandOutcome<Result> }
  | { readonly kind: 'REFUSED'; readonly refusal: DomainError }
  | { readonly kind: 'ALONE' }
  | { readonly kind: 'UNKNOWN'; readonly error: unknown };

const ALONE = { kind: 'ALONE' } as const;

/** What row-level security shows to both is the same: who sees everything may share a transaction, everybody else only with themselves. */
export function laneOf({ userId, scopes }: Actor): string {
  return scopes.includes('*') ? scopes.join(',') : `${userId} ${scopes.join(',')}`;
}

/** Runs requests of one kind in one transaction: one commit, a fixed number of statements, an outcome for each. */
export class BatchRunner {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly gate: CommandGate,
  ) {}

  /**
   * What came of each of `items`, in their order. What the database refuses is tried again in parts of about the square root of
   * its size, so that one bad item costs a few more commits, and a thousand bad ones not twice as many.
   */
  async settle<Input, Result>(batch: BatchCommand<Input, Result>, items: readonly Gathered<Input>[]): Promise<readonly Settled<Result>[]> {
    if (items.length === 1) return [ALONE];
    try {
      return await inTransaction(this.source, 'READ COMMITTED', (tx) => this.together(tx, batch, items));
    } catch (error) {
      if (!(error instanceof DomainError) && !isRefusedByDatabase(error)) {
        // With a key the second attempt finds out what became of the first.
        return items.map(({ entry }) => (entry.idempotencyKey === null && isCutOff(error) ? { kind: 'UNKNOWN', error } : ALONE));
      }
      const settled: Settled<Result>[] = [];
      for (const part of partsOf(items, Math.floor(Math.sqrt(items.length)))) settled.push(...(await this.settle(batch, part)));
      return settled;
    }
  }

  private async together<Input, Result>(tx: Tx, batch: BatchCommand<Input, Result>, items: readonly Gathered<Input>[]): Promise<readonly Settled<Result>[]> {
    const entries = items.map(({ entry }) => entry);
    await enterScopes(tx, identityOf(entries), entries.map(lockOf).filter((lock) => lock !== null));
    const earlier = await findAllEarlier(tx, entries);
    const settled = new Map<LogEntry, Settled<Result>>();
    for (const [entry, command] of earlier) settled.set(entry, replayOf(entry, command));
    const fresh = items.filter(({ entry }) => !settled.has(entry));
    const open = await this.gate.opens(tx, fresh.map(({ entry }) => entry));
    const admitted = fresh.filter((_, at) => open[at] === true);
    for (const [entry, outcome] of await this.execute(tx, batch, admitted)) settled.set(entry, outcome);
    return entries.map((entry) => settled.get(entry) ?? ALONE);
  }

  private async execute<Input, Result>(tx: Tx, batch: BatchCommand<Input, Result>, admitted: readonly Gathered<Input>[]): Promise<readonly [LogEntry, Settled<Result>][]> {
    if (admitted.length === 0) return [];
    const items = admitted.map(({ entry, input }) => {
      const context = new CommandContext(entry.commandId, batch.name, entry.actor, this.clock, { dryRun: false, origin: entry.origin });
      return { entry, context, input };
    });
    const answers = await executeWhole(tx, batch, items);
    const ended = items.map((item, at) => ({ ...item, answer: answers[at] as Result | DomainError }));
    await append(tx, ended.map(({ entry, context, answer }) => (answer instanceof DomainError ? refused(entry, answer) : done(entry, context, answer))));
    return ended.map(({ entry, context, answer }) => {
      if (answer instanceof DomainError) return [entry, { kind: 'REFUSED', refusal: answer }];
      const outcome = { commandId: entry.commandId, result: answer, verdicts: context.verdicts, dryRun: false, replayed: false };
      return [entry, { kind: 'DONE', outcome }];
    });
  }
}

/** Whose eyes the transaction looks through: those of the one who asks, or of nobody in particular where several share one scope. */
function identityOf(entries: readonly LogEntry[]): ScopedIdentity {
  const [first, ...others] = entries.map(({ actor }) => actor);
  const shared = others.every(({ userId }) => userId === first?.userId);
  return { userId: shared ? (first?.userId ?? '') : '', scopes: first?.scopes ?? [] };
}

/** The plain answer to a repeated request; whatever is not plain (another input, a command that waits for signatures) is looked at alone. */
function replayOf<Result>(entry: LogEntry, earlier: EarlierCommand): Settled<Result> {
  if (earlier.command !== entry.command || earlier.inputHash !== entry.inputHash || earlier.outcome !== 'DONE') return ALONE;
  const { commandId, result, verdicts } = earlier;
  return { kind: 'DONE', outcome: { commandId, result: result as Result, verdicts: verdicts as CommandOutcome<Result>['verdicts'], dryRun: false, replayed: true } };
}

function partsOf<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, part) => items.slice(part * size, (part + 1) * size));
}
