import { DomainError } from '#libs/errors';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Socket } from 'node:net';
import { toProblem } from './problem.js';

/** These answers leave before any hook has run, so they bring along what the others get from the edge. */
const HEADERS = {
  'content-type': 'application/problem+json; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
} as const;

const BAD_ADDRESS = new DomainError('invalid', 'request.bad-address', {
  ko: '주소에 잘못된 문자가 들어 있습니다.',
  en: 'The address contains characters that cannot be decoded.',
});

/** Answers what the router refuses before any hook runs: an address that cannot be decoded, or is too long. */
export function refuseAddress(error: { readonly statusCode?: number }, _request: FastifyRequest, reply: FastifyReply): void {
  const problem = toProblem(error.statusCode === 400 ? BAD_ADDRESS : error);
  void reply.status(problem.status).headers(HEADERS).send(JSON.stringify(problem));
}

const STATUS_BY_FAULT: Readonly<Record<string, number>> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };

/** Answers what is not HTTP, or brings more headers than a request may have, on the bare socket. */
export function refuseConnection(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const problem = toProblem({ statusCode: STATUS_BY_FAULT[error.code ?? ''] ?? 400 });
  const body = JSON.stringify(problem);
  const head = [`HTTP/1.1 ${problem.status} ${problem.title}`, ...Object.entries(HEADERS).map(([name, value]) => `${name}: ${value}`), `content-length: ${Buffer.byteLength(body)}`, 'connection: close'];
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroy(error);
}
