import type { Tx } from '#libs/database';
import type { DeclaredOutcome, RiskCount } from '../annual.js';
import { amounts, type AnnualPoint, type Digits } from './point.js';

const DAY = `(x.known_at at time zone 'Asia/Seoul')::date`;
const within = (day: string): string => `${day} between $3::date and $1::date and x.known_at < $2::timestamptz`;

/** What was judged and decided in the year about misuse, rules and recoveries. */
export async function readRisks(tx: Tx, point: AnnualPoint): Promise<RiskCount[]> {
  const rows: Digits<RiskCount>[] = await tx.query(
    `select 'WARNING' as "group", x.verdict as code, count(*)::int as count, null::text as "amountWon" from warning_decision x where ${within(DAY)} group by 2
     union all select 'VERDICT', x.result, count(*)::int, null from rule_verdict x where x.result <> 'PASS' and ${within(DAY)} group by 2
     union all select 'CLAWBACK', x.ground, count(*)::int, sum(x.principal_won + x.interest_won + x.penalty_won - x.dropped_won)::text from clawback x where ${within('x.notice_on')} group by 2
     union all select 'RECOVERY', case when x.settlement_id is null then 'SANCTION' else 'SETTLEMENT' end, count(*)::int, sum(x.demanded_won)::text from grant_recovery x where ${within('x.notice_on')} group by 2
     union all select 'SANCTION', x.ground, count(*)::int, sum(x.penalty_won)::text from grant_sanction x where ${within('x.notice_on')} group by 2
     union all select 'WAIVER', 'GRANTED', count(*)::int, null from waiver x where ${within('x.valid_from')} having count(*) > 0
      order by 1, 2`,
    [...point],
  );
  return rows.map((row) => amounts<RiskCount>(row));
}

/** Income declared for the year, by its latest declaration. */
export async function readOutcomes(tx: Tx, [asOf, knownBefore]: AnnualPoint, year: number): Promise<DeclaredOutcome[]> {
  const rows: Digits<DeclaredOutcome>[] = await tx.query(
    `select a.number as agreement, p.name as company, t.name as technology, t.use, d.income_won::text as "incomeWon", d.jobs
       from royalty_technology t join grant_agreement a on a.id = t.agreement_id join party p on p.id = t.company_id
       join lateral (select x.income_won, x.jobs from royalty_declaration x
                      where x.technology_id = t.id and x.year = $3 and x.known_at < $2::timestamptz order by x.turn desc limit 1) d on true
      where t.contracted_on <= $1::date order by a.number, t.name`,
    [asOf, knownBefore, year],
  );
  return rows.map((row) => amounts<DeclaredOutcome>(row));
}

/** Brokers whose registration reaches into the year. */
export async function countBrokers(tx: Tx, point: AnnualPoint): Promise<number> {
  const rows: { count: number }[] = await tx.query(
    `select count(*)::int as count from broker x where x.registered_on <= $1::date and x.known_at < $2::timestamptz and coalesce(x.valid_to, $1::date) >= $3::date`,
    [...point],
  );
  return rows[0]?.count ?? 0;
}
