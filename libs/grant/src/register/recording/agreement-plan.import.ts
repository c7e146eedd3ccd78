import { yearOf } from '#libs/calendar';
import { formatWon, won, type Won } from '#libs/money';
import { numberKey } from '#libs/sheet';
import type { LinePlan, SourcePlan } from '../../agreement/agreement.js';
import type { GrantPlan } from '../../agreement/plan/plan.js';
import { fundingByYear } from './funding.import.js';
import { budgetKey } from '../reading/book.import.js';
import type { AgreementFact, BudgetFact, ExpenseFact, TrancheFact } from '../register.js';

/** Everything the register says of one agreement's plan. Amounts of lines in won. */
export interface StatedPlan {
  readonly agreement: AgreementFact;
  readonly budgets: readonly BudgetFact[];
}

/** A register has one stage: from the first to the last day. */
export const STAGE = 1;

/** A line on which was spent though it is not in the plan, with nothing to spend: what was used shows as beyond it. */
export function unplannedLines(budgets: readonly BudgetFact[], expenses: readonly ExpenseFact[]): BudgetFact[] {
  const known = new Set(budgets.map(budgetKey));
  const missing = new Map(expenses.filter((expense) => !known.has(budgetKey(expense))).map((expense) => [budgetKey(expense), expense]));
  const nothing = won(0n);
  return [...missing.values()].map(({ agreement, line, resource }) => ({ agreement, line, resource, carriedWon: nothing, plannedWon: nothing, changeWon: nothing, interestInWon: nothing, approval: null }));
}

/** The plan as concluded (①, ②), and as it stands (③, ④ with it); null where nothing was changed. */
export function versionsOf({ agreement, budgets }: StatedPlan, tranches: readonly TrancheFact[]): { readonly first: GrantPlan; readonly second: GrantPlan | null } {
  const sources = sourcesOf(agreement, tranches);
  const year = yearOf(agreement.from);
  const row = (fact: BudgetFact, kind: LinePlan['kind'], amountWon: Won): LinePlan => ({ stage: STAGE, fiscalYear: year, code: fact.line, resource: fact.resource, kind, amountWon });
  const carried = budgets.filter(({ carriedWon }) => carriedWon > 0n).map((fact) => row(fact, 'CARRIED', fact.carriedWon));
  const first = { sources, lines: [...budgets.map((fact) => row(fact, 'PLANNED', fact.plannedWon)), ...carried] };
  if (budgets.every(({ changeWon, interestInWon }) => changeWon === 0n && interestInWon === 0n)) return { first, second: null };
  const interest = budgets.filter(({ interestInWon }) => interestInWon > 0n).map((fact) => row(fact, 'INTEREST', fact.interestInWon));
  return { first, second: { sources, lines: [...budgets.map((fact) => row(fact, 'PLANNED', won(fact.plannedWon + fact.changeWon))), ...carried, ...interest] } };
}

function sourcesOf(agreement: AgreementFact, tranches: readonly TrancheFact[]): SourcePlan[] {
  const year = yearOf(agreement.from);
  const government = [...fundingByYear(agreement, tranches)].map(([fiscalYear, amountWon]): SourcePlan => ({ stage: STAGE, fiscalYear, source: 'GOVERNMENT', resource: 'CASH', amountWon }));
  const own = (resource: 'CASH' | 'IN_KIND', amountWon: Won): SourcePlan => ({ stage: STAGE, fiscalYear: year, source: 'OWN', resource, amountWon });
  return [...government, own('CASH', agreement.ownCashWon), own('IN_KIND', agreement.ownInKindWon)].filter(({ amountWon }) => amountWon > 0n);
}

/** What the second version changes, in words, with the documents that the register names. */
export function changeReason(budgets: readonly BudgetFact[]): string {
  const changes = budgets.flatMap((fact) => [
    ...(fact.changeWon === 0n ? [] : [`${fact.line} ${formatWon(fact.changeWon)}원${fact.approval === null ? '' : `(${fact.approval})`}`]),
    ...(fact.interestInWon === 0n ? [] : [`${fact.line} 이자산입 ${formatWon(fact.interestInWon)}원`]),
  ]);
  return `과제 대장의 비목 변경: ${changes.join(', ')}`.slice(0, 1000);
}

/** The facts about one agreement. */
export const ofAgreement = <Fact extends { readonly agreement: string }>(facts: readonly Fact[], number: string): Fact[] => facts.filter((fact) => numberKey(fact.agreement) === numberKey(number));
