import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Clock } from '#libs/calendar';
import type { Origin } from '#libs/command';
import { CLOCK } from '#libs/database';
import { Keyring } from '#libs/secret';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { actorOf } from '../permission/actor.js';
import type { Admission } from '../session/admission.js';
import { csrfTokenOf, tokenHash } from '../session/token.js';
import { opened } from './api-token.js';
import { appendUse, findToken } from './api-token.store.js';
import { tokenExpired, tokenInvalid } from './problems.js';
import { isTokenText } from './token-text.js';

const LONGEST_KEPT_PATH = 500;
const LONGEST_KEPT_KEY = 100;

/** Lets programs in: the header `Authorization: Bearer baton_…` stands in the place of cookie and csrf token. */
@Injectable()
export class TokenBearerService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly keyring: Keyring,
  ) {}

  /**
   * The owner, with no more than the token carries. Every use is on record before it is served. Throws
   * `api-token.invalid` and `api-token.expired`.
   */
  async admit(request: FastifyRequest, origin: Origin): Promise<Admission> {
    const text = /^bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
    if (!isTokenText(text)) throw tokenInvalid();
    const tx = this.source.manager;
    const token = await findToken(tx, tokenHash(this.keyring, 'api token', text), this.clock.today(), origin.address);
    if (token === null) throw tokenInvalid();
    const now = this.clock.now();
    if (token.expiresAt <= now) throw tokenExpired();
    const key = request.headers['idempotency-key'];
    const idempotencyKey = typeof key === 'string' ? key.slice(0, LONGEST_KEPT_KEY) : null;
    const path = (request.url.split('?')[0] ?? '').slice(0, LONGEST_KEPT_PATH);
    await appendUse(tx, { tokenId: token.tokenId, at: now, method: request.method, path, idempotencyKey }, origin);
    const owner = actorOf(token.owner);
    return {
      actor: { ...owner, permissions: opened(token.permissions, owner.permissions) },
      held: token.owner.held,
      // An emergency is opened by people: a program can neither name one nor prove again who it is.
      origin: { ...origin, breakGlassId: undefined },
      csrfToken: csrfTokenOf(text),
      expiresAt: token.expiresAt,
      stepUp: null,
    };
  }
}
