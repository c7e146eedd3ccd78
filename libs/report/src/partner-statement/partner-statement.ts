import type { LocalDate } from '#libs/calendar';
import type { CapitalAccount, CapitalAccounts, FundRow, PartnerRow } from '#libs/fund';
import type { Won } from '#libs/money';
import type { Quarter } from '../period/quarter.js';

/** Money between a partner and the fund on a day: paid in is above zero, paid out below. */
export interface PartnerMovement {
  readonly on: LocalDate;
  readonly kind: 'CONTRIBUTION' | 'DISTRIBUTION';
  /** A transfer of units takes what was paid in and out along, without cash. */
  readonly by: 'CASH' | 'TRANSFER';
  /** Of the call, the distribution or the transfer. */
  readonly number: number;
  readonly note: string | null;
  readonly amountWon: Won;
}

/** One partner's account over the quarter, the year and the life of the fund, all until the same day. */
export interface PartnerStatement {
  readonly partner: PartnerRow;
  readonly quarter: CapitalAccount;
  readonly year: CapitalAccount;
  readonly life: CapitalAccount;
  /** Within the quarter, in the order of days. */
  readonly movements: readonly PartnerMovement[];
}

/** What statements of a fund's partners are made of, read in one snapshot. */
export interface StatementFacts {
  readonly fund: FundRow;
  readonly asOf: LocalDate;
  readonly knownBefore: Date;
  readonly quarter: Quarter;
  /** The number of the wording of the agreement by which the fund shares; null where none is on record. */
  readonly agreementVersion: number | null;
  readonly accounts: CapitalAccounts;
  /** In the order of the agreement. */
  readonly statements: readonly PartnerStatement[];
}
