import {
  compareFractions,
  fraction,
  maxWon,
  minWon,
  multiplyFloor,
  roundedPercent,
  subtractWon,
  sumWon,
  TREASURY_STEP_WON,
  truncateTo,
  won,
  ZERO_WON,
  type Fraction,
  type Won,
} from '#libs/money';
import type { Resource } from '../line/line.js';
import type { FormRow, LineExecution, Settlement, SettlementFacts, SettlementTerms } from './settlement.js';

/**
 * The settlement of one institution (시행규칙 별지 제7호서식): table 1 as it is printed, and what goes back. The government's
 * part B stays a fraction: rounded to four places it gives other won (docs/domain.md §4.6). Source: 국가연구개발혁신법 시행령 제26조.
 */
export function settlementOf(facts: SettlementFacts, terms: SettlementTerms): Settlement {
  const rows = facts.lines.map((line) => formRow(line, facts, terms));
  const governmentPart = governmentPartOf(facts);
  const cash = rows.filter((row) => row.resource === 'CASH');
  const unusedCashWon = maxWon(ZERO_WON, sumWon(cash.filter(({ returned }) => returned).map(restOf)));
  const disallowedCashWon = sumWon(cash.map((row) => row.disallowedWon));
  const cashWon = won(unusedCashWon + disallowedCashWon);
  const returnedCashWon = multiplyFloor(cashWon, governmentPart);
  const neverPaidWon = minWon(returnedCashWon, facts.governmentUnpaidWon);
  const inKindShortageWon = sumWon(rows.filter((row) => row.resource === 'IN_KIND').map((row) => maxWon(ZERO_WON, won(restOf(row) + row.disallowedWon))));
  const indirectProportionalWon = indirectProportional(cash, terms);
  const interestWon = sumWon(facts.interest.map(({ earnedWon, usedWon }) => subtractWon(earnedWon, usedWon)));
  const returnedInterestWon = multiplyFloor(interestWon, governmentPart);
  const totalWon = sumWon([subtractWon(returnedCashWon, neverPaidWon), inKindShortageWon, indirectProportionalWon, facts.ownCashUnpaidWon, returnedInterestWon]);
  const noticeWon = truncateTo(totalWon, TREASURY_STEP_WON);
  return {
    rows,
    unusedCashWon,
    disallowedCashWon,
    cashWon,
    governmentPart,
    returnedCashWon,
    neverPaidWon,
    inKindShortageWon,
    indirectProportionalWon,
    ownCashUnpaidWon: facts.ownCashUnpaidWon,
    interestWon,
    returnedInterestWon,
    totalWon,
    noticeWon,
    droppedWon: subtractWon(totalWon, noticeWon),
  };
}

function formRow(execution: LineExecution, facts: SettlementFacts, terms: SettlementTerms): FormRow {
  const subtotalWon = sumWon([execution.carriedWon, execution.plannedWon, execution.changeWon, execution.interestInWon]);
  return {
    ...execution,
    subtotalWon,
    balanceWon: subtractWon(subtotalWon, execution.usedWon),
    usedPercent: roundedPercent(execution.usedWon, subtotalWon),
    returned: isReturned(execution, facts, terms),
  };
}

/** What is left of a line and neither goes on to the next stage nor stays by a special rule; negative where it was overspent. */
export const restOf = (row: FormRow): Won => won(row.balanceWon - row.carriedForwardWon - row.retainedWon);

/** Unused direct cost always; unused indirect cost from companies, and from everybody once the agreement was ended. */
const isReturned = ({ indirect }: LineExecution, facts: SettlementFacts, terms: SettlementTerms): boolean =>
  !indirect || facts.terminated || terms.indirectReturnedBy.includes(facts.institution);

/** Government cash ÷ all cash; the whole where there was no cash at all, so that nothing stays by accident. */
function governmentPartOf({ governmentCashWon, ownCashWon, otherCashWon }: SettlementFacts): Fraction {
  const all = sumWon([governmentCashWon, ownCashWon, otherCashWon]);
  return all === 0n ? fraction(1n, 1n) : fraction(governmentCashWon, all);
}

/**
 * Where direct cost was used by half or less, and indirect cost by more than that: indirect cost × (its rate − the direct
 * rate), floored. Source: 시행령 제26조제5항제3호 (TV-13).
 */
function indirectProportional(cash: readonly FormRow[], { lowExecutionBasisPoints }: SettlementTerms): Won {
  if (lowExecutionBasisPoints === null) return ZERO_WON;
  const [direct, indirect] = [totals(cash, false), totals(cash, true)];
  if (direct.given === 0n || indirect.given === 0n) return ZERO_WON;
  const directRate = fraction(direct.used, direct.given);
  if (compareFractions(directRate, fraction(BigInt(lowExecutionBasisPoints), 10_000n)) > 0) return ZERO_WON;
  const beyond = fraction(indirect.used * direct.given - direct.used * indirect.given, indirect.given * direct.given);
  return beyond.numerator <= 0n ? ZERO_WON : multiplyFloor(indirect.given, beyond);
}

function totals(rows: readonly FormRow[], indirect: boolean): { readonly given: Won; readonly used: Won } {
  const list = rows.filter((row) => row.indirect === indirect);
  return { given: sumWon(list.map((row) => row.subtotalWon)), used: sumWon(list.map((row) => row.usedWon)) };
}

/** The sum line of table 1 for one resource. */
export function sumOfRows(rows: readonly FormRow[], resource: Resource): Pick<FormRow, 'subtotalWon' | 'usedWon' | 'balanceWon' | 'usedPercent'> {
  const list = rows.filter((row) => row.resource === resource);
  const [subtotalWon, usedWon] = [sumWon(list.map((row) => row.subtotalWon)), sumWon(list.map((row) => row.usedWon))];
  return { subtotalWon, usedWon, balanceWon: subtractWon(subtotalWon, usedWon), usedPercent: roundedPercent(usedWon, subtotalWon) };
}
