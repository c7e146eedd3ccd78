import { useSessionState } from '../session/use-session.js';
import { seatsOf } from './approval-parts.js';
import type { Approval } from './approval.requests.js';

/** In whose place the person signed in may sign now. */
export function useSeats(approval: Approval): ReturnType<typeof seatsOf> {
  const state = useSessionState();
  return seatsOf(approval, state.kind === 'signed-in' || state.kind === 'lost' ? state.session.user.id : '');
}
