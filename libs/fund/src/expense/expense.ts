import type { LocalDate } from '#libs/calendar';
import type { Won } from '#libs/money';
import type { ExpenseKind } from '../register/register.js';

export const EXPENSE_KINDS = ['MANAGEMENT_FEE', 'CUSTODY', 'AUDIT', 'OTHER'] as const satisfies readonly ExpenseKind[];

/** A payment out of the fund as somebody puts it in. */
export interface Payment {
  readonly kind: ExpenseKind;
  readonly label: string;
  readonly paidOn: LocalDate;
  readonly amountWon: Won;
  readonly periodFrom: LocalDate | null;
  readonly periodTo: LocalDate | null;
  readonly bankReference: string | null;
  readonly documentId: string | null;
  readonly note: string | null;
}

/** What a fund plans to spend over its life, and where it stands. Amounts in won. */
export interface SpendingPlan {
  readonly planWon: Won;
  readonly paidWon: Won;
  /** Billed and not paid. */
  readonly owedWon: Won;
  readonly clause: string;
}
