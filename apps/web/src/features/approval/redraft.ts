import { useLocation } from 'react-router';
import type { Approval } from './approval.requests.js';
import { isMembers, type InputMembers } from './input-view.js';

/** An earlier version that is corrected in its own form, carried there by the address's state. */
export interface Redraft {
  readonly id: string;
  readonly number: string;
  /** The version that it will be. */
  readonly version: number;
  readonly input: InputMembers;
  readonly reason: string | null;
}

/** The page with the form of a command that can be filled in from a stored input; null where there is none. */
export function redraftPath({ command, input }: Pick<Approval, 'command' | 'input'>): string | null {
  const fundId = input['fundId'];
  if (typeof fundId !== 'string') return null;
  if (command === 'investment.record') return `/funds/${fundId}/investments/new`;
  if (command === 'capital-call.issue') return `/funds/${fundId}/capital-calls`;
  return command === 'policy.decide' ? `/funds/${fundId}/terms` : null;
}

export function redraftOf({ id, number, version, input, reason }: Approval): Redraft {
  return { id, number, version: version + 1, input, reason };
}

/** What was sent here to be corrected; null on an ordinary visit. */
export function useRedraft(): Redraft | null {
  const state: unknown = useLocation().state;
  if (!isMembers(state) || !isMembers(state['redraft'])) return null;
  return state['redraft'] as unknown as Redraft;
}
