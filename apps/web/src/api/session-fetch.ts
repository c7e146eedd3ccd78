import { adoptSession, csrfToken, sessionState, waitForSession } from './session-store.js';
import type { Session } from './types.js';

const SESSION = '/api/session';

/**
 * `fetch` as every request of the product uses it: sends the csrf token, and when the session has ended asks for the
 * password and repeats the request, so that nothing that was typed is lost.
 */
export async function sessionFetch(request: Request): Promise<Response> {
  const response = await fetch(withToken(request.clone()));
  if (isAboutSession(request)) return response;
  if (response.status === 401) return (await waitForSession()) ? fetch(withToken(request)) : response;
  if (response.status === 403 && (await isStaleToken(response)) && (await refreshToken())) return fetch(withToken(request));
  return response;
}

function withToken(request: Request): Request {
  const token = csrfToken();
  if (token !== null && request.method !== 'GET') request.headers.set('x-csrf-token', token);
  return request;
}

function isAboutSession(request: Request): boolean {
  return new URL(request.url).pathname === SESSION;
}

/** Another tab may have signed in anew: then only the token is old. */
async function isStaleToken(response: Response): Promise<boolean> {
  const body: unknown = await response.clone().json().catch(() => null);
  return typeof body === 'object' && body !== null && 'code' in body && String(body.code).startsWith('csrf.');
}

async function refreshToken(): Promise<boolean> {
  const response = await fetch(SESSION);
  if (!response.ok) return false;
  const fresh = (await response.json()) as Session;
  const current = sessionState();
  if (current.kind === 'signed-in' && current.session.user.id !== fresh.user.id) {
    location.assign('/');
    return false;
  }
  adoptSession(fresh);
  return true;
}
