import type { LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import type { Tx } from '#libs/database';
import type { FundRow } from '../../fund/fund.query.js';
import { EVERYTHING } from '../../fund/fund.query.js';
import { rulesInForce } from '../mandate-rule/mandate-rule.query.js';
import { bearsOn, lockMandates, mandateGroup } from './mandate-group.query.js';
import { asJudged } from './mandate-fund.query.js';
import { mandatesStayReachable, type DealBeforeMandates } from './mandate-verdict.rules.js';

/**
 * What the rules of all levels say to a deal before it is stored; nothing where the fund's main obligation is the only rule, which
 * has verdicts of its own. Call it under the fund's lock: it takes the locks of programme and managers where they have rules.
 */
export async function judgeMandates(tx: Tx, fund: FundRow, deal: DealBeforeMandates, today: LocalDate, otherwise: 'WARN' | 'BLOCK'): Promise<Verdict[]> {
  const bearing = (await rulesInForce(tx, EVERYTHING, today)).filter((rule) => bearsOn(rule, fund));
  if (bearing.length === 0) return [];
  await lockMandates(tx, bearing);
  const { funds, rules, partial } = await mandateGroup(tx, [fund], EVERYTHING, today);
  return [mandatesStayReachable(deal, { rules: asJudged(rules), funds: funds.map((each) => each.mandate), partial }, today, otherwise)];
}
