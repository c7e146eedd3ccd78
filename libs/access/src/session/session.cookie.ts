import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TOKEN_SHAPE } from './token.js';

const COOKIE = 'baton_session';

/** The secret that the browser sent, or null. */
export function readSessionCookie(request: FastifyRequest): string | null {
  const token = request.cookies[COOKIE];
  return token !== undefined && TOKEN_SHAPE.test(token) ? token : null;
}

/** Gone with the browser, out of reach of scripts, never sent along from another site. */
export function writeSessionCookie(reply: FastifyReply, token: string, secure: boolean): void {
  void reply.setCookie(COOKIE, token, { httpOnly: true, sameSite: 'strict', path: '/', secure });
}

export function clearSessionCookie(reply: FastifyReply, secure: boolean): void {
  void reply.clearCookie(COOKIE, { httpOnly: true, sameSite: 'strict', path: '/', secure });
}
