import { useSyncExternalStore } from 'react';
import type { components } from './schema.js';

/** A request for signatures, as the API answers a write that may not pass on one person's word (202). */
export type SubmittedApproval = components['schemas']['WaitingRequestDto'];

/** Nothing went wrong, and nothing is done yet either: the write is drafted and waits for signatures. */
export class SubmittedError extends Error {
  constructor(readonly approval: SubmittedApproval) {
    super(`${approval.number} waits for signatures`);
    this.name = 'SubmittedError';
  }
}

const ACCEPTED = 202;

/** Throws `SubmittedError` where an answer says that what was asked for waits for signatures. */
export function refuseSubmitted(status: number, body: unknown): void {
  if (status !== ACCEPTED || typeof body !== 'object' || body === null || !('approval' in body)) return;
  throw new SubmittedError(body.approval as SubmittedApproval);
}

let announced: SubmittedApproval | null = null;
const listeners = new Set<() => void>();

/** Tells the person, wherever they are, that what they sent waits for signatures; null: they have read it. */
export function announceSubmitted(approval: SubmittedApproval | null): void {
  announced = approval;
  for (const listener of listeners) listener();
}

export function useSubmitted(): SubmittedApproval | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => announced,
  );
}
