import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PROVIDER_POLICY } from './provider.js';

const COOKIE = 'baton_provider';
const PATH = '/api/session/provider';
/** What `newToken` makes; anything else is not looked up. */
const TOKEN_SHAPE = /^[A-Za-z0-9_-]{43}$/;

/** The secret of the browser that set out for the provider, or null. */
export function readRoundCookie(request: FastifyRequest): string | null {
  const token = request.cookies[COOKIE];
  return token !== undefined && TOKEN_SHAPE.test(token) ? token : null;
}

/** Unlike the session's cookie this one comes along when the provider sends the browser back, and only there. */
export function writeRoundCookie(reply: FastifyReply, token: string, secure: boolean): void {
  void reply.setCookie(COOKIE, token, { httpOnly: true, sameSite: 'lax', path: PATH, secure, maxAge: PROVIDER_POLICY.roundMinutes * 60 });
}

export function clearRoundCookie(reply: FastifyReply, secure: boolean): void {
  void reply.clearCookie(COOKIE, { httpOnly: true, sameSite: 'lax', path: PATH, secure });
}
