import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Command, type Origin } from '#libs/command';
import { CLOCK } from '#libs/database';
import { notFound } from '#libs/errors';
import { DataSource } from 'typeorm';
import { listLiveSessions, type OwnSession } from './own-session.query.js';
import { idleLimit } from './session.js';
import { revokeSessions } from './session.store.js';

/** A request of somebody about their own account. */
export interface OwnRequest {
  readonly actor: Actor;
  readonly origin: Origin;
  readonly idempotencyKey: string;
}

/** What somebody can do about their own sessions: see them, and end those they do not know. */
@Injectable()
export class OwnSessionService {
  constructor(
    private readonly runner: CommandRunner,
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Sessions are no business data: they are read as the application, also for those whose reads go another way. */
  list(actor: Actor): Promise<readonly OwnSession[]> {
    const now = this.clock.now();
    return listLiveSessions(this.source.manager, actor.userId, now, idleLimit(now));
  }

  /** Ends one session; throws `resource.not-found` for one that is not this person's or has ended. */
  async revoke(request: OwnRequest, sessionId: string): Promise<number> {
    const { result } = await this.runner.run(revokeSession, { ...request, input: { sessionIds: [sessionId] } });
    if (result.ended === 0) throw notFound({ ko: '로그인', en: 'session' }, sessionId);
    return result.ended;
  }

  /** Ends every session but the one that asks; returns how many. */
  async revokeOthers(request: OwnRequest): Promise<number> {
    const { result } = await this.runner.run(revokeSession, { ...request, input: { exceptSessionId: request.origin.sessionId } });
    return result.ended;
  }
}

interface RevokeSession {
  readonly sessionIds?: readonly string[];
  readonly exceptSessionId?: string | null;
}

export const revokeSession: Command<RevokeSession, { readonly ended: number }> = {
  name: 'session.revoke',
  execute: async (tx, { actor, now }, input) => ({ ended: await revokeSessions(tx, { userId: actor.userId, by: actor.userId, at: now, cause: 'REVOKED', ...input }) }),
};
