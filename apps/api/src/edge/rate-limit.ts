import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import rateLimit from '@fastify/rate-limit';
import { userOfRequest } from '#libs/access';
import { DomainError } from '#libs/errors';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import type { EdgeLimits } from './limits.js';

type Count = (request: FastifyRequest) => Promise<{ readonly isAllowed: boolean; readonly isExceeded?: boolean; readonly ttlInSeconds?: number }>;

const MINUTE = 60_000;
/** So many clients are told apart at once; beyond that the one that was quiet for longest is forgotten. */
const CLIENTS = 20_000;
/** Where codes of reports are looked up by people who are not known. */
const VERIFICATION = '/api/verifications/';
/** Where somebody who is not known yet is checked, or proves again who they are. */
const SIGN_IN = /^\/api\/(session|passkeys|invitations)(\/|\?|$)/;

/**
 * Bounds what one address and one person may ask for in a minute. The address is judged before anything else is done,
 * the person as soon as the guard knows who it is; a stream of events counts as the one request that opened it.
 */
export async function limitRequests(app: NestFastifyApplication, limits: EdgeLimits): Promise<void> {
  await app.register(rateLimit, { global: false, cache: CLIENTS });
  const server = app.getHttpAdapter().getInstance();
  const perAddress: Count = server.createRateLimit({ max: limits.requestsPerMinutePerAddress, timeWindow: MINUTE });
  const perSignIn: Count = server.createRateLimit({ max: limits.signInsPerMinutePerAddress, timeWindow: MINUTE });
  const perCode: Count = server.createRateLimit({ max: limits.signInsPerMinutePerAddress, timeWindow: MINUTE });
  const perUser: Count = server.createRateLimit({ max: limits.requestsPerMinutePerUser, timeWindow: MINUTE, keyGenerator: (request) => userOfRequest(request) ?? '' });
  server.addHook('onRequest', async (request) => {
    if (!request.url.startsWith('/api')) return;
    await requireRoom(perAddress, request);
    if (SIGN_IN.test(request.url) && (request.method === 'POST' || request.url.includes('/provider'))) await requireRoom(perSignIn, request);
    // A code is a secret of a kind: it is not found by trying as many as one may sign in.
    if (request.url.startsWith(VERIFICATION)) await requireRoom(perCode, request);
  });
  app.useGlobalInterceptors(new UserLimit(perUser));
}

/** After the guard, which has found out who asks; whoever is not signed in is judged by address alone. */
class UserLimit implements NestInterceptor {
  constructor(private readonly perUser: Count) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (userOfRequest(request) !== null) await requireRoom(this.perUser, request);
    return next.handle();
  }
}

async function requireRoom(count: Count, request: FastifyRequest): Promise<void> {
  const { isExceeded, ttlInSeconds } = await count(request);
  if (isExceeded !== true) return;
  const retryAfterSeconds = Math.max(1, ttlInSeconds ?? 1);
  throw new DomainError(
    'throttled',
    'request.too-many',
    {
      ko: `요청이 너무 많습니다. ${retryAfterSeconds}초 뒤에 다시 시도해 주세요.`,
      en: `There were too many requests. Try again in ${retryAfterSeconds} seconds.`,
    },
    { details: { retryAfterSeconds } },
  );
}
