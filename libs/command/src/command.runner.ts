import { randomUUID } from 'node:crypto';
import type { Clock } from '#libs/calendar';
import { inTransaction, type Tx } from '#libs/database';
import { DomainError } from '#libs/errors';
import type { DataSource } from 'typeorm';
import { NO_ORIGIN } from './actor.js';
import { canonicalHash, canonicalJson } from './canonical-json.js';
import { openGate, type Command, type CommandGate, type CommandOutcome, type CommandRequest } from './command.js';
import { appendDone, appendRefused, findDone, lockKey, type DoneCommand, type LogEntry } from './command.store.js';
import { CommandContext } from './context.js';
import { explainDatabaseError } from './database-error.js';

/** Carries the result of a dry run out of the transaction that it rolls back. */
class DryRunFinished<Result> extends Error {
  constructor(readonly outcome: CommandOutcome<Result>) {
    super('dry run finished');
  }
}

/**
 * The one door for writes. Every write of every feature passes here and gets: permission, idempotency, one
 * transaction with retry, dry run on the same code, the gate for approvals, the command log and announcements.
 */
export class CommandRunner {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly gate: CommandGate = openGate,
  ) {}

  /**
   * Runs `command`. Throws `DomainError`: forbidden without the permission, conflict when the key was used with another
   * input, and whatever the command refuses with; a refusal is logged, a dry run leaves nothing behind.
   */
  async run<Input, Result>(command: Command<Input, Result>, request: CommandRequest<Input>): Promise<CommandOutcome<Result>> {
    const entry = this.describe(command.name, request);
    try {
      requirePermission(request.actor.permissions, command.name);
      return await inTransaction(this.source, 'READ COMMITTED', (tx) => this.runOnce(tx, command, request, entry));
    } catch (error) {
      if (error instanceof DryRunFinished) return error.outcome as CommandOutcome<Result>;
      const explained = explainDatabaseError(error);
      if (explained instanceof DomainError && request.dryRun !== true) await appendRefused(this.source.manager, entry, explained);
      throw explained;
    }
  }

  private async runOnce<Input, Result>(
    tx: Tx,
    command: Command<Input, Result>,
    request: CommandRequest<Input>,
    entry: LogEntry,
  ): Promise<CommandOutcome<Result>> {
    const dryRun = request.dryRun === true;
    if (!dryRun && entry.idempotencyKey !== null) {
      await lockKey(tx, entry);
      const earlier = await findDone(tx, entry);
      if (earlier !== null) return replay<Result>(earlier, entry);
    }
    const context = new CommandContext(entry.commandId, command.name, request.actor, this.clock.now(), this.clock.today(), dryRun);
    await this.gate.admit(tx, context, entry.canonicalInput);
    const result = await command.execute(tx, context, request.input);
    const outcome = { commandId: entry.commandId, result, verdicts: context.verdicts, dryRun, replayed: false };
    await appendDone(tx, entry, context, result);
    if (!dryRun) return outcome;
    // What is checked at commit is checked now, or a preview would promise what the database later refuses.
    await tx.query('set constraints all immediate');
    throw new DryRunFinished(outcome);
  }

  private describe<Input>(command: string, request: CommandRequest<Input>): LogEntry {
    const canonicalInput = canonicalJson(request.input);
    return {
      commandId: randomUUID(),
      command,
      actor: request.actor,
      canonicalInput,
      inputHash: canonicalHash(request.input),
      idempotencyKey: request.idempotencyKey ?? null,
      reason: request.reason ?? null,
      origin: request.origin ?? NO_ORIGIN,
    };
  }
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

function replay<Result>(earlier: DoneCommand, entry: LogEntry): CommandOutcome<Result> {
  if (earlier.command !== entry.command || earlier.inputHash !== entry.inputHash) {
    throw new DomainError(
      'conflict',
      'idempotency.key-reused',
      {
        ko: '같은 Idempotency-Key로 다른 내용이 이미 처리되었습니다. 새 키로 다시 요청해 주세요.',
        en: 'This Idempotency-Key was already used for another input. Send the request again with a new key.',
      },
      { details: { commandId: earlier.commandId } },
    );
  }
  return {
    commandId: earlier.commandId,
    result: earlier.result as Result,
    verdicts: earlier.verdicts as CommandOutcome<Result>['verdicts'],
    dryRun: false,
    replayed: true,
  };
}
