import type { Tx } from '#libs/database';
import type { TimePoint } from '#libs/http';
import { subtractWon, ZERO_WON } from '#libs/money';
import type { FundRow } from '../fund/fund.query.js';
import { recordedRegister } from '../register/register.query.js';
import type { RegisterFacts } from '../register/register.js';
import { capitalHistory } from '../waterfall/history.query.js';
import { cashOnDay } from './account/cash.query.js';
import type { FundPerformance } from './performance.js';
import { fundPerformance } from './performance.rules.js';

/** How a fund did until a day, as known at a time: from the facts on record and the cash in the books, never from stored results. */
export async function performanceOf(tx: Tx, fund: FundRow, point: TimePoint, known?: RegisterFacts): Promise<FundPerformance> {
  const facts = known ?? (await recordedRegister(tx, { fundId: fund.id, knownBefore: point.knownBefore, withVoided: false }));
  const { paid } = await capitalHistory(tx, fund.id, point);
  const carry = paid.filter((each) => each.carryWon !== 0n).map((each) => ({ on: each.on, amountWon: each.carryWon }));
  const explained = fundPerformance(facts, fund, point.asOf, { carry, otherCashWon: ZERO_WON });
  const otherCashWon = subtractWon(await cashOnDay(tx, fund.id, point), explained.cashWon);
  return otherCashWon === 0n ? explained : fundPerformance(facts, fund, point.asOf, { carry, otherCashWon });
}
