import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import type { TimePoint } from '#libs/http';
import { basisPoints, won } from '#libs/money';
import type { ObligationTest } from '../obligation.js';
import type { StoredRule } from './stored-rule.js';

interface RawRule extends Omit<StoredRule, 'ratioBasisPoints' | 'fixedBaseWon' | 'test'> {
  readonly ratioBasisPoints: number;
  readonly fixedBaseWon: string | null;
  readonly test: ObligationTest;
}

const RULE_SELECT = `
  select r.rule_id as id, r.id as version, r.version as number, r.level, coalesce(r.fund_id, r.general_partner_id, r.programme_id) as key,
         json_build_object('ko', r.name_ko, 'en', r.name_en) as name, r.counts, r.denominator, r.fixed_base_won::text as "fixedBaseWon",
         r.stake_partner_id as "stakePartnerId", r.ratio_basis_points as "ratioBasisPoints", r.measure, r.test, r.starts_on as "startsOn",
         r.grace_days as "graceDays", r.cure_days as "cureDays", r.penalty, r.clause, r.source, r.effective_from as "effectiveFrom",
         r.known_at as "knownAt", e.ended_on as "endedOn"
    from mandate_rule r
    left join mandate_end e on e.rule_id = r.rule_id and e.known_at < $2`;

function toRule(row: RawRule): StoredRule {
  return { ...row, ratioBasisPoints: basisPoints(row.ratioBasisPoints), fixedBaseWon: row.fixedBaseWon === null ? null : won(row.fixedBaseWon) };
}

/** The rules that ask for something on `on`, as known at the point: of each the wording that applies from the latest day. */
export async function rulesInForce(tx: Tx, point: TimePoint, on: LocalDate = point.asOf): Promise<StoredRule[]> {
  const rows: RawRule[] = await tx.query(
    `select * from (select distinct on (rule.id) * from (${RULE_SELECT} where r.effective_from <= $1 and r.known_at < $2) as rule
                     order by rule.id, rule."effectiveFrom" desc, rule.number desc) as latest
      where "endedOn" is null or "endedOn" > $1 order by level, "startsOn", "knownAt", id`,
    [on, point.knownBefore],
  );
  return rows.map(toRule);
}

/** Every wording of the rules of one fund, partner or programme, as known at the point; the latest first. */
export async function ruleHistory(tx: Tx, key: string, point: TimePoint): Promise<StoredRule[]> {
  const rows: RawRule[] = await tx.query(
    `${RULE_SELECT} where (r.fund_id = $1 or r.general_partner_id = $1 or r.programme_id = $1) and r.known_at < $2 order by r.rule_id, r.version desc`,
    [key, point.knownBefore],
  );
  return rows.map(toRule);
}

/** The last wording of a rule. Throws `DomainError` not_found. */
export async function getRule(tx: Tx, ruleId: string, point: TimePoint): Promise<StoredRule> {
  const rows: RawRule[] = await tx.query(`${RULE_SELECT} where r.rule_id = $1 and r.known_at < $2 order by r.version desc limit 1`, [ruleId, point.knownBefore]);
  if (rows[0] === undefined) throw notFound({ ko: '투자의무', en: 'mandate rule' }, ruleId);
  return toRule(rows[0]);
}
