import { useSyncExternalStore } from 'react';
import { sessionState, subscribeSession, type SessionState } from '../../api/session-store.js';

export function useSessionState(): SessionState {
  return useSyncExternalStore(subscribeSession, sessionState);
}

/** What the person signed in may do. */
export function usePermissions(): (permission: string) => boolean {
  const state = useSessionState();
  const permissions = state.kind === 'signed-in' || state.kind === 'lost' ? state.session.user.permissions : [];
  return (permission) => permissions.includes(permission);
}
