import { sumWon, ZERO_WON } from '#libs/money';
import { isIndirect } from '../line/line.js';
import { settlementOf } from '../settlement/settlement.rules.js';
import type { LineExecution, Settlement, SettlementTerms } from '../settlement/settlement.js';
import type { AgreementFact, BudgetFact, ExpenseFact, GrantFacts } from './register.js';

/** The settlement of one agreement as the rows of a register give it. Own cash counts as paid in: the register says nothing else. */
export function settledFrom(facts: GrantFacts, agreement: AgreementFact, terms: SettlementTerms): Settlement {
  const of = <Fact extends { readonly agreement: string }>(list: readonly Fact[]): Fact[] => list.filter((fact) => fact.agreement === agreement.number);
  const expenses = of(facts.expenses);
  return settlementOf(
    {
      institution: agreement.institution,
      lines: of(facts.budgets).map((line) => executionOf(line, expenses)),
      governmentCashWon: agreement.governmentWon,
      ownCashWon: agreement.ownCashWon,
      otherCashWon: ZERO_WON,
      ownCashUnpaidWon: ZERO_WON,
      governmentUnpaidWon: ZERO_WON,
      interest: of(facts.interests),
      terminated: false,
    },
    terms,
  );
}

function executionOf({ agreement: _agreement, approval: _approval, ...line }: BudgetFact, expenses: readonly ExpenseFact[]): LineExecution {
  const spent = expenses.filter((expense) => expense.line === line.line && expense.resource === line.resource);
  return {
    ...line,
    indirect: isIndirect(line.line),
    usedWon: sumWon(spent.map((expense) => expense.amountWon)),
    disallowedWon: sumWon(spent.map((expense) => expense.disallowedWon)),
    carriedForwardWon: ZERO_WON,
    retainedWon: ZERO_WON,
  };
}
