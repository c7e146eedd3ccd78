import type { Tx } from '#libs/database';
import { INSTRUMENT_NAMES, nameIn } from '#libs/report';
import { AUDIT_POLICIES, limitOf } from '../pack/audit.policy.js';
import type { PackQuestion, PackRecord } from '../pack/pack.js';
import { DEALS, parametersOf } from './deals.query.js';

const PAYMENTS = `
  with deal as (${DEALS})
  select d.paid_on as "paidOn", d.fund, d.company as recipient, d.business_number as "businessNumber", d.amount_won::text as "amountWon", d.instrument, null as purpose,
         d.number as reference,
         coalesce((select greatest(0, d.amount_won - sum(x.proceeds_won)) from investment_exit x
                    where x.investment_id = d.id and x.kind = 'RESCISSION' and x.exited_on <= $3 and x.known_at < $4), 0)::text as "unrecoveredWon"
    from deal d
  union all
  select e.paid_on, f.number, coalesce(y.name, case when e.kind = 'MANAGEMENT_FEE' then g.name when e.kind = 'CUSTODY' then f.custodian else '지급처 미기록' end),
         case when y.id is not null then y.business_number when e.kind = 'MANAGEMENT_FEE' then g.business_number end, e.paid_won::text, null, e.label, '조합 비용', '0'
    from fund_expense e join fund f on f.id = e.fund_id join party g on g.id = f.general_partner_id
    left join fund_payment p on p.expense_id = e.id left join party y on y.id = p.payee_id
   where e.fund_id = any($1::uuid[]) and e.paid_on between $2::date and $3::date and e.known_at < $4 and e.paid_won > 0
     and not exists (select 1 from fund_expense_void v where v.expense_id = e.id and v.known_at < $4)
  union all
  select r.paid_on, f.number, y.name, y.business_number, sum(c.amount_won)::text, null, '성과보수', '제' || r.number || '차 분배', '0'
    from carry_payment c join distribution_run r on r.id = c.run_id join fund f on f.id = r.fund_id join fund_partner p on p.id = c.partner_id join party y on y.id = p.party_id
   where r.fund_id = any($1::uuid[]) and r.paid_on between $2::date and $3::date and c.known_at < $4
   group by r.id, f.number, y.id having sum(c.amount_won) > 0`;

/** Everything that funds paid out to companies, managers, custodians and others they owed; what was undone never was. */
export async function payments(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  const rows: PackRecord[] = await tx.query(`select * from (${PAYMENTS}) p order by "paidOn", fund, reference, recipient`, [...parametersOf(question)]);
  return rows.map(inWords);
}

/** Those of them in the last days of a year. */
export async function yearEndPayments(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  const days = limitOf(question.limits, AUDIT_POLICIES.yearEndDays);
  const rows: PackRecord[] = await tx.query(
    `select * from (${PAYMENTS}) p where make_date(extract(year from "paidOn")::integer, 12, 31) - "paidOn" < $5::integer order by "paidOn", fund, reference, recipient`,
    [...parametersOf(question), days],
  );
  return rows.map(inWords);
}

const inWords = ({ instrument, purpose, ...row }: PackRecord): PackRecord => ({
  ...row,
  purpose: typeof instrument === 'string' ? `투자(${nameIn(INSTRUMENT_NAMES, instrument)})` : (purpose ?? null),
});

/** The tiers of the approval policy that was in force for a deal on the day it was paid, the fund's own before the general one. */
const TIERS = `
  select d.id as deal_id, t.from_won, p.clause
    from deal d
    join lateral (select p.id, p.clause from approval_policy p
                   where p.command = 'investment.record' and p.scope in ('*', 'fund/' || d.fund_id) and p.effective_from <= d.paid_on and p.known_at < $4
                   order by (p.scope <> '*') desc, p.effective_from desc, p.recorded_at desc, p.id limit 1) p on true
    join approval_tier t on t.policy_id = p.id and t.from_won > 0`;

/** Deals that stay under a tier by less than the band of policy. */
export async function underThreshold(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  return tx.query(
    `with deal as (${DEALS}), tier as (${TIERS})
     select d.paid_on as "paidOn", d.fund, d.number, d.company, d.amount_won::text as "amountWon", t.from_won::text as "thresholdWon",
            (t.from_won - d.amount_won)::text as "gapWon", t.clause
       from deal d join tier t on t.deal_id = d.id
      where d.amount_won < t.from_won and d.amount_won::numeric * 10000 >= t.from_won::numeric * (10000 - $5::integer)
      order by d.paid_on, d.fund, d.number, t.from_won`,
    [...parametersOf(question), limitOf(question.limits, AUDIT_POLICIES.thresholdBand)],
  );
}

/**
 * Deals of one fund with one company, each under a tier, that within the days of policy add up to it. Counted from every
 * deal that no earlier one of the same group reaches.
 */
export async function splitDeals(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  return tx.query(
    `with deal as (${DEALS}), tier as (${TIERS}),
     bundle as (
       select first.id, first.fund, first.fund_id, first.company, first.company_id, first.business_number, t.from_won, min(d.paid_on) as first_on, max(d.paid_on) as last_on,
              count(*) as deals, sum(d.amount_won) as amount, string_agg(d.number, ', ' order by d.paid_on, d.number) as numbers
         from deal first join tier t on t.deal_id = first.id
         join deal d on d.fund_id = first.fund_id and d.company_id = first.company_id and d.paid_on between first.paid_on and first.paid_on + $5::integer and d.amount_won < t.from_won
        where not exists (select 1 from deal earlier where earlier.fund_id = first.fund_id and earlier.company_id = first.company_id
                             and earlier.paid_on between first.paid_on - $5::integer and first.paid_on and (earlier.paid_on, earlier.number) < (first.paid_on, first.number))
        group by first.id, first.fund, first.fund_id, first.company, first.company_id, first.business_number, t.from_won)
     select fund, company, business_number as "businessNumber", first_on as "firstOn", last_on as "lastOn", deals::text as "dealCount", amount::text as "amountWon",
            from_won::text as "thresholdWon", numbers
       from bundle where deals > 1 and amount >= from_won order by first_on, fund, company, from_won`,
    [...parametersOf(question), limitOf(question.limits, AUDIT_POLICIES.splitDays)],
  );
}
