import type { Tx } from '#libs/database';
import type { TimePoint } from '#libs/http';
import type { FundRow } from '../fund/fund.query.js';
import { recordedRegister } from '../register/register.query.js';
import { exitsByKind } from './capital.rules.js';
import { managementFees } from './fee.rules.js';
import type { PerformanceDto, RateDto } from './performance.dto.js';
import type { InternalRate } from './performance.js';
import { fundPerformance } from './performance.rules.js';

/** How a fund did until a day, as known at a time: from the facts on record, never from stored results. */
export async function viewPerformance(tx: Tx, fund: FundRow, point: TimePoint): Promise<PerformanceDto> {
  const facts = await recordedRegister(tx, { fundId: fund.id, knownBefore: point.knownBefore, withVoided: false });
  const figures = fundPerformance(facts, fund, point.asOf);
  const amounts = Object.fromEntries(Object.entries(figures).flatMap(([key, value]) => (typeof value === 'bigint' ? [[key, value.toString()]] : [])));
  const exits = exitsByKind(facts.exits, fund.number, point.asOf);
  const fees = managementFees(facts.expenses, fund.number, point.asOf);
  return {
    ...(amounts as Omit<PerformanceDto, 'asOf' | 'pic' | 'dpi' | 'rvpi' | 'tvpi' | 'netRate' | 'grossRate' | 'exits' | 'managementFees'>),
    asOf: figures.asOf,
    ...figures.multiples,
    netRate: shownRate(figures.netRate),
    grossRate: shownRate(figures.grossRate),
    exits: exits.map((exit) => ({ kind: exit.kind, count: exit.count, proceedsWon: exit.proceedsWon.toString(), costWon: exit.costWon.toString() })),
    managementFees: fees.map((fee) => ({ ...fee, billedWon: fee.billedWon.toString(), recomputedWon: fee.recomputedWon.toString(), paidWon: fee.paidWon.toString() })),
  };
}

const shownRate = ({ percent, reason, ambiguous }: InternalRate): RateDto => ({ percent, reason, ambiguous });
