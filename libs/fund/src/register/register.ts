import type { LocalDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';
import type { BasisPoints, Won } from '#libs/money';
import type { SheetVerdict } from '#libs/sheet';
import type { ClassificationDecision, CompanyBasis, RecognitionRoute } from '../classification/classification.js';
import type { Instrument, InvestmentKind } from '../investment/investment.js';
import type { ObligationBasis } from '../obligation/obligation.js';

/**
 * The fund register as its staff keep it in Excel, as facts. Facts refer to each other by the numbers and names that
 * stand in the register (fund number, partner name, call number, investment number); `null` is an empty cell.
 */
export interface FundFact {
  readonly number: string;
  readonly name: string;
  readonly generalPartner: string;
  readonly custodian: string;
  readonly committedWon: Won;
  readonly unitWon: Won;
  readonly foundedOn: LocalDate;
  readonly registeredOn: LocalDate | null;
  readonly investmentFrom: LocalDate;
  readonly investmentTo: LocalDate;
  readonly lifeTo: LocalDate;
  readonly feeMethod: string;
  readonly feeOnCommitments: BasisPoints | null;
  readonly feeOnOutstanding: BasisPoints | null;
  readonly hurdle: BasisPoints | null;
  readonly carry: BasisPoints | null;
  readonly obligationRatio: BasisPoints;
  readonly obligationBasis: ObligationBasis;
  readonly obligationFixedBaseWon: Won | null;
  readonly lifetimeExpensesWon: Won;
  readonly singleCompanyCap: BasisPoints | null;
  readonly overdueRate: BasisPoints | null;
  readonly recycling: boolean;
  /** Clause of the agreement by item name, where the register gives one. */
  readonly clauses: Readonly<Record<string, string>>;
}

export interface PartnerFact {
  readonly fund: string;
  readonly name: string;
  readonly kind: 'GENERAL' | 'LIMITED' | 'SPECIAL_LIMITED';
  readonly businessNumber: string | null;
  readonly commitmentWon: Won;
  readonly units: bigint;
  readonly signedOn: LocalDate | null;
  readonly contact: string | null;
  /** What was held before units changed hands, the first holding first: a register written then says so. */
  readonly earlier?: readonly EarlierHolding[];
}

/** What a partner held until a day, on which units changed hands. */
export interface EarlierHolding {
  readonly until: LocalDate;
  readonly commitmentWon: Won;
  readonly units: bigint;
}

/** One row of the calls sheet: what was asked of a partner (null on a later top-up) and what came. */
export interface CallPaymentFact {
  readonly fund: string;
  readonly call: number;
  readonly noticeOn: LocalDate | null;
  readonly dueOn: LocalDate;
  readonly partner: string;
  readonly calledWon: Won | null;
  readonly valueOn: LocalDate | null;
  readonly receivedWon: Won | null;
  readonly note: string | null;
}

export interface DecisionFact {
  readonly decision: ClassificationDecision;
  readonly decidedOn: LocalDate;
  readonly effectiveOn: LocalDate;
}

export interface EvidenceFact {
  readonly kind: string;
  readonly issuedOn: LocalDate | null;
}

export interface InvestmentFact {
  readonly fund: string;
  readonly number: string;
  readonly kind: InvestmentKind;
  readonly committeeOn: LocalDate | null;
  readonly paidOn: LocalDate;
  readonly company: string;
  readonly businessNumber: string;
  readonly incorporatedOn: LocalDate | null;
  readonly instrument: Instrument;
  readonly amountWon: Won;
  readonly shares: bigint | null;
  readonly pricePerShareWon: Won | null;
  readonly round: string | null;
  readonly route: RecognitionRoute | null;
  readonly companyBasis: CompanyBasis | null;
  readonly evidence: readonly EvidenceFact[];
  /** In the order they were decided; a cancellation is a REVOKED decision. */
  readonly decisions: readonly DecisionFact[];
  readonly origin: string | null;
  readonly note: string | null;
}

export type ExitKind = 'MERGER' | 'OVER_THE_COUNTER' | 'LISTING' | 'REDEMPTION' | 'LIQUIDATION' | 'PROJECT_SETTLEMENT' | 'WRITE_OFF' | 'RESCISSION';

export interface ExitFact {
  readonly fund: string;
  readonly investment: string;
  readonly kind: ExitKind;
  readonly exitedOn: LocalDate;
  readonly shares: bigint | null;
  readonly proceedsWon: Won;
  readonly costWon: Won;
  readonly expenseWon: Won;
  readonly counterparty: string | null;
  readonly note: string | null;
}

export interface DistributionFact {
  readonly fund: string;
  readonly number: number;
  readonly partner: string;
  readonly paidOn: LocalDate;
  readonly amountWon: Won;
  readonly source: string | null;
  readonly note: string | null;
}

export interface ValuationFact {
  readonly fund: string;
  readonly investment: string;
  readonly valuedOn: LocalDate;
  readonly fairValueWon: Won;
  readonly impairmentWon: Won;
  readonly method: string | null;
  readonly note: string | null;
}

export type ExpenseKind = 'MANAGEMENT_FEE' | 'CUSTODY' | 'AUDIT' | 'OTHER';

export interface ExpenseFact {
  readonly fund: string;
  readonly kind: ExpenseKind;
  /** The word of the register: 관리보수(약정), 수탁보수, … */
  readonly label: string;
  readonly periodFrom: LocalDate | null;
  readonly periodTo: LocalDate | null;
  readonly baseWon: Won | null;
  /** Yearly rate as an exact decimal, such as '0.02'. */
  readonly rate: string | null;
  readonly billedWon: Won | null;
  readonly paidOn: LocalDate;
  readonly paidWon: Won;
  readonly note: string | null;
}

/** All facts of a register, each list in the order of the sheet. */
export interface RegisterFacts {
  readonly funds: readonly FundFact[];
  readonly partners: readonly PartnerFact[];
  readonly callPayments: readonly CallPaymentFact[];
  readonly investments: readonly InvestmentFact[];
  readonly exits: readonly ExitFact[];
  readonly distributions: readonly DistributionFact[];
  readonly valuations: readonly ValuationFact[];
  readonly expenses: readonly ExpenseFact[];
}

export const NO_FACTS: RegisterFacts = {
  funds: [],
  partners: [],
  callPayments: [],
  investments: [],
  exits: [],
  distributions: [],
  valuations: [],
  expenses: [],
};

/** What an import will do: facts that are new, and a verdict on every row. */
export interface RegisterPlan {
  readonly newFacts: RegisterFacts;
  readonly sheets: readonly SheetVerdict[];
  readonly notes: readonly Bilingual[];
}
