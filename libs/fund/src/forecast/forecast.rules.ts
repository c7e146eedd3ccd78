import { compareDates, maxDate, type LocalDate } from '#libs/calendar';
import { maxWon, minWon, negateWon, shareOf, subtractWon, sumWon, won, ZERO_WON, type Won } from '#libs/money';
import { splitCall } from '../capital-call/capital-call.rules.js';
import { internalRate } from '../performance/internal-rate.rules.js';
import type { CashFlow } from '../performance/performance.js';
import { multiples } from '../performance/performance.rules.js';
import { contributedBy } from '../waterfall/split.rules.js';
import { planDistribution } from '../waterfall/waterfall.rules.js';
import type { Contribution, PaidDistribution } from '../waterfall/waterfall.js';
import type { ExpectedExit, Forecast, ForecastEvent, ForecastStart, Scenario } from './forecast.js';

/** A planned movement before it is known what the fund has; on one day in this order. */
interface Planned {
  readonly on: LocalDate;
  readonly kind: ForecastEvent['kind'];
  readonly amountWon: Won;
  readonly reference: string | null;
}

const ORDER: readonly ForecastEvent['kind'][] = ['CALL', 'EXIT', 'EXPENSE', 'DEAL', 'PAYOUT'];

/** What the run of events has made of the fund so far. */
interface Course {
  cash: bigint;
  readonly contributions: Contribution[];
  readonly paid: PaidDistribution[];
  readonly events: ForecastEvent[];
}

/**
 * A fund from today to its end under a scenario: calls, deals, exits and expenses in the order of their days, and what is
 * there handed out by the waterfall of the agreement, so that net figures are net of carry. Days before today are taken as
 * today. Nothing is assumed that the scenario does not say.
 */
export function forecast(start: ForecastStart, scenario: Scenario): Forecast {
  const course: Course = { cash: start.cashWon, contributions: [...start.contributions], paid: [...start.paid], events: [] };
  const planned = plannedMovements(start, scenario);
  const lastPayout = planned.filter((each) => each.kind === 'PAYOUT').at(-1);
  for (const movement of planned) {
    const amount = movement.kind === 'CALL' ? call(movement, start, course) : movement.kind === 'PAYOUT' ? payout(movement, start, scenario, course, movement === lastPayout) : movement.amountWon;
    course.cash += amount;
    if (amount !== 0n) course.events.push({ ...movement, amountWon: won(amount), cashAfterWon: won(course.cash) });
  }
  return outcome(start, scenario, course);
}

function plannedMovements(start: ForecastStart, scenario: Scenario): Planned[] {
  const planned: Planned[] = [
    ...scenario.calls.map((each) => ({ on: each.on, kind: 'CALL' as const, amountWon: each.amountWon, reference: null })),
    ...scenario.expenses.map((each) => ({ on: each.on, kind: 'EXPENSE' as const, amountWon: negateWon(each.amountWon), reference: null })),
    ...start.holdings.map(({ investmentId, fairValueWon }) => exitOf(fairValueWon, scenario.exits.get(investmentId) ?? scenario.exit, investmentId)),
    ...scenario.deals.flatMap(({ on, amountWon, exit }) => [{ on, kind: 'DEAL' as const, amountWon: negateWon(amountWon), reference: null }, exitOf(amountWon, exit, null)]),
    ...scenario.payoutsOn.map((on) => ({ on, kind: 'PAYOUT' as const, amountWon: ZERO_WON, reference: null })),
  ];
  return planned
    .map((each) => ({ ...each, on: maxDate(each.on, start.asOf) }))
    .sort((left, right) => compareDates(left.on, right.on) || ORDER.indexOf(left.kind) - ORDER.indexOf(right.kind));
}

function exitOf(valueWon: Won, { on, multiple }: ExpectedExit, reference: string | null): Planned {
  return { on, kind: 'EXIT', amountWon: shareOf(valueWon, multiple, 'floor'), reference };
}

/** As much as is planned and not called yet, split as calls are. */
function call({ on, amountWon }: Planned, { partners }: ForecastStart, { contributions }: Course): Won {
  const ids = partners.map((partner) => partner.partnerId);
  const called = contributedBy(contributions, ids, on);
  const capital = partners.map(({ partnerId, commitmentWon }, index) => ({ id: partnerId, name: partnerId, commitmentWon, calledWon: called[index] ?? ZERO_WON }));
  const uncalled = maxWon(ZERO_WON, subtractWon(sumWon(partners.map((partner) => partner.commitmentWon)), sumWon(called)));
  const amount = minWon(amountWon, uncalled);
  if (amount === 0n) return ZERO_WON;
  contributions.push(...splitCall(amount, capital).map((share) => ({ partnerId: share.partnerId, on, amountWon: share.amountWon })));
  return amount;
}

/** Hands out what lies above the reserve, at the end everything. */
function payout({ on }: Planned, start: ForecastStart, scenario: Scenario, { cash, contributions, paid }: Course, isLast: boolean): Won {
  const amountWon = maxWon(ZERO_WON, won(cash - (isLast ? 0n : scenario.reserveWon)));
  if (amountWon === 0n) return ZERO_WON;
  const plan = planDistribution(start.terms, start.partners.map((partner) => partner.partnerId), contributions, paid, { on, amountWon });
  paid.push({ on, byPartner: plan.byPartner, carryWon: plan.carryWon });
  return negateWon(amountWon);
}

function outcome(start: ForecastStart, scenario: Scenario, { cash, contributions, paid, events }: Course): Forecast {
  const partnerFlows: CashFlow[] = [
    ...contributions.map((each) => ({ on: each.on, amountWon: negateWon(each.amountWon) })),
    ...paid.map((each) => ({ on: each.on, amountWon: sumWon(each.byPartner.map((part) => part.amountWon)) })),
  ];
  const parts = paid.flatMap((each) => each.byPartner);
  const byPartner = start.partners.map(({ partnerId }) => ({ partnerId, amountWon: sumWon(parts.filter((part) => part.partnerId === partnerId).map((part) => part.amountWon)) }));
  const short = events.filter((event) => event.cashAfterWon < 0n);
  const [firstShort] = short;
  return {
    scenario: scenario.name,
    events,
    partnerFlows,
    byPartner,
    carryWon: sumWon(paid.map((each) => each.carryWon)),
    shortOfCash: firstShort === undefined ? null : { on: firstShort.on, mostWon: maxWon(ZERO_WON, ...short.map((event) => negateWon(event.cashAfterWon))) },
    cashAtEndWon: won(cash),
    multiples: multiples(sumWon(start.partners.map((partner) => partner.commitmentWon)), sumWon(contributions.map((each) => each.amountWon)), sumWon(byPartner.map((each) => each.amountWon)), won(cash)),
    netRate: internalRate(partnerFlows),
  };
}
