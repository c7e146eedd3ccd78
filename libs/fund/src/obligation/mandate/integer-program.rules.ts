import { invariant } from '#libs/errors';

/** Σ coefficient × variable ≤ atMost. */
export interface Bound {
  readonly coefficients: readonly bigint[];
  readonly atMost: bigint;
}

/** Rows of whole numbers over one common denominator, which is what the pivots leave of a fraction. */
interface Tableau {
  readonly rows: readonly (readonly bigint[])[];
  /** Negated objective, and its value in the last place. */
  readonly goal: readonly bigint[];
  readonly denominator: bigint;
  /** The variable that each row gives the value of. */
  readonly basis: readonly number[];
}

/** Far above what rules of a mandate need: a program that branches more often is a mistake in how it was put. */
const MOST_BRANCHES = 20_000;

/**
 * The largest value of Σ objective × variable over whole numbers ≥ 0 within the bounds, exact; null when nothing fits.
 * The objective has to be bounded. Simplex by Bland's rule on whole numbers, then branch and bound: mandates over nested
 * classes are solved by the first pivots, and a branch only ever decides about the last won.
 */
export function largestWithin(objective: readonly bigint[], bounds: readonly Bound[]): bigint | null {
  let best: bigint | null = null;
  let branches = 0;
  const open: (readonly Bound[])[] = [bounds];
  for (let within = open.pop(); within !== undefined; within = open.pop()) {
    branches += 1;
    invariant(branches < MOST_BRANCHES, 'a mandate is decided in a few branches');
    const solved = solve(objective, within);
    if (solved === null) continue;
    const value = floorOf(solved.goal.at(-1) ?? 0n, solved.denominator);
    if (best !== null && value <= best) continue;
    const split = fractional(solved, objective.length);
    if (split === null) {
      best = value;
      continue;
    }
    const unit = objective.map((_, index) => (index === split.variable ? 1n : 0n));
    open.push([...within, { coefficients: unit, atMost: split.floor }], [...within, { coefficients: unit.map((each) => -each), atMost: -split.floor - 1n }]);
  }
  return best;
}

/** A variable that is not whole, and the whole number below it. */
function fractional({ rows, basis, denominator }: Tableau, variables: number): { readonly variable: number; readonly floor: bigint } | null {
  for (const [index, variable] of basis.entries()) {
    const value = rows[index]?.at(-1) ?? 0n;
    if (variable < variables && value % denominator !== 0n) return { variable, floor: floorOf(value, denominator) };
  }
  return null;
}

const floorOf = (value: bigint, denominator: bigint): bigint => (value < 0n && value % denominator !== 0n ? value / denominator - 1n : value / denominator);

function solve(objective: readonly bigint[], bounds: readonly Bound[]): Tableau | null {
  const fitting = makeFit({
    rows: bounds.map((bound, row) => [...bound.coefficients, ...bounds.map((_, slack) => (slack === row ? 1n : 0n)), bound.atMost]),
    goal: [...objective.map((each) => -each), ...bounds.map(() => 0n), 0n],
    denominator: 1n,
    basis: bounds.map((_, row) => objective.length + row),
  });
  return fitting === null ? null : improve(fitting);
}

/** Pivots until no bound is broken (dual simplex without an objective); null when one cannot be kept. */
function makeFit(start: Tableau): Tableau | null {
  let table = start;
  for (;;) {
    const broken = lowest(table.basis, (_, row) => (table.rows[row]?.at(-1) ?? 0n) < 0n);
    if (broken === null) return table;
    const entering = (table.rows[broken] ?? []).slice(0, -1).findIndex((coefficient) => coefficient < 0n);
    if (entering === -1) return null;
    table = pivot(table, broken, entering);
  }
}

/** Pivots until nothing raises the objective (primal simplex). */
function improve(start: Tableau): Tableau {
  let table = start;
  for (;;) {
    const entering = table.goal.slice(0, -1).findIndex((coefficient) => coefficient < 0n);
    if (entering === -1) return table;
    const leaving = tightest(table, entering);
    invariant(leaving !== null, 'the objective of a mandate is bounded');
    table = pivot(table, leaving, entering);
  }
}

/** The row that stops a variable first; of several the one with the lowest variable. */
function tightest({ rows, basis }: Tableau, entering: number): number | null {
  let best: number | null = null;
  for (const [row, coefficients] of rows.entries()) {
    const pace = coefficients[entering] ?? 0n;
    if (pace <= 0n) continue;
    const other = best === null ? undefined : rows[best];
    const gap = other === undefined ? -1n : (coefficients.at(-1) ?? 0n) * (other[entering] ?? 0n) - (other.at(-1) ?? 0n) * pace;
    if (gap < 0n || (gap === 0n && (basis[row] ?? 0) < (basis[best ?? 0] ?? 0))) best = row;
  }
  return best;
}

/** The row of the lowest variable that fulfils a condition. */
function lowest(basis: readonly number[], is: (variable: number, row: number) => boolean): number | null {
  return basis.reduce<number | null>((best, variable, row) => (is(variable, row) && (best === null || variable < (basis[best] ?? 0)) ? row : best), null);
}

/** One elimination step without fractions (Bareiss): every division by the old denominator comes out even. */
function pivot({ rows, goal, denominator, basis }: Tableau, row: number, column: number): Tableau {
  const chosen = rows[row] ?? [];
  const pivotRow = (chosen[column] ?? 0n) < 0n ? chosen.map((each) => -each) : chosen;
  const next = pivotRow[column] ?? 1n;
  const cleared = (line: readonly bigint[]): bigint[] => line.map((value, index) => (value * next - (line[column] ?? 0n) * (pivotRow[index] ?? 0n)) / denominator);
  return {
    rows: rows.map((line, index) => (index === row ? pivotRow : cleared(line))),
    goal: cleared(goal),
    denominator: next,
    basis: basis.map((variable, index) => (index === row ? column : variable)),
  };
}
