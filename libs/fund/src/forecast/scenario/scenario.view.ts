import { shownRate } from '../../performance/performance.view.js';
import type { Forecast } from '../forecast.js';
import type { AssumptionsDto, ForecastDto, ScenarioDto } from './scenario.dto.js';
import type { Assumptions } from './scenario.model.js';
import type { ScenarioRow } from './scenario.query.js';

export function viewScenario({ id, name, savedAt, assumptions: { payoutsOn, ...rest } }: ScenarioRow): ScenarioDto {
  const assumptions: AssumptionsDto = {
    ...rest,
    calls: rest.calls.map((each) => ({ ...each })),
    deals: rest.deals.map((each) => ({ ...each })),
    expenses: rest.expenses.map((each) => ({ ...each })),
    exits: rest.exits.map((each) => ({ ...each })),
    payouts: payoutsOn.map((on) => ({ on })),
  };
  return { id, name, savedAt: savedAt === null ? null : savedAt.toISOString(), assumptions };
}

/** What was typed, as it is kept. */
export function toAssumptions({ payouts, ...rest }: AssumptionsDto): Assumptions {
  const plain = structuredClone({ ...rest, calls: rest.calls.map((each) => ({ ...each })), deals: rest.deals.map((each) => ({ ...each })), expenses: rest.expenses.map((each) => ({ ...each })), exits: rest.exits.map((each) => ({ ...each })) });
  return { ...plain, payoutsOn: payouts.map((payout) => payout.on) };
}

export function viewForecast({ events, byPartner, carryWon, cashAtEndWon, shortOfCash, multiples, netRate, scenario }: Forecast, names: ReadonlyMap<string, string>): ForecastDto {
  return {
    scenario: scenario.ko,
    events: events.map((event) => ({ ...event, amountWon: event.amountWon.toString(), cashAfterWon: event.cashAfterWon.toString() })),
    eventCount: events.length,
    byPartner: byPartner.map(({ partnerId, amountWon }) => ({ partnerId, partner: names.get(partnerId) ?? '', amountWon: amountWon.toString() })),
    carryWon: carryWon.toString(),
    cashAtEndWon: cashAtEndWon.toString(),
    shortOfCash: shortOfCash === null ? null : { on: shortOfCash.on, mostWon: shortOfCash.mostWon.toString() },
    dpi: multiples.dpi,
    tvpi: multiples.tvpi,
    netRate: shownRate(netRate),
  };
}
