import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { TimePoint } from '#libs/http';
import { listFunds, type FundRow } from '../../fund/fund.query.js';
import { rulesInForce } from '../mandate-rule/mandate-rule.query.js';
import type { StoredRule } from '../mandate-rule/stored-rule.js';
import type { MandateRule } from '../mandate/mandate.js';
import { fundMandates, type FundMandate } from './mandate-fund.query.js';

/** Everything that bears on one fund: rules of its own and of its programme and managers, and all funds that these count together. */
export interface MandateGroup {
  readonly funds: readonly FundMandate[];
  readonly rules: readonly MandateRule[];
  /** Some funds that the rules count together lie outside of what the asker may see: no figure of the whole can be told. */
  readonly partial: boolean;
}

/** The rules that bear on some funds and all funds that these tie together, directly or through one another. */
export async function mandateGroup(tx: Tx, of: readonly FundRow[], point: TimePoint, rulesOn: LocalDate = point.asOf): Promise<MandateGroup> {
  const stored = await rulesInForce(tx, point, rulesOn);
  const shared = stored.filter((rule) => rule.level !== 'FUND');
  const isTied = shared.some((rule) => of.some((fund) => bearsOn(rule, fund)));
  const rows = isTied ? tiedTogether(of, (await listFunds(tx, null, point)).filter((fund) => fund.foundedOn <= point.asOf), shared) : of;
  const bearing = stored.filter((rule) => rows.some((row) => bearsOn(rule, row)));
  const funds = await fundMandates(tx, rows, point, rulesOn);
  return { funds, rules: [...funds.map((each) => each.main), ...bearing], partial: await reachesBeyond(tx, bearing, rows, point) };
}

/** Whether a rule counts deals of the fund. */
export function bearsOn(rule: Pick<MandateRule, 'level' | 'key'>, fund: FundRow): boolean {
  if (rule.level === 'FUND') return rule.key === fund.id;
  return rule.level === 'PROGRAMME' ? rule.key === fund.programmeId : fund.generalPartnerIds.includes(rule.key);
}

function tiedTogether(of: readonly FundRow[], all: readonly FundRow[], shared: readonly StoredRule[]): readonly FundRow[] {
  let tied = of;
  for (;;) {
    const rules = shared.filter((rule) => tied.some((each) => bearsOn(rule, each)));
    const wider = all.filter((each) => of.some((fund) => fund.id === each.id) || rules.some((rule) => bearsOn(rule, each)));
    if (wider.length === tied.length) return wider;
    tied = wider;
  }
}

/** The database knows how many funds a programme or a manager has, also where it does not show them. */
async function reachesBeyond(tx: Tx, rules: readonly StoredRule[], funds: readonly FundRow[], point: TimePoint): Promise<boolean> {
  for (const rule of rules.filter((each) => each.level !== 'FUND')) {
    const rows: { count: number }[] = await tx.query('select mandate_fund_count($1, $2, $3, $4) as count', [rule.level, rule.key, point.asOf, point.knownBefore]);
    if ((rows[0]?.count ?? 0) > funds.filter((fund) => bearsOn(rule, fund)).length) return true;
  }
  return false;
}

/**
 * Makes deals that the same rules of a programme or a manager count together wait for each other, until the transaction ends. Taken
 * after the fund's own lock, in one order: nobody who holds one of these waits for a fund.
 */
export async function lockMandates(tx: Tx, rules: readonly MandateRule[]): Promise<void> {
  const keys = [...new Set(rules.filter((rule) => rule.level !== 'FUND').map((rule) => rule.key))].sort();
  for (const key of keys) await tx.query(`select pg_advisory_xact_lock(hashtextextended('mandates of ' || $1, 0))`, [key]);
}
