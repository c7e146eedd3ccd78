import { addMonths, compareDates, quarterEnd, type LocalDate } from '#libs/calendar';
import { maxWon, negateWon, sumWon, won, ZERO_WON, type Won } from '#libs/money';
import type { CashFlow, JCurve, JCurvePoint } from './performance.js';

/**
 * What partners have in and out, quarter by quarter: cumulated cash, and with it what the fund is worth where that is
 * known. `flows` are from the partners' side (paid in negative, distributed positive), those after `asOf` are left out.
 */
export function jCurve(flows: readonly CashFlow[], netAssetValueOn: (day: LocalDate) => Won | null, asOf: LocalDate): JCurve {
  const dated = flows.filter((flow) => flow.on <= asOf).sort((left, right) => compareDates(left.on, right.on));
  const first = dated[0];
  if (first === undefined) return { points: [], lowestWon: ZERO_WON, lowestOn: null, breaksEvenOn: null };
  const points = quarterEnds(first.on, asOf).map((on) => pointOn(dated, on, netAssetValueOn(on)));
  return { points, ...turningPoints(dated) };
}

function pointOn(flows: readonly CashFlow[], on: LocalDate, netAssetValueWon: Won | null): JCurvePoint {
  const amounts = flows.filter((flow) => flow.on <= on).map((flow) => flow.amountWon);
  const paidInWon = negateWon(sumWon(amounts.filter((amount) => amount < 0n)));
  const distributedWon = sumWon(amounts.filter((amount) => amount > 0n));
  const netWon = won(distributedWon - paidInWon);
  return { on, paidInWon, distributedWon, netWon, netAssetValueWon, gainWon: netAssetValueWon === null ? null : won(netWon + netAssetValueWon) };
}

/** The day of the deepest cash position, judged at the end of days, and the first one after it on which cash is whole again. */
function turningPoints(flows: readonly CashFlow[]): Omit<JCurve, 'points'> {
  let lowest: { readonly on: LocalDate | null; readonly won: Won } = { on: null, won: ZERO_WON };
  let breaksEvenOn: LocalDate | null = null;
  let net = 0n;
  for (const [index, flow] of flows.entries()) {
    net += flow.amountWon;
    if (flows[index + 1]?.on === flow.on) continue;
    if (net < lowest.won) {
      lowest = { on: flow.on, won: won(net) };
      breaksEvenOn = null;
    } else if (net >= 0n && lowest.on !== null) breaksEvenOn ??= flow.on;
  }
  return { lowestWon: maxWon(ZERO_WON, negateWon(lowest.won)), lowestOn: lowest.on, breaksEvenOn };
}

/** The quarter-ends from a day on, and the last day itself. */
export function quarterEnds(from: LocalDate, asOf: LocalDate): LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = quarterEnd(from); day < asOf; day = quarterEnd(addMonths(day, 3))) days.push(day);
  return [...days, asOf];
}
