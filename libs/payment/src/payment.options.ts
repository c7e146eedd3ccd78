import type { ExpectedMoveSource } from './match/match.js';
import type { PayableKind } from './payable/payable.js';

/** Injection token of the `PaymentOptions`. */
export const PAYMENT_OPTIONS = Symbol('PaymentOptions');

export interface PaymentOptions {
  /** The kinds of debt that runs can pay: each instrument brings its own. */
  readonly kinds: readonly PayableKind[];
  /** The movements that lines of a bank can be: each instrument brings its own. */
  readonly moves: readonly ExpectedMoveSource[];
}
