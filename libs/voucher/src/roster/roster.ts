import type { LocalDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';
import type { Won } from '#libs/money';
import type { SheetVerdict } from '#libs/sheet';
import type { StatedProgramme } from './roster-limits.rules.js';

/**
 * A voucher workbook of one programme year, as facts. Facts refer to each other by the numbers that stand in the workbook
 * (application, voucher, use), to companies and providers by their business registration number; `null` is an empty cell.
 */
export interface ProviderFact {
  readonly businessNumber: string;
  readonly name: string;
  readonly bank: string | null;
  readonly account: string | null;
  readonly holder: string | null;
  readonly registeredOn: LocalDate | null;
}

export interface BrokerFact {
  readonly number: string;
  readonly name: string;
  readonly organisation: string | null;
  readonly field: string | null;
  readonly area: string | null;
  readonly registeredOn: LocalDate;
  /** Last day of the registration; null when it is open. */
  readonly validTo: LocalDate | null;
  readonly state: 'ACTIVE' | 'STRUCK_OFF';
}

export interface ApplicationFact {
  readonly number: string;
  readonly receivedOn: LocalDate;
  /** Time of receipt, 'HH:MM:SS', for the ranking of equal scores. */
  readonly receivedTime: string | null;
  readonly company: string;
  readonly businessNumber: string;
  readonly corporateNumber: string;
  readonly representative: string | null;
  readonly officers: string | null;
  readonly contract: string;
  readonly contractOn: LocalDate;
  readonly technology: string | null;
  readonly researcher: string;
  readonly researcherNumber: string | null;
  readonly institution: string | null;
  readonly requestedWon: Won;
  /** Exact decimal, such as '64.3'. */
  readonly score: string | null;
  readonly clearanceDocument: string | null;
  /** On hold: the researcher is an officer of the company, and no document clears the conflict of interest. */
  readonly held: boolean;
  readonly note: string | null;
  /** On record as rejected, withdrawn or cancelled; absent for one that is not on record. */
  readonly closed?: boolean;
}

export interface IssueFact {
  readonly voucher: string;
  /** Rank in which vouchers are issued; null where the day of issue decides. */
  readonly rank: number | null;
  readonly application: string | null;
  readonly company: string | null;
  readonly businessNumber: string;
  readonly field: string | null;
  readonly area: string | null;
  readonly broker: string | null;
  readonly brokerJoinedOn: LocalDate | null;
  readonly issuedOn: LocalDate;
  readonly amountWon: Won;
  /** Last day on which the voucher is good. */
  readonly validTo: LocalDate;
  readonly givenUpOn: LocalDate | null;
  readonly note: string | null;
  /** Where the voucher stands by now; absent for one that is not on record. */
  readonly standing?: VoucherStanding;
}

/** What became of a voucher on record since it was issued: topped up, split, extended, ended. */
export interface VoucherStanding {
  readonly amountWon: Won;
  readonly validTo: LocalDate;
  /** Whether it still takes a contract. */
  readonly open: boolean;
}

export type UseState = 'PAID' | 'CLAIMED' | 'IN_INSPECTION' | 'CANCELLED';

export interface UseFact {
  readonly number: string;
  readonly voucher: string;
  readonly service: string | null;
  /** Business registration number of the provider. */
  readonly provider: string;
  readonly contractedOn: LocalDate;
  readonly deliveredOn: LocalDate | null;
  readonly acceptedOn: LocalDate | null;
  readonly supplyWon: Won;
  readonly vatWon: Won;
  readonly taxed: boolean;
  /** What the government and what the company bears of the supply price; VAT is the company's. */
  readonly governmentWon: Won;
  readonly selfWon: Won;
  readonly invoice: string | null;
  readonly paidOn: LocalDate | null;
  readonly state: UseState;
  readonly cancelledOn: LocalDate | null;
  readonly brokerReportOn: LocalDate | null;
  readonly brokerFeeWon: Won | null;
  readonly note: string | null;
}

/** A tax invoice and the use that it bills. No invoice may be used twice, in this programme or any other. */
export interface InvoiceFact {
  readonly number: string;
  readonly use: string;
  readonly invoicedOn: LocalDate | null;
}

/** All facts of a roster, each list in the order in which its rows count. */
export interface RosterFacts {
  readonly providers: readonly ProviderFact[];
  readonly brokers: readonly BrokerFact[];
  readonly applications: readonly ApplicationFact[];
  readonly issues: readonly IssueFact[];
  readonly uses: readonly UseFact[];
  readonly invoices: readonly InvoiceFact[];
}

export const NO_ROSTER_FACTS: RosterFacts = { providers: [], brokers: [], applications: [], issues: [], uses: [], invoices: [] };

/** What an import will do: facts that are new, and a verdict on every row. */
export interface RosterPlan {
  /** What the sheet 사업개요 states; null without that sheet. */
  readonly stated: StatedProgramme | null;
  readonly newFacts: RosterFacts;
  readonly sheets: readonly SheetVerdict[];
  readonly notes: readonly Bilingual[];
}
