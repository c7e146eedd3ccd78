import type { Bilingual } from '#libs/errors';
import type { Verdict } from './verdict.js';

/** A command that is stored and waits for signatures. */
export interface SubmittedCommand {
  readonly requestId: string;
  readonly number: string;
  readonly version: number;
  readonly title: Bilingual;
  /** PENDING, or how it ended without being executed (RETURNED, RECALLED, FAILED, EXPIRED). */
  readonly state: string;
  readonly verdicts: readonly Verdict[];
  /** True when this answers a repeated request with the same key. */
  readonly replayed: boolean;
}

/**
 * How a command that needs signatures ends for its caller: nothing has happened yet, and nothing is wrong. It is thrown,
 * so that no use case can mistake it for a result; the edge answers 202.
 */
export class AwaitingApproval extends Error {
  constructor(readonly submitted: SubmittedCommand) {
    super(`waiting for approval: ${submitted.number}`);
  }
}
