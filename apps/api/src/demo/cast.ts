import { randomUUID } from 'node:crypto';
import { actorOfAccount } from '#libs/access';
import { nextSigners, type SignatureService } from '#libs/approval';
import type { Clock } from '#libs/calendar';
import { AwaitingApproval, NO_ORIGIN, type Actor, type Command, type CommandOutcome, type CommandRunner, type Origin } from '#libs/command';
import { enterScopes, type Tx } from '#libs/database';
import { DomainError, invariant } from '#libs/errors';
import type { DataSource } from 'typeorm';

/** Who asks, from where, and under which key. */
export interface DeedRequest {
  readonly actor: Actor;
  readonly origin: Origin;
  readonly idempotencyKey: string;
}

const EVERYBODY = { userId: '00000000-0000-0000-0000-000000000000', scopes: ['*'] };

/**
 * The people of the story, doing what they do through the one door: one drafts, and whoever has to sign signs, each on the
 * day of the story. Nothing is let past that would not pass in an office.
 */
export class Cast {
  constructor(
    private readonly source: DataSource,
    private readonly runner: CommandRunner,
    private readonly signatures: SignatureService,
    private readonly clock: Clock,
  ) {}

  /** `login` drafts; then everybody signs who is asked to. Throws what the command is refused with. */
  async do<Input, Result>(login: string, command: Command<Input, Result>, input: Input): Promise<Result> {
    return this.through(login, command.name, (request) => this.runner.run(command, { ...request, input }));
  }

  /** What would come of it, looked at by `login` before they draft it. */
  async preview<Input, Result, Seen>(login: string, command: Command<Input, Result>, input: Input, look: (result: Result) => Seen): Promise<Seen> {
    const actor = await this.actor(login, command.name);
    return look((await this.runner.run(command, { actor, input, dryRun: true })).result);
  }

  /** The same for a deed that lays something down before it gives its command. */
  async through<Result>(login: string, permission: string, deed: (request: DeedRequest) => Promise<Pick<CommandOutcome<Result>, 'result'>>): Promise<Result> {
    const actor = await this.actor(login, permission);
    try {
      return (await deed({ actor, origin: this.origin(), idempotencyKey: randomUUID() })).result;
    } catch (error) {
      if (error instanceof AwaitingApproval) return (await this.signAll(error.submitted.requestId)) as Result;
      throw error;
    }
  }

  /** `login` drafts, and nobody has looked at it yet. Answers the id of the request. */
  async draft<Input, Result>(login: string, command: Command<Input, Result>, input: Input, supersedes?: string): Promise<string> {
    const actor = await this.actor(login, command.name);
    const origin = { ...NO_ORIGIN, supersedes };
    const waiting = await this.runner.run(command, { actor, input, origin, idempotencyKey: randomUUID() }).catch((error: unknown) => error);
    invariant(waiting instanceof AwaitingApproval, `${command.name} should have waited for a signature`);
    return waiting.submitted.requestId;
  }

  /** Whoever would sign next sends it back, saying why. */
  async sendBack(requestId: string, opinion: string): Promise<void> {
    const { contentHash, login } = await this.next(requestId);
    const input = { requestId, contentHash, opinion, forId: null };
    const actor = await this.actor(login, this.signatures.return.name);
    await this.runner.run(this.signatures.return, { actor, origin: this.origin(), input, idempotencyKey: randomUUID() });
  }

  /** One signature by whoever comes first among those who may. Answers what the command came to, or null while others are missing. */
  async signOnce(requestId: string, opinion: string | null = null): Promise<unknown> {
    const { contentHash, login } = await this.next(requestId);
    const input = { requestId, contentHash, opinion, forId: null };
    const actor = await this.actor(login, this.signatures.sign.name);
    const { result } = await this.runner.run(this.signatures.sign, { actor, origin: this.origin(), input, idempotencyKey: randomUUID() });
    if (result.problem !== null) throw new DomainError('conflict', result.problem.code, result.problem.text);
    return result.executed?.result ?? null;
  }

  /** What is on record, seen by somebody who sees everything. */
  async look<Seen>(ask: (tx: Tx) => Promise<Seen>): Promise<Seen> {
    return this.source.transaction(async (tx) => {
      await enterScopes(tx, EVERYBODY);
      return ask(tx);
    });
  }

  private async next(requestId: string): Promise<{ readonly contentHash: string; readonly login: string }> {
    const [request, signer] = await this.look(async (tx) => {
      const rows: { contentHash: string }[] = await tx.query('select content_hash as "contentHash" from approval_request where id = $1', [requestId]);
      return [rows[0], (await nextSigners(tx, requestId, this.clock.today()))[0]] as const;
    });
    invariant(request !== undefined && signer !== undefined, `nobody can sign ${requestId}`);
    return { contentHash: request.contentHash, login: signer.login };
  }

  private async signAll(requestId: string): Promise<unknown> {
    for (;;) {
      const result = await this.signOnce(requestId);
      if (result !== null) return result;
    }
  }

  private async actor(login: string, permission: string): Promise<Actor> {
    const rows: { id: string }[] = await this.source.query('select id from app_user where login = $1', [login]);
    return actorOfAccount(this.source.manager, rows[0]?.id ?? '', permission);
  }

  /** Each of them has just typed their password. */
  private origin(): Origin {
    return { ...NO_ORIGIN, stepUp: { at: this.clock.now(), method: 'PASSWORD' } };
  }
}
