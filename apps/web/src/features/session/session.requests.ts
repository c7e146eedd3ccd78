import { api, dataOf } from '../../api/client.js';
import { queryClient } from '../../api/query-client.js';
import type { components } from '../../api/schema.js';
import { adoptSession, forgetSession, sessionState } from '../../api/session-store.js';
import type { Session } from '../../api/types.js';
import { askForPasskey } from './passkey.js';
import type { Proof } from './proof.js';

/** Looks whether somebody is signed in already. */
export async function resumeSession(): Promise<void> {
  try {
    adoptSession(await dataOf(api.GET('/api/session')));
  } catch {
    forgetSession();
  }
}

export type SecondStep = components['schemas']['SecondStepDto'];

/** Signs in, or answers the second step that has to follow; throws `ProblemError`. */
export async function signIn(login: string, password: string): Promise<SecondStep | null> {
  const answer = await dataOf(api.POST('/api/session', { body: { login, password } }));
  if ('token' in answer) return answer;
  enter(answer);
  return null;
}

/** Takes the second step; throws `ProblemError`. */
export async function completeSignIn(token: string, proof: Proof): Promise<void> {
  enter(await dataOf(api.POST('/api/session/complete', { body: { token, ...proof } })));
}

/** Signs in with whichever passkey the person chooses; throws `ProblemError`, and what the browser threw. */
export async function signInByPasskey(): Promise<void> {
  const { challengeId, response } = await askForPasskey();
  enter(await dataOf(api.POST('/api/session/passkey', { body: { challengeId, response } })));
}

/** Proves once more who is there; throws `ProblemError`. */
export async function confirmIdentity(proof: Proof): Promise<void> {
  await dataOf(api.POST('/api/session/step-up', { body: proof }));
}

/** Chooses a password with the code of an invitation; throws `ProblemError`. */
export async function redeemInvitation(code: string, password: string): Promise<void> {
  await dataOf(api.POST('/api/invitations/redeem', { body: { code, password } }));
}

/** Another person over the page of the first starts from a clean one. */
function enter(session: Session): void {
  const before = sessionState();
  if (before.kind === 'lost' && before.session.user.id !== session.user.id) {
    sessionStorage.clear();
    location.assign('/');
    return;
  }
  adoptSession(session);
}

export async function signOut(): Promise<void> {
  await api.DELETE('/api/session').catch(() => undefined);
  queryClient.clear();
  sessionStorage.clear();
  forgetSession();
}
