import { maxDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { TimePoint } from '#libs/http';
import { policiesInForce } from '#libs/policy';
import { fundScopes, lifetimeExpenses } from '../../fund/fund.policy.js';
import type { FundRow } from '../../fund/fund.query.js';
import { holdingsOn } from '../../performance/holding.rules.js';
import { performanceOf } from '../../performance/performance.query.js';
import { recordedRegister } from '../../register/register.query.js';
import { capitalHistory } from '../../waterfall/history.query.js';
import { termsInForce } from '../../waterfall/party/party.query.js';
import type { ForecastStart } from '../forecast.js';
import { PRESETS, presetMultiple } from '../forecast.policy.js';
import { presetAssumptions } from './preset.rules.js';
import type { Assumptions } from './scenario.model.js';

/** A scenario of a fund; without an id it is one to start from that nobody saved. */
export interface ScenarioRow {
  readonly id: string | null;
  readonly name: string;
  readonly savedAt: Date | null;
  readonly assumptions: Assumptions;
}

/** Of every name the one saved last; what nobody saved yet of base, good and bad comes first as the policies have it. */
export async function listScenarios(tx: Tx, fund: FundRow, point: TimePoint): Promise<ScenarioRow[]> {
  const saved: ScenarioRow[] = await tx.query(
    `select distinct on (name) id, name, known_at as "savedAt", assumptions from forecast_scenario
      where fund_id = $1 and known_at < $2 order by name, known_at desc, recorded_at desc`,
    [fund.id, point.knownBefore],
  );
  const policies = await policiesInForce(tx, fundScopes(fund.id, fund.programmeId), maxDate(point.asOf, fund.foundedOn), point.knownBefore);
  const { feesAndExpensesWon } = await performanceOf(tx, fund, point);
  const prospects = { asOf: point.asOf, lifeTo: fund.lifeTo, lifetimeExpensesWon: lifetimeExpenses(policies), feesAndExpensesPaidWon: feesAndExpensesWon };
  const presets = PRESETS.filter(({ name }) => !saved.some((row) => row.name === name.ko));
  return [
    ...presets.map(({ key, name }) => ({ id: null, name: name.ko, savedAt: null, assumptions: presetAssumptions(prospects, presetMultiple(policies, key)) })),
    ...saved,
  ];
}

/** Where a fund stands at one point in both times; holdings go by the number of their deal. */
export async function forecastStart(tx: Tx, fund: FundRow, point: TimePoint): Promise<ForecastStart> {
  const history = await capitalHistory(tx, fund.id, point);
  const facts = await recordedRegister(tx, { fundId: fund.id, knownBefore: point.knownBefore, withVoided: false });
  const { cashWon } = await performanceOf(tx, fund, point, facts);
  return {
    asOf: point.asOf,
    partners: history.partners.map(({ id, commitmentWon }) => ({ partnerId: id, commitmentWon })),
    contributions: history.contributions,
    paid: history.paid,
    holdings: holdingsOn(facts, fund.number, point.asOf).map(({ investment, costWon, fairValueWon }) => ({ investmentId: investment, costWon, fairValueWon })),
    cashWon,
    terms: await termsInForce(tx, fund, history.partners, point),
  };
}
