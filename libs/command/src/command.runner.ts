import type { Clock } from '#libs/calendar';
import { checkDeferredConstraints, enterScopes, inTransaction, isWorthAnotherTry, type Tx } from '#libs/database';
import { DomainError } from '#libs/errors';
import type { DataSource } from 'typeorm';
import type { Actor, Origin } from './actor.js';
import { AwaitingApproval, type SubmittedCommand } from './awaiting-approval.js';
import { asCommand, type BatchCommand } from './batch/batch-command.js';
import { BatchRunner, laneOf, type Gathered, type Settled } from './batch/batch.runner.js';
import { GATHER_LIMITS, Gatherer, type GatherLimits } from './batch/gatherer.js';
import { openGate, type Command, type CommandGate, type CommandOutcome, type CommandRequest, type TriedCommand } from './command.js';
import { append, done, findEarlier, getResult, lockOf, refused, type EarlierCommand } from './command.store.js';
import { CommandContext } from './context.js';
import { explainDatabaseError } from './database-error.js';
import { describe, type LogEntry } from './log-entry.js';
import { markReplayed } from './replay.js';

/** The constraints that ask for signatures bear this ending: a trial has none, and never gets to its commit. */
const asksForSignatures = (constraint: string): boolean => constraint.endsWith('_signed');
/** The last signature points to its own command, which is logged after what it set off. */
const isOfTheSignature = (constraint: string): boolean => constraint.startsWith('approval_signature_');

/** Carries what came out of a transaction that it rolls back. */
class Undone<T> extends Error {
  constructor(readonly outcome: T) {
    super('undone on purpose');
  }
}

type Ending<Result> = { readonly kind: 'DONE'; readonly outcome: CommandOutcome<Result> } | { readonly kind: 'SUBMITTED'; readonly submitted: SubmittedCommand };

/** A command that was signed, as it was stored. */
export interface StoredCommand<Input> {
  readonly actor: Actor;
  readonly input: Input;
  readonly approvalId: string;
  readonly reason: string | null;
  readonly origin: Origin;
}

/**
 * The one door for writes. Every write of every feature passes here and gets: permission, idempotency, one
 * transaction with retry, dry run on the same code, the gate for approvals, the command log and announcements.
 */
export class CommandRunner {
  private readonly batches: BatchRunner;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- input and result are known to each batch alone
  private readonly gatherers = new WeakMap<BatchCommand<any, any>, Gatherer<Gathered<any>, Settled<any>>>();

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly gate: CommandGate = openGate,
    private readonly limits: GatherLimits = GATHER_LIMITS,
  ) {
    this.batches = new BatchRunner(source, clock, gate);
  }

  /**
   * Runs `command`. Throws `DomainError`: forbidden without the permission, conflict when the key was used with another
   * input, and whatever the command refuses with; a refusal is logged, a dry run leaves nothing behind. Throws
   * `AwaitingApproval` when the command was stored to wait for signatures.
   */
  async run<Input, Result>(command: Command<Input, Result>, request: CommandRequest<Input>): Promise<CommandOutcome<Result>> {
    return this.runAlone(command, request, describe(command.name, request));
  }

  /**
   * Runs one request of a hot command, together with those that come in at the same time: a thousand clients cost a few commits, and
   * each of them gets what `run` would have given. Only requests of the very same `batch` object travel together. Alone run: previews,
   * what needs signatures or an emergency, and whatever a batch could not settle. Throws as `run` does.
   */
  async gather<Input, Result>(batch: BatchCommand<Input, Result>, request: CommandRequest<Input>): Promise<CommandOutcome<Result>> {
    const entry = describe(batch.name, request);
    if (!mayTravel(batch.name, request)) return this.runAlone(asCommand(batch), request, entry);
    const passenger = { lane: laneOf(entry.actor), key: lockOf(entry), item: { entry, input: request.input } };
    return this.gathererOf(batch).carry(passenger, (settled) => this.conclude(batch, request, entry, settled));
  }

  private async conclude<Input, Result>(batch: BatchCommand<Input, Result>, request: CommandRequest<Input>, entry: LogEntry, settled: Settled<Result>): Promise<CommandOutcome<Result>> {
    switch (settled.kind) {
      case 'DONE':
        if (settled.outcome.replayed) markReplayed(entry.origin);
        return settled.outcome;
      case 'REFUSED':
        throw settled.refusal;
      case 'UNKNOWN':
        throw settled.error;
      case 'ALONE':
        return this.runAlone(asCommand(batch), request, entry);
    }
  }

  private gathererOf<Input, Result>(batch: BatchCommand<Input, Result>): Gatherer<Gathered<Input>, Settled<Result>> {
    const known = this.gatherers.get(batch) as Gatherer<Gathered<Input>, Settled<Result>> | undefined;
    const gatherer = known ?? new Gatherer<Gathered<Input>, Settled<Result>>(this.limits, (items) => this.batches.settle(batch, items));
    this.gatherers.set(batch, gatherer);
    return gatherer;
  }

  private async runAlone<Input, Result>(command: Command<Input, Result>, request: CommandRequest<Input>, entry: LogEntry): Promise<CommandOutcome<Result>> {
    const ending = await this.attempt(command, request, entry);
    if (ending.kind === 'SUBMITTED') {
      if (ending.submitted.replayed) markReplayed(entry.origin);
      throw new AwaitingApproval(ending.submitted);
    }
    if (ending.outcome.replayed) markReplayed(entry.origin);
    return ending.outcome;
  }

  /**
   * Runs a signed command within the transaction `tx` of its last signature, as its maker. Its refusal is a value: what it
   * had done is undone, and the signature stands.
   */
  async runStored<Input, Result>(tx: Tx, command: Command<Input, Result>, stored: StoredCommand<Input>): Promise<CommandOutcome<Result> | DomainError> {
    const entry: LogEntry = { ...describe(command.name, stored), approvalId: stored.approvalId };
    try {
      requirePermission(stored.actor.permissions, command.name);
      return await tx.transaction(async (inner) => {
        await enterScopes(inner, stored.actor);
        const outcome = await this.execute(inner, command, stored.input, entry, false);
        // Whatever the database refuses at commit must undo this command alone, not the signature around it.
        await checkDeferredConstraints(inner, isOfTheSignature);
        return outcome;
      });
    } catch (error) {
      if (isWorthAnotherTry(error)) throw error;
      const explained = explainDatabaseError(error);
      if (explained instanceof DomainError) return explained;
      throw error;
    }
  }

  private async attempt<Input, Result>(command: Command<Input, Result>, request: CommandRequest<Input>, entry: LogEntry): Promise<Ending<Result>> {
    try {
      requirePermission(request.actor.permissions, command.name);
      return await inTransaction(this.source, 'READ COMMITTED', (tx) => this.runOnce(tx, command, request, entry));
    } catch (error) {
      if (error instanceof Undone) return { kind: 'DONE', outcome: error.outcome as CommandOutcome<Result> };
      const explained = explainDatabaseError(error);
      if (explained instanceof DomainError && request.dryRun !== true) await append(this.source.manager, [refused(entry, explained)]);
      throw explained;
    }
  }

  private async runOnce<Input, Result>(tx: Tx, command: Command<Input, Result>, request: CommandRequest<Input>, entry: LogEntry): Promise<Ending<Result>> {
    const lock = request.dryRun === true ? null : lockOf(entry);
    await enterScopes(tx, entry.actor, lock === null ? [] : [lock]);
    if (request.dryRun === true) {
      const outcome = await this.execute(tx, command, request.input, entry, true);
      // What is checked at commit is checked now, or a preview would promise what the database later refuses.
      await checkDeferredConstraints(tx, asksForSignatures);
      throw new Undone(outcome);
    }
    const earlier = await findEarlier(tx, entry);
    if (earlier !== null) return this.replay<Result>(tx, earlier, entry);
    const passage = await this.gate.ask(tx, entry);
    if (passage.kind === 'OPEN') {
      const admitted = { ...entry, breakGlassId: passage.breakGlassId };
      return { kind: 'DONE', outcome: await this.execute(tx, command, request.input, admitted, false) };
    }
    const tried = await this.tryOut(tx, command, request.input, entry);
    const submission = { entry, demand: passage.demand, input: request.input, tried, now: this.clock.now() };
    return { kind: 'SUBMITTED', submitted: await this.gate.submit(tx, submission) };
  }

  private async execute<Input, Result>(tx: Tx, command: Command<Input, Result>, input: Input, entry: LogEntry, dryRun: boolean): Promise<CommandOutcome<Result>> {
    const context = new CommandContext(entry.commandId, command.name, entry.actor, this.clock, { dryRun, origin: entry.origin });
    const result = await command.execute(tx, context, input);
    await append(tx, [done(entry, context, result)]);
    return { commandId: entry.commandId, result, verdicts: context.verdicts, dryRun, replayed: false };
  }

  /** Does what the command does, looks at it, and undoes it. A rule that blocks refuses here, before anybody is asked to sign. */
  private async tryOut<Input, Result>(tx: Tx, command: Command<Input, Result>, input: Input, entry: LogEntry): Promise<TriedCommand> {
    try {
      return await tx.transaction(async (inner): Promise<never> => {
        const { result, verdicts } = await this.execute(inner, command, input, entry, false);
        await checkDeferredConstraints(inner, asksForSignatures);
        throw new Undone<TriedCommand>({ result, verdicts, effects: await this.gate.effectsOf(inner, entry.commandId) });
      });
    } catch (error) {
      if (error instanceof Undone) return error.outcome as TriedCommand;
      throw error;
    }
  }

  private async replay<Result>(tx: Tx, earlier: EarlierCommand, entry: LogEntry): Promise<Ending<Result>> {
    if (earlier.command !== entry.command || earlier.inputHash !== entry.inputHash) throw keyReused(earlier.commandId);
    if (earlier.approvalId === null || earlier.outcome === 'DONE') return replayed(earlier.commandId, earlier);
    const standing = await this.gate.standing(tx, earlier.approvalId);
    if (standing.kind === 'WAITING') return { kind: 'SUBMITTED', submitted: { ...standing.submitted, replayed: true } };
    return replayed(standing.commandId, await getResult(tx, standing.commandId));
  }
}

/** A preview is undone, an emergency or an amended request is looked at by itself, and who may not is refused by himself. */
function mayTravel(command: string, { actor, origin, dryRun }: CommandRequest<unknown>): boolean {
  return dryRun !== true && actor.permissions.has(command) && origin?.breakGlassId === undefined && origin?.supersedes === undefined;
}

function replayed<Result>(commandId: string, { result, verdicts }: { readonly result: unknown; readonly verdicts: unknown }): Ending<Result> {
  const outcome = { commandId, result: result as Result, verdicts: verdicts as CommandOutcome<Result>['verdicts'], dryRun: false, replayed: true };
  return { kind: 'DONE', outcome };
}

function requirePermission(permissions: ReadonlySet<string>, name: string): void {
  if (permissions.has(name)) return;
  throw new DomainError(
    'forbidden',
    'permission.missing',
    { ko: `이 작업의 권한(${name})이 없습니다. 관리자에게 역할을 확인해 주세요.`, en: `You lack the permission ${name}. Ask the administrator about your role.` },
    { details: { permission: name } },
  );
}

function keyReused(commandId: string): DomainError {
  return new DomainError(
    'conflict',
    'idempotency.key-reused',
    {
      ko: '같은 Idempotency-Key로 다른 내용이 이미 처리되었습니다. 새 키로 다시 요청해 주세요.',
      en: 'This Idempotency-Key was already used for another input. Send the request again with a new key.',
    },
    { details: { commandId } },
  );
}
