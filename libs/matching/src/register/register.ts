import type { LocalDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';
import type { BasisPoints, Won } from '#libs/money';
import type { SheetVerdict } from '#libs/sheet';
import type { FundSource } from '../match/match.js';

/** What the overview of a register says of its programme; null where it is silent. */
export interface StatedProgramme {
  readonly budgetWon: Won | null;
  readonly capPerProjectWon: Won | null;
  readonly match: BasisPoints | null;
  readonly governmentAtMost: BasisPoints | null;
}

export interface ProjectFact {
  readonly number: string;
  readonly title: string | null;
  readonly company: string;
  readonly businessNumber: string;
  readonly researcher: string | null;
  readonly performer: string | null;
  readonly zone: string | null;
  readonly agreedOn: LocalDate;
  readonly privateWon: Won;
  /** Of this project; null: the programme's. */
  readonly match: BasisPoints | null;
  readonly statedGovernmentWon: Won | null;
}

export interface MoveFact {
  readonly project: string;
  readonly on: LocalDate;
  /** Who paid, or to whom it went back. */
  readonly payer: string;
  readonly kind: 'DEPOSIT' | 'RETURN';
  readonly amountWon: Won;
  readonly source: FundSource;
  readonly sourceText: string | null;
  readonly proof: string | null;
}

export interface ReleaseFact {
  readonly project: string;
  readonly turn: number | null;
  readonly paidOn: LocalDate;
  readonly amountWon: Won;
  readonly milestone: string | null;
  readonly confirmedOn: LocalDate | null;
}

export interface SettlementFact {
  readonly project: string;
  readonly settledOn: LocalDate;
  readonly unspentWon: Won;
  readonly disallowedWon: Won;
  readonly interestWon: Won;
}

export interface MatchingFacts {
  readonly projects: readonly ProjectFact[];
  readonly moves: readonly MoveFact[];
  readonly releases: readonly ReleaseFact[];
  readonly settlements: readonly SettlementFact[];
}

export const NO_MATCHING_FACTS: MatchingFacts = { projects: [], moves: [], releases: [], settlements: [] };

/** What an import will do: facts that are new, and a verdict on every row. */
export interface MatchingPlan {
  readonly newFacts: MatchingFacts;
  readonly sheets: readonly SheetVerdict[];
  readonly notes: readonly Bilingual[];
}
