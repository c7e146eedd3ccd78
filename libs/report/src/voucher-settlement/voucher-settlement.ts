import type { LocalDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';
import type { Policy } from '#libs/policy';
import type { VoucherYear, YearTerms } from '#libs/voucher';
import { total } from '../table/rows.js';

/** A decision on budget and quotas. Amounts in won; negative where it cuts. */
export interface BudgetDecision {
  readonly id: string;
  readonly stage: string;
  /** Whether it changes what may be spent: a government proposal does not. */
  readonly spendable: boolean;
  readonly decidedOn: LocalDate;
  readonly amountWon: bigint;
  readonly vouchers: number;
  readonly companies: number;
  readonly clause: string;
}

export interface YearClose {
  readonly closedOn: LocalDate;
  readonly nextYear: string | null;
  readonly lapsedWon: bigint;
  readonly forwardedWon: bigint;
  readonly carriedOverWon: bigint;
}

/** What entries of one posting rule did in one quarter to the accounts of one kind, on their normal side. */
export interface BookMovement {
  readonly chart: string;
  readonly posting: string;
  /** First day of the quarter. */
  readonly quarterOn: LocalDate;
  readonly deltaWon: bigint;
}

/** What they did to one account of a sub-ledger: a voucher, a payee, a clawback. */
export interface PartMovement {
  readonly chart: string;
  readonly partId: string;
  readonly posting: string;
  readonly deltaWon: bigint;
}

/** The broker of a voucher, with the days that decide whether they were registered. */
export interface SettlementBroker {
  readonly number: string;
  readonly name: string;
  readonly organisation: string | null;
  readonly registeredOn: LocalDate;
  /** Last day of the registration as known: renewed, or cut short where the broker was struck off. */
  readonly validTo: LocalDate | null;
  readonly joinedOn: LocalDate | null;
}

/** An issued voucher as the facts tell it; what the books say of it is in `PartMovement`. */
export interface SettlementVoucher {
  readonly id: string;
  readonly number: string;
  readonly companyId: string;
  readonly company: string;
  readonly businessNumber: string | null;
  readonly issuedOn: LocalDate;
  readonly validTo: LocalDate;
  readonly state: string;
  /** Where it was split off another voucher of the same company. */
  readonly isPart: boolean;
  readonly issuedWon: bigint;
  readonly toppedUpWon: bigint;
  /** Moved to the vouchers split off it. */
  readonly splitOffWon: bigint;
  /** Went back when it ended: expired, given up, cancelled, clawed back. */
  readonly endedWon: bigint;
  /** Came free after its end, by a cancelled service or a refund, and went back as well. */
  readonly passedOnWon: bigint;
  readonly agreedOn: LocalDate | null;
  readonly broker: SettlementBroker | null;
}

/** What a company paid in for a voucher, issued or not, and got back. */
export interface OwnMoneyLot {
  readonly voucherId: string;
  /** Of the voucher, or of the application while there is none. */
  readonly number: string;
  readonly company: string;
  readonly depositedWon: bigint;
  readonly returnedWon: bigint;
}

/** A service bought with a voucher; amounts of its latest claim, or of its contract before there is one. */
export interface SettlementUse {
  readonly id: string;
  readonly number: string;
  readonly voucherId: string;
  readonly name: string | null;
  /** The party that is paid, or was to be. */
  readonly payeeId: string;
  readonly provider: string;
  readonly providerNumber: string | null;
  readonly state: string;
  readonly contractedOn: LocalDate;
  readonly dueOn: LocalDate | null;
  readonly deliveredOn: LocalDate | null;
  readonly acceptedOn: LocalDate | null;
  readonly inspectedOn: LocalDate | null;
  readonly sentBackCount: number;
  readonly reassignedCount: number;
  readonly brokerReportedOn: LocalDate | null;
  readonly brokerFeeWon: bigint | null;
  readonly rating: number | null;
  readonly invoice: string | null;
  readonly supplyWon: bigint;
  readonly vatWon: bigint;
  readonly governmentWon: bigint;
  readonly selfWon: bigint;
  /** The contract's public share, which is held until the service is paid or cancelled. */
  readonly heldWon: bigint;
  /** The decision to pay, and its amounts out of public money and out of the company's deposit. */
  readonly capturedOn: LocalDate | null;
  readonly publicWon: bigint;
  readonly ownWon: bigint;
  /** The day on which the decision was undone before anything was paid. */
  readonly undoneOn: LocalDate | null;
  readonly paidOn: LocalDate | null;
  readonly paidPublicWon: bigint;
  readonly paidOwnWon: bigint;
  /** What the provider gave back of the public money, the company's share and the VAT. */
  readonly refundedWon: bigint;
  readonly refundedSelfWon: bigint;
  readonly refundedVatWon: bigint;
}

export interface SettlementClawback {
  readonly id: string;
  readonly number: string;
  readonly voucher: string;
  readonly debtor: string;
  readonly legalRegime: string;
  readonly ground: string;
  readonly reason: string;
  readonly noticeOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly principalWon: bigint;
  readonly interestWon: bigint;
  readonly penaltyWon: bigint;
  /** Dropped from the notice: the state demands whole tens of won. */
  readonly droppedWon: bigint;
  readonly surchargeWon: bigint;
  readonly receivedWon: bigint;
  readonly offsetWon: bigint;
  readonly writtenOffWon: bigint;
  readonly instalmentCount: number;
  readonly published: boolean;
}

/** What somebody decided about a warning sign. */
export interface WarningDecision {
  readonly decidedOn: LocalDate;
  readonly signal: string;
  readonly subject: string;
  readonly verdict: string;
  readonly reason: string;
  readonly decidedBy: string;
}

/** A restriction laid on a voucher or a provider, or lifted. */
export interface Restriction {
  readonly happenedOn: LocalDate;
  readonly subject: string;
  readonly what: string;
  readonly reason: string | null;
}

export interface SettlementDocument {
  readonly kind: string;
  readonly subject: string;
  readonly dated: LocalDate;
  readonly fileName: string | null;
  readonly sha256: string | null;
}

/** How many vouchers stand where between the application and the issue. */
export interface FunnelStep {
  readonly state: string;
  readonly count: number;
}

/** What the names of codes are; given with the facts, because a pure model cannot ask the lib that owns them. */
export interface SettlementNames {
  readonly kind: Bilingual;
  readonly stages: Readonly<Record<string, Bilingual>>;
  readonly voucherStates: Readonly<Record<string, Bilingual>>;
  readonly serviceStates: Readonly<Record<string, Bilingual>>;
  readonly grounds: Readonly<Record<string, Bilingual>>;
  readonly regimes: Readonly<Record<string, Bilingual>>;
  readonly signals: Readonly<Record<string, Bilingual>>;
  readonly warningVerdicts: Readonly<Record<string, Bilingual>>;
}

/** Everything the settlement report is made of, read in one snapshot at one point in both times. */
export interface SettlementFacts {
  readonly year: VoucherYear;
  readonly number: string;
  readonly programme: Bilingual;
  readonly asOf: LocalDate;
  readonly knownBefore: Date;
  readonly terms: YearTerms;
  readonly policies: readonly Policy[];
  /** Of the policy on the company's share. */
  readonly ruleVersion: string;
  readonly decisions: readonly BudgetDecision[];
  readonly close: YearClose | null;
  readonly book: readonly BookMovement[];
  readonly parts: readonly PartMovement[];
  readonly funnel: readonly FunnelStep[];
  readonly vouchers: readonly SettlementVoucher[];
  readonly lots: readonly OwnMoneyLot[];
  readonly uses: readonly SettlementUse[];
  readonly clawbacks: readonly SettlementClawback[];
  readonly warnings: readonly WarningDecision[];
  readonly restrictions: readonly Restriction[];
  readonly documents: readonly SettlementDocument[];
  readonly names: SettlementNames;
}

/** Charts and postings of the books of a programme year that the report names (docs/postings.md). */
export const BOOK = {
  budget: 'voucher.budget',
  returned: 'voucher.returned',
  appropriation: 'voucher.appropriation',
  carried: 'voucher.appropriation-carried',
  outstanding: 'voucher.outstanding',
  balance: 'voucher.balance',
  redeemed: 'voucher.redeemed',
  payablePublic: 'voucher.payable-public',
  payableOwn: 'voucher.payable-own',
  custody: 'voucher.custody',
  ownMoney: 'voucher.own-money',
  quota: 'voucher.quota',
  quotaUsed: 'voucher.quota-used',
  quotaGranted: 'voucher.quota-granted',
  companyQuota: 'voucher.company-quota',
  companyQuotaUsed: 'voucher.company-quota-used',
  companyQuotaGranted: 'voucher.company-quota-granted',
  receivable: 'voucher.clawback-receivable',
} as const;

export const POSTED = {
  budgetDecided: 'voucher.budget-decided',
  budgetLapsed: 'voucher.budget-lapsed',
  budgetForwarded: 'voucher.budget-forwarded',
  issued: 'voucher.issued',
  toppedUp: 'voucher.topped-up',
  split: 'voucher.split',
  captured: 'voucher.service-captured',
  captureReversed: 'voucher.capture-reversed',
  refunded: 'voucher.service-refunded',
  expired: 'voucher.expired',
  revoked: 'voucher.revoked',
  deposited: 'voucher.own-money-deposited',
  returnedOwn: 'voucher.own-money-returned',
} as const;

/** What the books hold on accounts of one kind; of one posting alone where it is named. */
export function booked({ book }: Pick<SettlementFacts, 'book'>, chart: string, ...postings: readonly string[]): bigint {
  return total(book.filter((each) => each.chart === chart && (postings.length === 0 || postings.includes(each.posting))), ({ deltaWon }) => deltaWon);
}

/** A service whose payment is decided and was not undone. */
export const isUsed = (use: SettlementUse): boolean => use.capturedOn !== null && use.undoneOn === null;

/** Still under way: its public share is held on the voucher. */
export const isHeld = (use: SettlementUse): boolean => use.capturedOn === null && use.state !== 'CANCELLED';
