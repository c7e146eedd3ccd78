import type { LocalDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';
import type { Won } from '#libs/money';
import type { SheetVerdict } from '#libs/sheet';
import type { InterestTime } from '../interest/interest.js';
import type { BudgetLine, Resource } from '../line/line.js';
import type { InstitutionType } from '../share/share.js';

/** The register of grants as its staff keep it in Excel, as facts. Facts refer to each other by agreement number; null is an empty cell. */
export interface AgreementFact {
  readonly number: string;
  readonly projectNumber: string | null;
  readonly title: string | null;
  readonly organisation: string;
  readonly businessNumber: string;
  readonly institution: InstitutionType;
  readonly agreedOn: LocalDate;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly governmentWon: Won;
  readonly ownCashWon: Won;
  readonly ownInKindWon: Won;
  readonly investigator: string | null;
  readonly note: string | null;
}

/** One line of one resource, with the numbers of the form: ① carried, ② planned, ③ changed, ④ interest taken in. */
export interface BudgetFact {
  readonly agreement: string;
  readonly line: BudgetLine;
  readonly resource: Resource;
  readonly carriedWon: Won;
  readonly plannedWon: Won;
  readonly changeWon: Won;
  readonly interestInWon: Won;
  readonly approval: string | null;
}

export interface TrancheFact {
  readonly agreement: string;
  /** 선급, 중도, 잔금, as the register says it. */
  readonly label: string | null;
  readonly paidOn: LocalDate;
  readonly amountWon: Won;
  readonly account: string | null;
}

export interface ExpenseFact {
  readonly number: string;
  readonly agreement: string;
  readonly line: BudgetLine;
  readonly resource: Resource;
  readonly spentOn: LocalDate;
  readonly vendor: string;
  readonly vendorNumber: string;
  readonly purpose: string | null;
  /** Without VAT, which the project does not bear. */
  readonly amountWon: Won;
  readonly vatWon: Won;
  readonly evidenceKind: string | null;
  readonly evidence: string | null;
  /** Somebody has reviewed it. */
  readonly reviewed: boolean;
  readonly disallowedWon: Won;
  readonly disallowedFor: string | null;
}

export interface InterestFact {
  readonly agreement: string;
  readonly time: InterestTime;
  readonly earnedOn: LocalDate | null;
  readonly earnedWon: Won;
  readonly usedWon: Won;
}

/** What the institution itself computed; kept to be compared, never to be counted. */
export interface StatedSettlementFact {
  readonly agreement: string;
  readonly reportedOn: LocalDate | null;
  readonly totalWon: Won;
}

export interface GrantFacts {
  readonly agreements: readonly AgreementFact[];
  readonly budgets: readonly BudgetFact[];
  readonly tranches: readonly TrancheFact[];
  readonly expenses: readonly ExpenseFact[];
  readonly interests: readonly InterestFact[];
  readonly statements: readonly StatedSettlementFact[];
}

export const NO_GRANT_FACTS: GrantFacts = { agreements: [], budgets: [], tranches: [], expenses: [], interests: [], statements: [] };

/** What an import will do: facts that are new, and a verdict on every row. */
export interface GrantPlan {
  readonly newFacts: GrantFacts;
  readonly sheets: readonly SheetVerdict[];
  readonly notes: readonly Bilingual[];
}
