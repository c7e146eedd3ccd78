import type { Origin } from '#libs/command';
import type { FastifyRequest } from 'fastify';
import { originOf } from '../guard/admissions.js';
import type { SeenAddress } from '../passkey/relying-party.js';
import { readSessionCookie } from '../session/session.cookie.js';

/** From where somebody signs in, under which address they see this server, and the session they bring along. */
export interface Arrival {
  readonly origin: Origin;
  readonly address: SeenAddress;
  readonly earlierToken: string | null;
}

export function arrivalOf(request: FastifyRequest): Arrival {
  return { origin: originOf(request), address: { protocol: request.protocol, host: request.headers.host ?? '' }, earlierToken: readSessionCookie(request) };
}
