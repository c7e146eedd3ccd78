import type { LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import type { Won } from '#libs/money';
import type { RegistrationPeriod } from '../broker/broker.js';
import type { VoucherState } from '../voucher/voucher.js';

/** One voucher of a batch as the officer asks for it. */
export interface IssueRow {
  readonly voucherId: string;
  /** Public money on it. */
  readonly amountWon: Won;
  /** Last day on which it is good; null: as long as the terms let it. */
  readonly validTo: LocalDate | null;
  /** Null: the broker of the agreement. */
  readonly brokerId: string | null;
}

export interface IssueVouchers {
  readonly yearId: string;
  readonly issuedOn: LocalDate;
  /** Of all vouchers together: what decides who signs. */
  readonly amountWon: Won;
  readonly vouchers: readonly IssueRow[];
}

export interface IssueBroker extends RegistrationPeriod {
  readonly id: string;
  readonly number: string;
  readonly name: string;
}

/** A voucher as it stands before it is issued. */
export interface IssueCandidate {
  readonly voucherId: string;
  readonly companyId: string;
  readonly company: string;
  readonly state: VoucherState;
  /** Null where it was agreed outside of the program. */
  readonly agreement: { readonly agreedOn: LocalDate; readonly amountWon: Won; readonly selfBurdenWon: Won; readonly brokerId: string | null } | null;
  /** What the company has paid in of its own lot and not got back. */
  readonly paidInWon: Won;
  /** What the tax office says of the company on the day; null where nobody asked. */
  readonly business: 'ACTIVE' | 'RESTING' | 'CLOSED' | null;
}

/** What the year still lets be issued. */
export interface IssueLimits {
  readonly vouchers: bigint;
  readonly companies: bigint;
  readonly budgetWon: Won;
}

/** A voucher that passed every check. */
export interface Issuance {
  readonly voucherId: string;
  readonly companyId: string;
  readonly company: string;
  readonly amountWon: Won;
  readonly validTo: LocalDate;
  readonly broker: IssueBroker | null;
  readonly brokerJoinedOn: LocalDate | null;
}

/** A voucher that did not, with the rules that refuse it. */
export interface RefusedIssue {
  readonly voucherId: string;
  readonly company: string | null;
  readonly verdicts: readonly Verdict[];
}

/** A voucher that is issued, by the command that does it. */
export interface IssuedRow {
  readonly voucherId: string;
  readonly commandId: string;
  readonly number: string;
  readonly rank: number | null;
  readonly issuedOn: LocalDate;
  readonly amountWon: bigint;
  readonly validTo: LocalDate;
  readonly brokerId: string | null;
  readonly brokerJoinedOn: LocalDate | null;
  readonly knownAt: Date;
  /** What else is told of it: field and area of a KTTN voucher, remarks. */
  readonly detail: Readonly<Record<string, string>> | null;
}
