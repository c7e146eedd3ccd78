import type { Session } from './types.js';

/**
 * Who is signed in, outside React because every request needs it. `lost` means that the session ended under an open
 * page: what is on the screen stays, a dialog asks for the password, and the requests that failed are repeated.
 */
export type SessionState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'signed-in'; readonly session: Session }
  | { readonly kind: 'lost'; readonly session: Session };

let state: SessionState = { kind: 'loading' };
let waiting: ((signedIn: boolean) => void)[] = [];
const listeners = new Set<() => void>();

function change(next: SessionState): void {
  state = next;
  listeners.forEach((listener) => listener());
}

export function sessionState(): SessionState {
  return state;
}

export function subscribeSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function csrfToken(): string | null {
  return state.kind === 'signed-in' || state.kind === 'lost' ? state.session.csrfToken : null;
}

/** Takes a new session; requests that were waiting for one go on. */
export function adoptSession(session: Session): void {
  change({ kind: 'signed-in', session });
  release(true);
}

export function forgetSession(): void {
  change({ kind: 'signed-out' });
  release(false);
}

/** Asks for the password over the open page; resolves to whether somebody signed in again. */
export function waitForSession(): Promise<boolean> {
  if (state.kind !== 'signed-in' && state.kind !== 'lost') return Promise.resolve(false);
  const answer = new Promise<boolean>((resolve) => waiting.push(resolve));
  if (state.kind === 'signed-in') change({ kind: 'lost', session: state.session });
  return answer;
}

function release(signedIn: boolean): void {
  const resolvers = waiting;
  waiting = [];
  resolvers.forEach((resolve) => resolve(signedIn));
}
