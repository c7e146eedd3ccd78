import { yearOf, type LocalDate } from '#libs/calendar';
import type { PostedEntry } from '#libs/ledger';
import type { VoucherFigures } from '../voucher/voucher.query.js';
import type { VoucherState } from '../voucher/voucher.js';
import type { VoucherYear, YearTerms } from '../year/year.js';

/** Where a voucher stands, and what its year has left to give. */
export interface Standing extends VoucherFigures {
  readonly state: VoucherState;
  readonly validTo: LocalDate | null;
  readonly budgetLeftWon: string;
  readonly vouchersLeft: number;
}

/** What a command did to one voucher, or would do. */
export interface Change {
  readonly voucherId: string;
  readonly before: Standing;
  readonly after: Standing;
  readonly entries: readonly PostedEntry[];
  /** The new voucher, where one was split off. */
  readonly part: { readonly id: string; readonly number: string } | null;
}

/** May money that comes back on `on` be issued again? Only where the terms say so, within the fiscal year, before it is closed. */
export function isReissued(year: VoucherYear, terms: YearTerms, on: LocalDate): boolean {
  return terms.reissuesReturned && year.closedOn === null && yearOf(on) === year.fiscalYear;
}
