import type { Fraction, Won } from '#libs/money';
import type { Resource } from '../line/line.js';
import type { InstitutionType } from '../share/share.js';

/** What one line of one resource was given and used; amounts in won, the numbers those of the form. */
export interface LineExecution {
  /** The code of the line on the form of its call. */
  readonly line: string;
  /** Serves the institution, not the project. */
  readonly indirect: boolean;
  readonly resource: Resource;
  /** ① from the stage before. */
  readonly carriedWon: Won;
  /** ② as agreed. */
  readonly plannedWon: Won;
  /** ③ changes since; negative where money went to another line. */
  readonly changeWon: Won;
  /** ④ interest that was allowed to be used on the project. */
  readonly interestInWon: Won;
  /** ⑥ used, what is disallowed included. */
  readonly usedWon: Won;
  /** Of ⑥, what the settlement does not accept. */
  readonly disallowedWon: Won;
  /** Of the rest, what goes on to the next stage and is not settled now. */
  readonly carriedForwardWon: Won;
  /** Of the rest, what a special rule leaves with the institution (pooled student labour, pooled equipment). */
  readonly retainedWon: Won;
}

/** A row of table 1. */
export interface FormRow extends LineExecution {
  /** ⑤ = ① + ② + ③ + ④ */
  readonly subtotalWon: Won;
  /** ⑤ − ⑥ */
  readonly balanceWon: Won;
  /** ⑥ ÷ ⑤ in percent, two decimals, half-up; null on nothing. */
  readonly usedPercent: string | null;
  /** What is left of it goes back. */
  readonly returned: boolean;
}

/** Interest of the project's account; what was used as allowed does not go back. */
export interface InterestExecution {
  readonly earnedWon: Won;
  readonly usedWon: Won;
}

export interface SettlementFacts {
  readonly institution: InstitutionType;
  readonly lines: readonly LineExecution[];
  readonly governmentCashWon: Won;
  readonly ownCashWon: Won;
  /** Cash of provinces and others. */
  readonly otherCashWon: Won;
  /** Own cash that was agreed and never came in. */
  readonly ownCashUnpaidWon: Won;
  /** Government cash that was agreed and never paid: it cannot come back. */
  readonly governmentUnpaidWon: Won;
  readonly interest: readonly InterestExecution[];
  /** The agreement was ended early: unused indirect cost goes back whoever the institution is. */
  readonly terminated: boolean;
}

/** Numbers of the law that the return rests on, with their clause. */
export interface SettlementTerms {
  /** Direct cost must have been used by more than this, or indirect cost is taken back in proportion; null where the regime knows no such rule. */
  readonly lowExecutionBasisPoints: number | null;
  /** Institutions that return unused indirect cost. */
  readonly indirectReturnedBy: readonly InstitutionType[];
  readonly clause: string;
}

/** Table 3 of the form, and what stands beside it; amounts in won. */
export interface Settlement {
  readonly rows: readonly FormRow[];
  readonly unusedCashWon: Won;
  readonly disallowedCashWon: Won;
  /** A: unused and disallowed cash. */
  readonly cashWon: Won;
  /** B: the government's part of all cash, exact. */
  readonly governmentPart: Fraction;
  /** C = A × B, floored. */
  readonly returnedCashWon: Won;
  /** Of C, what was never paid to the institution. */
  readonly neverPaidWon: Won;
  /** What was agreed in kind and not brought is recovered in cash, all of it. */
  readonly inKindShortageWon: Won;
  /** Indirect cost taken back because direct cost was hardly used. */
  readonly indirectProportionalWon: Won;
  readonly ownCashUnpaidWon: Won;
  /** D: interest to be returned. */
  readonly interestWon: Won;
  /** E = D × B, floored. */
  readonly returnedInterestWon: Won;
  readonly totalWon: Won;
  /** What the notice demands: below ten won nothing is taken in, 국고금 관리법 제47조. */
  readonly noticeWon: Won;
  readonly droppedWon: Won;
}
