import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { EdgeLimits } from './limits.js';
import { refuseAddress, refuseConnection } from './unreadable.js';

/** A pasted sheet of a few thousand rows fits; files come as multipart with limits of their own. */
const BODY_LIMIT = 12 * 1024 * 1024;

/** How often connections are looked at that have not sent what they began. */
const CHECK_MS = 5_000;

export interface AdapterOptions {
  /**
   * The proxies whose word about the client's address counts: CIDR blocks or `loopback`. Whoever else writes
   * X-Forwarded-For is not believed, or any client could choose its address.
   */
  readonly trustedProxies: readonly string[];
  readonly limits: Pick<EdgeLimits, 'headerSeconds' | 'requestSeconds'>;
  readonly checkMs?: number;
}

export function createAdapter({ trustedProxies, limits, checkMs }: AdapterOptions): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: trustedProxies.length === 0 ? false : [...trustedProxies],
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: true,
    frameworkErrors: refuseAddress,
    clientErrorHandler: refuseConnection,
    // The framework's default is to wait for ever: a few slow clients could then hold every connection.
    requestTimeout: limits.requestSeconds * 1_000,
    http: { headersTimeout: limits.headerSeconds * 1_000, connectionsCheckingInterval: checkMs ?? CHECK_MS },
  });
}
