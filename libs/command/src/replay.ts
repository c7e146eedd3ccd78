import type { Origin } from './actor.js';

/** The requests that were answered from the log; it lives no longer than they do. */
const replays = new WeakSet<Origin>();

export function markReplayed(origin: Origin): void {
  replays.add(origin);
}

/** True when the request from `origin` was a repetition, answered with the earlier result: what `Idempotency-Hit` says. */
export function wasReplayed(origin: Origin): boolean {
  return replays.has(origin);
}
