import type { Tx } from '#libs/database';
import type { TimePoint } from '#libs/http';
import { subtractWon } from '#libs/money';
import type { FundRow } from '../fund/fund.query.js';
import { recordedRegister } from '../register/register.query.js';
import { accountFacts } from './account/capital-account.query.js';
import { valueShares } from './account/capital-account.rules.js';
import { exitsByKind } from './capital.rules.js';
import { managementFees } from './fee.rules.js';
import { internalRate } from './internal-rate.rules.js';
import type { PerformanceDto, RateDto } from './performance.dto.js';
import type { InternalRate } from './performance.js';
import { performanceOf } from './performance.query.js';
import { partnerFlows } from './performance.rules.js';

type Figures = Omit<PerformanceDto, 'asOf' | 'pic' | 'dpi' | 'rvpi' | 'tvpi' | 'netRate' | 'rateAfterCarry' | 'grossRate' | 'exits' | 'managementFees' | 'carryAccruedWon'>;

/** How a fund did until a day, as known at a time: from the facts on record, never from stored results. */
export async function viewPerformance(tx: Tx, fund: FundRow, point: TimePoint): Promise<PerformanceDto> {
  const facts = await recordedRegister(tx, { fundId: fund.id, knownBefore: point.knownBefore, withVoided: false });
  const figures = await performanceOf(tx, fund, point, facts);
  const amounts = Object.fromEntries(Object.entries(figures).flatMap(([key, value]) => (typeof value === 'bigint' ? [[key, value.toString()]] : [])));
  const exits = exitsByKind(facts.exits, fund.number, point.asOf);
  const fees = managementFees(facts.expenses, fund.number, point.asOf);
  const { carryWon } = valueShares(await accountFacts(tx, fund, point, figures));
  const afterCarry = subtractWon(figures.netAssetValueWon, carryWon);
  return {
    ...(amounts as Figures),
    asOf: figures.asOf,
    ...figures.multiples,
    carryAccruedWon: carryWon.toString(),
    netRate: shownRate(figures.netRate),
    rateAfterCarry: shownRate(internalRate([...partnerFlows(facts, fund.number, point.asOf), { on: point.asOf, amountWon: afterCarry }])),
    grossRate: shownRate(figures.grossRate),
    exits: exits.map((exit) => ({ kind: exit.kind, count: exit.count, proceedsWon: exit.proceedsWon.toString(), costWon: exit.costWon.toString() })),
    managementFees: fees.map((fee) => ({ ...fee, billedWon: fee.billedWon.toString(), recomputedWon: fee.recomputedWon.toString(), paidWon: fee.paidWon.toString() })),
  };
}

export const shownRate = ({ percent, reason, ambiguous }: InternalRate): RateDto => ({ percent, reason, ambiguous });
