import { breakGlassId } from './break-glass-store.js';
import { adoptSession, csrfToken, sessionState, waitForSession } from './session-store.js';
import { waitForStepUp, type StepUpDemand } from './step-up-store.js';
import type { Session } from './types.js';

const SESSION = '/api/session';
/** The steps of signing in: what they answer is said where it was asked. */
const SIGNING_IN: ReadonlySet<string> = new Set([SESSION, `${SESSION}/complete`, `${SESSION}/passkey`]);

/**
 * `fetch` as every request of the product uses it: sends the csrf token, and when the session has ended asks for the
 * password, when a fresh proof is wanted for the proof, and repeats the request as it was (its Idempotency-Key with it),
 * so that nothing that was typed is lost.
 */
export async function sessionFetch(request: Request): Promise<Response> {
  const response = await fetchInSession(request);
  const demand = response.status === 403 ? await readDemand(response) : null;
  if (demand === null) return response;
  return (await waitForStepUp(demand)) ? fetchInSession(request) : response;
}

async function fetchInSession(request: Request): Promise<Response> {
  const response = await fetch(withToken(request.clone()));
  if (SIGNING_IN.has(new URL(request.url).pathname)) return response;
  if (response.status === 401) return (await waitForSession()) ? fetch(withToken(request.clone())) : response;
  if (response.status === 403 && (await isStaleToken(response)) && (await refreshToken())) return fetch(withToken(request.clone()));
  return response;
}

async function readDemand(response: Response): Promise<StepUpDemand | null> {
  const body = (await readJson(response)) as { code?: unknown; details?: Partial<StepUpDemand> } | null;
  if (body?.code !== 'step-up.required') return null;
  return { methods: body.details?.methods ?? ['PASSWORD'], windowMinutes: body.details?.windowMinutes ?? 0 };
}

function readJson(response: Response): Promise<unknown> {
  return response.clone().json().catch(() => null);
}

function withToken(request: Request): Request {
  const token = csrfToken();
  if (token !== null && request.method !== 'GET') request.headers.set('x-csrf-token', token);
  const glass = request.method === 'GET' ? null : breakGlassId();
  if (glass !== null) request.headers.set('break-glass', glass);
  return request;
}

/** Another tab may have signed in anew: then only the token is old. */
async function isStaleToken(response: Response): Promise<boolean> {
  const body = await readJson(response);
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
