import type { LocalDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';
import type { DecidedForm, FormInterest, GrantCall, InstitutionType, Resource } from '#libs/grant';
import type { Policy } from '#libs/policy';

/** A decision on the budget of a fiscal year; won, negative where it cuts. */
export interface GrantBudget {
  readonly fiscalYear: number;
  readonly stage: string;
  /** Whether it may be spent: a proposal of the government may not. */
  readonly spendable: boolean;
  readonly decidedOn: LocalDate;
  readonly amountWon: bigint;
  readonly clause: string;
}

/** One institution's agreement by its version in force, with what the facts say of its money; won. */
export interface GrantAgreementFacts {
  readonly id: string;
  readonly number: string;
  readonly partyName: string;
  readonly businessNumber: string | null;
  readonly institution: InstitutionType;
  readonly role: 'LEAD' | 'JOINT' | 'COMMISSIONED';
  readonly state: string;
  readonly title: string;
  readonly investigator: string | null;
  readonly agreedOn: LocalDate;
  readonly periodFrom: LocalDate;
  readonly periodTo: LocalDate;
  readonly version: number;
  /** By the version: who brings what. */
  readonly governmentWon: bigint;
  readonly ownCashWon: bigint;
  readonly ownInKindWon: bigint;
  readonly otherCashWon: bigint;
  readonly otherInKindWon: bigint;
  /** Taken of the budget; of that decided to be paid, and paid. */
  readonly fundedWon: bigint;
  readonly decidedWon: bigint;
  readonly paidWon: bigint;
  /** Cash that came in from the institution, and from provinces and others. */
  readonly ownReceivedWon: bigint;
  readonly otherReceivedWon: bigint;
}

/** A line of an agreement as its version in force plans it; won. ② is what version 1 planned, ③ what was changed since. */
export interface GrantLineFacts {
  readonly id: string;
  readonly agreementId: string;
  readonly stage: number;
  readonly code: string;
  readonly name: Bilingual;
  readonly resource: Resource;
  readonly indirect: boolean;
  readonly carriedWon: bigint;
  readonly plannedWon: bigint;
  readonly changeWon: bigint;
  readonly interestInWon: bigint;
}

export interface GrantPaper {
  readonly paper: string;
  readonly reference: string | null;
  readonly fileName: string | null;
  readonly sha256: string | null;
}

/** An expense that stands, with what the latest review says of it; won. */
export interface GrantExpenseFacts {
  readonly id: string;
  readonly agreementId: string;
  readonly lineId: string;
  readonly number: string;
  readonly spentOn: LocalDate;
  readonly payee: string;
  readonly purpose: string | null;
  readonly amountWon: bigint;
  readonly evidenceKind: string | null;
  readonly evidenceNumber: string | null;
  readonly decision: string | null;
  readonly disallowedWon: bigint;
  readonly reason: string | null;
  readonly clause: string | null;
  readonly papers: readonly GrantPaper[];
}

/** A commitment that is paid out of money carried over; won. */
export interface GrantCarryOver {
  readonly kind: 'AGREEMENT' | 'ORDER';
  readonly number: string;
  /** Who is paid: the institution, or the laboratory. */
  readonly party: string;
  /** Whose budget it is, and the year at whose end it was carried over. */
  readonly fiscalYear: number;
  readonly fromYear: number;
  /** It left the appropriation of its year; later it only stays where it is. */
  readonly firstTime: boolean;
  readonly manner: string;
  readonly amountWon: bigint;
  readonly reason: string;
  readonly clause: string;
}

export interface GrantInterestFacts extends FormInterest {
  readonly agreementId: string;
}

/** The latest decision on a stage, and what became of it. */
export interface SettledStage {
  readonly agreementId: string;
  readonly stage: number;
  readonly form: DecidedForm;
  readonly finalizedOn: LocalDate | null;
  readonly objectedOn: LocalDate | null;
  readonly grounds: string | null;
  readonly outcome: string | null;
  readonly answeredOn: LocalDate | null;
}

export interface GrantVerification {
  readonly agreement: string;
  readonly kind: string;
  readonly about: string;
  readonly auditor: string;
  readonly opinion: string;
  readonly findings: string | null;
  readonly reportedOn: LocalDate;
  readonly receivedOn: LocalDate;
  readonly sha256: string | null;
}

/** A penalty and ban; won. */
export interface GrantSanction {
  readonly agreement: string;
  readonly number: string;
  readonly ground: string;
  readonly noticeOn: LocalDate;
  readonly misspentWon: bigint;
  readonly penaltyWon: bigint;
  readonly banMonths: number;
  readonly reason: string;
  readonly clause: string;
  readonly objectedOn: LocalDate | null;
  readonly outcome: string | null;
  /** What stands after the answer. */
  readonly standingWon: bigint;
}

/** What is claimed back, and how far it came in and went to the Treasury; won. */
export interface GrantRecoveryFacts {
  readonly id: string;
  readonly agreementId: string;
  readonly agreement: string;
  readonly number: string;
  readonly debtor: string;
  /** The settlement or the sanction that it follows from. */
  readonly origin: string;
  /** It takes money back out of the project: all but a penalty does, which the institution pays out of its own pocket. */
  readonly ofProject: boolean;
  readonly noticeOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly demandedWon: bigint;
  readonly surchargedWon: bigint;
  readonly reducedWon: bigint;
  readonly receivedWon: bigint;
  readonly writtenOffWon: bigint;
  readonly remittances: readonly { readonly amountWon: bigint; readonly remittedOn: LocalDate; readonly noticeNumber: string }[];
}

export interface GrantAssetFacts {
  readonly agreement: string;
  readonly number: string;
  readonly kind: string;
  readonly name: string;
  readonly registryNumber: string | null;
  readonly location: string;
  readonly acquiredOn: LocalDate;
  readonly amountWon: bigint;
  readonly governmentWon: bigint;
  readonly restrictedUntil: LocalDate;
  readonly condition: string | null;
  readonly checkedOn: LocalDate | null;
  readonly deed: string | null;
  readonly disposedOn: LocalDate | null;
}

/** What entries of one posting rule did to one account of the book of a call, on its normal side; won. */
export interface GrantMovement {
  readonly chart: string;
  /** What tells accounts of one kind apart: a fiscal year, an agreement, a line, a recovery; empty where there is one alone. */
  readonly part: string;
  readonly posting: string;
  readonly deltaWon: bigint;
}

/** What the names of codes are; given with the facts, because a pure model cannot ask the lib that owns them. */
export interface GrantNames {
  readonly budgetStages: Readonly<Record<string, Bilingual>>;
  readonly states: Readonly<Record<string, Bilingual>>;
  readonly institutions: Readonly<Record<string, Bilingual>>;
  readonly assets: Readonly<Record<string, Bilingual>>;
  readonly conditions: Readonly<Record<string, Bilingual>>;
  readonly deeds: Readonly<Record<string, Bilingual>>;
  readonly papers: Readonly<Record<string, Bilingual>>;
}

/** Everything report C is made of, read in one snapshot at one point in both times. */
export interface GrantSettlementFacts {
  readonly call: GrantCall;
  readonly programme: Bilingual;
  /** The one agreement that the report is about; null: all of the call. */
  readonly agreementId: string | null;
  readonly asOf: LocalDate;
  readonly knownBefore: Date;
  readonly policies: readonly Policy[];
  readonly clause: string;
  readonly budgets: readonly GrantBudget[];
  readonly carryOvers: readonly GrantCarryOver[];
  readonly agreements: readonly GrantAgreementFacts[];
  readonly lines: readonly GrantLineFacts[];
  readonly expenses: readonly GrantExpenseFacts[];
  readonly interest: readonly GrantInterestFacts[];
  readonly settled: readonly SettledStage[];
  readonly verifications: readonly GrantVerification[];
  readonly sanctions: readonly GrantSanction[];
  readonly recoveries: readonly GrantRecoveryFacts[];
  readonly assets: readonly GrantAssetFacts[];
  readonly book: readonly GrantMovement[];
  readonly names: GrantNames;
}

/** Charts and postings of the book of a call that the report names (docs/postings.md). */
export const GRANT_BOOK = {
  appropriation: 'grant.appropriation',
  appropriationCarried: 'grant.appropriation-carried',
  committed: 'grant.committed',
  payable: 'grant.payable',
  cash: 'grant.project-cash',
  spent: 'grant.project-spent',
  returned: 'grant.project-returned',
  government: 'grant.project-government',
  own: 'grant.project-own',
  other: 'grant.project-other',
  interest: 'grant.project-interest',
  madeGood: 'grant.project-made-good',
  line: 'grant.line',
  used: 'grant.line-used',
  receivable: 'grant.recovery-receivable',
  recovered: 'grant.recovered-cash',
  remitted: 'grant.remitted',
} as const;

export const BUDGET_DECIDED = 'grant.budget-decided';
export const COMMITMENTS_CARRIED = 'grant.commitments-carried-over';
export const LINES_CLOSED = 'grant.lines-closed';
