import type { Won } from '#libs/money';
import type { CarryKind } from '../year-close.js';

/** A service order whose part of the budget was taken and has not been paid; won. */
export interface OpenOrder {
  readonly orderId: string;
  readonly number: string;
  readonly company: string;
  readonly lab: string;
  /** Whose budget it is. */
  readonly fiscalYear: number;
  readonly state: 'ACCEPTED' | 'CERTIFIED' | 'APPROVED';
  readonly openWon: Won;
  /** It was carried over before: its money lies in what was carried over already. */
  readonly carriedBefore: boolean;
  /** By accident: it is not carried over again. */
  readonly carriedByAccident: boolean;
}

export interface OrderCarryOver {
  readonly orderId: string;
  readonly kind: CarryKind;
  readonly reason: string;
  readonly clause: string;
}

export type CarriedOrder = OrderCarryOver & { readonly commitment: OpenOrder };

/** What the close of a year does with orders. */
export interface OrderPlan {
  readonly carried: readonly CarriedOrder[];
  /** Given up: cancelled by the close. */
  readonly lapsing: readonly OpenOrder[];
}
