import type { Tx } from '#libs/database';
import { papersWanted } from '#libs/grant';
import { roundedPercent } from '#libs/money';
import { AUDIT_POLICIES, limitOf } from '../pack/audit.policy.js';
import type { PackQuestion, PackRecord } from '../pack/pack.js';
import { callParametersOf } from './calls.query.js';

/** Cash that institutions spent in the period and nobody voided by its end. */
const SPENT = `
  select x.id, x.number, x.agreement_id, a.number as agreement, i.name as institution, i.business_number, c.name as fund, x.spent_on, x.payee_name,
         coalesce(x.payee_id::text, x.payee_name) as payee, y.business_number as payee_number, x.purpose, x.amount_won
    from grant_expense x join grant_line n on n.id = x.line_id and n.resource = 'CASH' join grant_agreement a on a.id = x.agreement_id join grant_call c on c.id = x.call_id
    join party i on i.id = a.party_id left join party y on y.id = x.payee_id
   where x.call_id = any($1::uuid[]) and x.spent_on between $2::date and $3::date and x.known_at < $4::timestamptz
     and not exists (select 1 from grant_expense_void v where v.expense_id = x.id and v.known_at < $4::timestamptz)`;

interface YearEndSpending {
  readonly yearWon: string;
  readonly lastDaysWon: string;
}

/** Of each agreement and year: how much of its cash was spent in the last days of the year. Agreements that spent nothing then are left out. */
export async function yearEndSpending(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  const rows: (PackRecord & YearEndSpending)[] = await tx.query(
    `with spent as (${SPENT}), summed as (
       select s.fund, s.agreement, s.institution, s.business_number, extract(year from s.spent_on)::integer as year, sum(s.amount_won) as year_won, count(*) filter (where l.is_last) as count,
              sum(s.amount_won) filter (where l.is_last) as last_won
         from spent s cross join lateral (select make_date(extract(year from s.spent_on)::integer, 12, 31) - s.spent_on < $5::integer as is_last) l
        group by s.fund, s.agreement, s.institution, s.business_number, extract(year from s.spent_on))
     select fund, agreement as number, institution as recipient, business_number as "businessNumber", year::text as year, year_won::text as "yearWon", last_won::text as "lastDaysWon", count::text as "expenseCount"
       from summed where last_won > 0 order by year, last_won desc, fund, agreement`,
    [...callParametersOf(question), limitOf(question.limits, AUDIT_POLICIES.yearEndDays)],
  );
  return rows.map((row) => ({ ...row, lastDaysPercent: roundedPercent(BigInt(row.lastDaysWon), BigInt(row.yearWon)) }));
}

/**
 * Purchases of one agreement from one payee, each under the amount that wants quotes, that within the days of policy add up to it.
 * Counted from every purchase that no earlier one of the same group reaches. Empty where no terms want quotes.
 */
export async function splitPurchases(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  const rules = papersWanted(question.limits).value.filter(({ papers, fromWon }) => papers.includes('QUOTES') && fromWon > 0n);
  if (rules.length === 0) return [];
  const thresholdWon = rules.reduce((least, { fromWon }) => (fromWon < least ? fromWon : least), rules[0]?.fromWon ?? 0n);
  return tx.query(
    `with spent as (select s.* from (${SPENT}) s where s.amount_won < $6::bigint and s.payee_number is distinct from s.business_number),
     bundle as (
       select first.id, first.fund, first.agreement, first.institution, first.payee_name, first.payee_number, min(s.spent_on) as first_on, max(s.spent_on) as last_on, count(*) as purchases,
              sum(s.amount_won) as amount, string_agg(s.number, ', ' order by s.spent_on, s.number) as numbers
         from spent first join spent s on s.agreement_id = first.agreement_id and s.payee = first.payee and s.spent_on between first.spent_on and first.spent_on + $5::integer
        where not exists (select 1 from spent earlier where earlier.agreement_id = first.agreement_id and earlier.payee = first.payee
                             and earlier.spent_on between first.spent_on - $5::integer and first.spent_on and (earlier.spent_on, earlier.number) < (first.spent_on, first.number))
        group by first.id, first.fund, first.agreement, first.institution, first.payee_name, first.payee_number)
     select fund, agreement as number, institution as recipient, payee_name as payee, payee_number as "payeeBusinessNumber", first_on as "firstOn", last_on as "lastOn", purchases::text as "purchaseCount",
            amount::text as "amountWon", $6::text as "thresholdWon", numbers
       from bundle where purchases > 1 and amount >= $6::bigint order by first_on, fund, agreement, payee_name`,
    [...callParametersOf(question), limitOf(question.limits, AUDIT_POLICIES.splitDays), thresholdWon.toString()],
  );
}
