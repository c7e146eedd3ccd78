import { invariant } from '#libs/errors';
import type { DecidedForm, FormLine, ProjectForm, Resource } from '#libs/grant';

/** What rows of table 1 add up to; won. */
export interface UseSum {
  readonly carriedWon: bigint;
  readonly plannedWon: bigint;
  readonly changeWon: bigint;
  readonly interestInWon: bigint;
  readonly subtotalWon: bigint;
  readonly usedWon: bigint;
  readonly balanceWon: bigint;
  readonly carriedForwardWon: bigint;
}

const COLUMNS = ['carriedWon', 'plannedWon', 'changeWon', 'interestInWon', 'subtotalWon', 'usedWon', 'balanceWon', 'carriedForwardWon'] as const satisfies readonly (keyof UseSum & keyof FormLine)[];

export const sumOfUse = (lines: readonly UseSum[]): UseSum =>
  Object.fromEntries(COLUMNS.map((column) => [column, lines.reduce((sum, line) => sum + line[column], 0n)])) as unknown as UseSum;

/** What may go back of the lines of a resource, in won: what is left, less what goes on or stays, where it is returned at all. */
const unusedOf = (lines: readonly FormLine[]): bigint =>
  lines.filter(({ returned }) => returned).reduce((sum, { balanceWon, carriedForwardWon, retainedWon }) => sum + balanceWon - carriedForwardWon - retainedWon, 0n);

const disallowedOf = (lines: readonly FormLine[]): bigint => lines.reduce((sum, { disallowedWon }) => sum + disallowedWon, 0n);

/**
 * A form that does not add up must not leave the house. Throws `InvariantError` where a row, table 2, table 3 or the list of
 * what is not accepted says something else than the others.
 */
export function requireFormToTie({ number, lines, interest, returns, disallowed }: DecidedForm): void {
  const ties = (what: string, one: bigint, other: bigint): void => invariant(one === other, `${what} of ${number} is ${one}, expected ${other}`);
  for (const line of lines) {
    ties(`⑤ of ${line.line}`, line.subtotalWon, line.carriedWon + line.plannedWon + line.changeWon + line.interestInWon);
    ties(`the balance of ${line.line}`, line.balanceWon, line.subtotalWon - line.usedWon);
  }
  for (const row of interest) ties('the balance of interest', row.balanceWon, row.earnedWon - row.projectWon - row.reinvestedWon - row.resultsWon - row.otherWon - row.treasuryWon);
  const cash = of(lines, 'CASH');
  const { numerator, denominator } = returns.governmentPart;
  const share = (amount: bigint): bigint => (amount * numerator) / denominator;
  ties('unused cash', returns.unusedWon, unusedOf(cash));
  ties('disallowed cash', returns.disallowedWon, disallowedOf(cash));
  ties('the list of what is not accepted', disallowed.reduce((sum, each) => sum + each.disallowedWon, 0n), disallowedOf(lines));
  ties('A', returns.cashWon, returns.unusedWon + returns.disallowedWon);
  ties('C', returns.returnedWon, share(returns.cashWon));
  ties('D', returns.interestWon, interest.reduce((sum, { balanceWon }) => sum + balanceWon, 0n));
  ties('E', returns.returnedInterestWon, share(returns.interestWon));
  ties('the total', returns.totalWon, returns.returnedWon - returns.neverPaidWon + returns.inKindShortageWon + returns.indirectProportionalWon + returns.ownUnpaidWon + returns.returnedInterestWon);
  ties('the notice', returns.noticeWon, returns.totalWon - returns.droppedWon);
}

/** Throws `InvariantError` unless a project is the sum of its institutions. */
export function requireProjectToTie({ institutions, returns }: ProjectForm): void {
  for (const key of ['returnedWon', 'inKindShortageWon', 'returnedInterestWon', 'totalWon', 'noticeWon'] as const) {
    const sum = institutions.reduce((total, form) => total + form.returns[key], 0n);
    invariant(returns[key] === sum, `${key} of the project is ${returns[key]}, its institutions have ${sum}`);
  }
}

export const of = (lines: readonly FormLine[], resource: Resource): FormLine[] => lines.filter((line) => line.resource === resource);
