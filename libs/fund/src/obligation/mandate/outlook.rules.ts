import type { LocalDate } from '#libs/calendar';
import { sumWon, won, type Won } from '#libs/money';
import { investableWon } from '../obligation.rules.js';
import { bestMemberships, isOfClass, type Membership } from './deal-class.rules.js';
import { largestWithin, type Bound } from './integer-program.rules.js';
import { mandatePositions } from './mandate.rules.js';
import type { DealIntent, DealRoom, MandateFund, MandateOutlook, MandatePosition, MandateRule } from './mandate.js';

const WHOLE = 10_000n;

/** Something that can still be invested in: a fund, and the rules a won put there counts for. */
interface Outlet {
  readonly fundId: string;
  readonly membership: Membership;
}

/**
 * Whether all rules can still be met at once, out of the capital that is left, and which cannot. Nested and overlapping
 * classes share deals, classes that exclude each other do not: the question is a small integer program, answered exactly.
 */
export function mandateOutlook(rules: readonly MandateRule[], funds: readonly MandateFund[], asOf: LocalDate): MandateOutlook {
  const positions = mandatePositions(rules, funds, asOf);
  const open = positions.filter((position) => position.target.open);
  const reachable = fits(open, funds);
  return {
    positions,
    reachable,
    leastFurtherWon: leastFurther(open, funds),
    outOfReach: open.filter((position) => !position.reachable).map((position) => position.rule.id),
    conflict: reachable ? [] : smallestConflict(open, funds).map((position) => position.rule.id),
  };
}

/**
 * How large a deal of a kind may be in a fund so that every rule that is in reach stays so, at any level: the amount
 * itself, and what stops a larger one. Source: docs/domain.md §2.3 (candidate x is admissible ⇔ x ≤ H).
 */
export function dealRoom(rules: readonly MandateRule[], funds: readonly MandateFund[], asOf: LocalDate, deal: DealIntent): DealRoom {
  const open = mandatePositions(rules, funds, asOf).filter((position) => position.target.open);
  const largest = largestDeal(open, funds, deal);
  if (largest === null) {
    const missing = missingCapital(open, funds);
    return { headroomWon: missing === null ? null : won(-missing), binding: smallestConflict(open, funds).map((position) => position.rule.id), boundByCapital: false };
  }
  const binding = open.filter((position) => {
    const without = largestDeal(open.filter((each) => each !== position), funds, deal);
    return without !== null && without > largest;
  });
  return { headroomWon: won(largest), binding: binding.map((position) => position.rule.id), boundByCapital: largest === capitalLeft(funds, deal.fundId) };
}

/** Whether a deal of an amount may be made: the decision itself, on the facts with the deal in them. */
export function mandateAdmits(rules: readonly MandateRule[], funds: readonly MandateFund[], asOf: LocalDate, deal: DealIntent & { readonly amountWon: Won }): boolean {
  if (deal.amountWon > capitalLeft(funds, deal.fundId)) return false;
  const after = funds.map((fund) => (fund.fundId === deal.fundId ? withDeal(fund, deal) : fund));
  const before = mandatePositions(rules, funds, asOf);
  const positions = mandatePositions(rules, after, asOf);
  const broken = positions.some((position, index) => holdsAtOnce(position) && !position.met && worse(before[index], position));
  return !broken && fits(positions.filter((position) => position.target.open), after);
}

/** A fund with one more deal in it. */
export function withDeal(fund: MandateFund, deal: DealIntent & { readonly amountWon: Won }): MandateFund {
  const { fundId, amountWon, traits } = deal;
  return {
    ...fund,
    facts: { ...fund.facts, investedWon: won(fund.facts.investedWon + amountWon) },
    deals: [...fund.deals, { fundId, amountWon, outstandingWon: amountWon, traits, traitsIfAccepted: null }],
  };
}

const holdsAtOnce = ({ rule, target }: MandatePosition): boolean => rule.test.kind === 'AT_ALL_TIMES' && target.moves;

/** A rule that was broken before may be broken after, but not further: the deal counts for it in full or not at all. */
function worse(before: MandatePosition | undefined, after: MandatePosition): boolean {
  if (before === undefined || before.met) return true;
  return after.countedWon - before.countedWon !== after.baseWon - before.baseWon;
}

const capitalLeft = (funds: readonly MandateFund[], fundId: string): bigint => sumWon(funds.filter((fund) => fund.fundId === fundId).map((fund) => investableWon(fund.facts).remaining));

function outletsOf(open: readonly MandatePosition[], funds: readonly MandateFund[]): Outlet[] {
  const memberships = bestMemberships(open.map((position) => position.rule.counts));
  return funds.flatMap((fund) => memberships.map((membership) => ({ fundId: fund.fundId, membership })));
}

/** One bound for each rule: what is put into outlets makes up for what is lacking. */
function ruleBounds(open: readonly MandatePosition[], outlets: readonly Outlet[], funds: readonly MandateFund[]): Bound[] {
  return open.map((position, index) => {
    const { target, countedWon } = position;
    const ratio = BigInt(target.ratioBasisPoints);
    const invested = sumWon(funds.filter((fund) => position.fundIds.includes(fund.fundId)).map((fund) => fund.facts.investedWon));
    const coefficients = outlets.map(({ fundId, membership }) => {
      if (!position.fundIds.includes(fundId)) return 0n;
      const counts = membership[index] === true;
      if (target.moves) return counts ? ratio - WHOLE : ratio;
      return counts ? -1n : 0n;
    });
    return { coefficients, atMost: target.moves ? countedWon * WHOLE - ratio * invested : countedWon - target.requiredWon };
  });
}

function capitalBounds(outlets: readonly Outlet[], funds: readonly MandateFund[]): Bound[] {
  return funds.map((fund) => ({ coefficients: outlets.map((outlet) => (outlet.fundId === fund.fundId ? 1n : 0n)), atMost: investableWon(fund.facts).remaining }));
}

function fits(open: readonly MandatePosition[], funds: readonly MandateFund[]): boolean {
  const outlets = outletsOf(open, funds);
  return largestWithin(outlets.map(() => 0n), [...ruleBounds(open, outlets, funds), ...capitalBounds(outlets, funds)]) !== null;
}

function leastFurther(open: readonly MandatePosition[], funds: readonly MandateFund[]): Won | null {
  const outlets = outletsOf(open, funds);
  const least = largestWithin(outlets.map(() => -1n), ruleBounds(open, outlets, funds));
  return least === null ? null : won(-least);
}

function largestDeal(open: readonly MandatePosition[], funds: readonly MandateFund[], { fundId, traits }: DealIntent): bigint | null {
  const deal: Outlet = { fundId, membership: open.map((position) => isOfClass(traits, position.rule.counts)) };
  const outlets = [deal, ...outletsOf(open, funds)];
  const onlyDeal = (coefficient: bigint): bigint[] => outlets.map((outlet) => (outlet === deal ? coefficient : 0n));
  const atOnce = open
    .filter((position, index) => holdsAtOnce(position) && position.fundIds.includes(fundId) && deal.membership[index] !== true)
    .map(({ target, countedWon, baseWon }) => {
      const room = countedWon * WHOLE - BigInt(target.ratioBasisPoints) * baseWon;
      return { coefficients: onlyDeal(BigInt(target.ratioBasisPoints)), atMost: room > 0n ? room : 0n };
    });
  return largestWithin(onlyDeal(1n), [...ruleBounds(open, outlets, funds), ...capitalBounds(outlets, funds), ...atOnce]);
}

/** The least further capital with which the rules could be met; null if none would do. */
function missingCapital(open: readonly MandatePosition[], funds: readonly MandateFund[]): bigint | null {
  const outlets = outletsOf(open, funds);
  const widened = capitalBounds(outlets, funds).map((bound, row) => ({ ...bound, coefficients: [...bound.coefficients, ...funds.map((_, index) => (index === row ? -1n : 0n))] }));
  const rules = ruleBounds(open, outlets, funds).map((bound) => ({ ...bound, coefficients: [...bound.coefficients, ...funds.map(() => 0n)] }));
  const least = largestWithin([...outlets.map(() => 0n), ...funds.map(() => -1n)], [...rules, ...widened]);
  return least === null ? null : -least;
}

/** Rules that cannot be met together, reduced until dropping any one of them makes room for the others. */
function smallestConflict(open: readonly MandatePosition[], funds: readonly MandateFund[]): readonly MandatePosition[] {
  return open.reduce<readonly MandatePosition[]>((conflict, position) => {
    const without = conflict.filter((each) => each !== position);
    return fits(without, funds) ? conflict : without;
  }, open);
}
