import type { LocalDate } from '#libs/calendar';
import type { Payable, PayableDraft } from '#libs/payment';
import { addWon, won, type Won } from '#libs/money';
import { yearBook } from '../year/year.charts.js';

/** What runs call the debt of a claim whose payment was decided. */
export const CLAIM_DEBT = 'voucher.claim';

/** What is owed for one service, lot by lot, in won; what was set off against clawbacks is taken off. */
export interface ClaimDebt {
  readonly yearId: string;
  readonly voucherId: string;
  readonly serviceId: string;
  readonly payeeId: string;
  /** The service as its payee knows it. */
  readonly purpose: string;
  readonly publicWon: Won;
  /** Out of the company's deposit. */
  readonly ownWon: Won;
  readonly capturedOn: LocalDate;
}

/** The debt as runs take it; null where nothing is left to be paid. */
export function payableOfClaim({ yearId, voucherId, serviceId, payeeId, purpose, publicWon, ownWon, capturedOn }: ClaimDebt): PayableDraft | null {
  const amountWon = addWon(publicWon, ownWon);
  if (amountWon === 0n) return null;
  const detail = { voucherId, publicWon: publicWon.toString(), ownWon: ownWon.toString() };
  return { book: yearBook(yearId), kind: CLAIM_DEBT, subjectId: serviceId, payeeId, purpose, amountWon, dueOn: capturedOn, detail };
}

/** The lots of a debt of a claim, in won. */
export function lotsOf({ detail }: Payable): { readonly publicWon: Won; readonly ownWon: Won } {
  return { publicWon: won(detail['publicWon'] ?? '0'), ownWon: won(detail['ownWon'] ?? '0') };
}

/** Services count within their voucher, unless a roster brought a number that says all. */
export const purposeOf = (voucherNumber: string | null, serviceNumber: string): string => (voucherNumber === null || serviceNumber.startsWith(voucherNumber) ? serviceNumber : `${voucherNumber} ${serviceNumber}`);
