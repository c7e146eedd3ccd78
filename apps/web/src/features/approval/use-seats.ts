import { useSessionState } from '../session/use-session.js';
import { seatsOf } from './approval-parts.js';
import type { Approval } from './approval.requests.js';

/** The account of whoever is signed in; '' for nobody. */
export function useSignedInId(): string {
  const state = useSessionState();
  return state.kind === 'signed-in' || state.kind === 'lost' ? state.session.user.id : '';
}

/** In whose place the person signed in may sign now. */
export function useSeats(approval: Approval): ReturnType<typeof seatsOf> {
  return seatsOf(approval, useSignedInId());
}
