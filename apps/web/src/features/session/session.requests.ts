import { api, dataOf } from '../../api/client.js';
import { queryClient } from '../../api/query-client.js';
import { adoptSession, forgetSession, sessionState } from '../../api/session-store.js';

/** Looks whether somebody is signed in already. */
export async function resumeSession(): Promise<void> {
  try {
    adoptSession(await dataOf(api.GET('/api/session')));
  } catch {
    forgetSession();
  }
}

/** Signs in; throws `ProblemError`. Another person over the page of the first starts from a clean one. */
export async function signIn(login: string, password: string): Promise<void> {
  const before = sessionState();
  const session = await dataOf(api.POST('/api/session', { body: { login, password } }));
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
