import type { Tx } from '#libs/database';
import { roundedPercent } from '#libs/money';
import type { PackQuestion, PackRecord } from '../pack/pack.js';
import { callParametersAt, callParametersOf, movedOfCall, openOfRecovery } from './calls.query.js';

/** What calls did not use: not agreed, agreed and not paid, paid and not spent, lapsed; what came back and went to the Treasury. */
export async function unusedGrantMoney(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  return tx.query(
    `select c.name as fund, ${movedOfCall('grant.available', 'grant.budget-decided')}::text as "budgetWon", ${movedOfCall('grant.available')}::text as "availableWon",
            (${movedOfCall('grant.committed')} + ${movedOfCall('grant.payable')})::text as "unpaidWon", ${movedOfCall('grant.project-government')}::text as "paidWon", ${movedOfCall('grant.project-cash')}::text as "unspentWon",
            k.lapsed::text as "lapsedWon", k.forwarded::text as "forwardedWon", (${movedOfCall('grant.recovered-cash')} + ${movedOfCall('grant.outcome-cash')})::text as "heldWon",
            (${movedOfCall('grant.remitted')} - ${movedOfCall('grant.outcome-due', 'grant.outcome-remitted')})::text as "treasuryWon", k.closed_on as "closedOn", k.days::text as "dayCount"
       from grant_call c
       cross join lateral (
         select coalesce(sum(y.lapsed_won), 0) as lapsed, coalesce(sum(y.forwarded_won), 0) as forwarded, max(y.closed_on) as closed_on, max(y.closed_on - make_date(y.fiscal_year, 12, 31)) as days
           from grant_year_close y where y.call_id = c.id and y.closed_on <= $2::date and y.known_at < $3::timestamptz) k
      where c.id = any($1::uuid[]) order by c.fiscal_year, c.name, c.id`,
    [...callParametersAt(question)],
  );
}

/** What was claimed back in the period, what came of it by its end, and how long it took to reach the Treasury. */
export async function grantRecoveries(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  return tx.query(
    `select c.name as fund, r.number, p.name as debtor, r.notice_on as "noticeOn", r.due_on as "dueOn", r.principal_won::text as "principalWon", (r.interest_won + r.penalty_won)::text as "addedWon",
            coalesce(m.won, 0)::text as "recoveredWon", ${openOfRecovery(3, 4)}::text as "openWon", coalesce(t.won, 0)::text as "treasuryWon", t.last_on as "remittedOn", (t.last_on - m.first_on)::text as "dayCount"
       from grant_recovery r join grant_call c on c.id = r.call_id join party p on p.id = r.debtor_id
       left join lateral (select sum(v.amount_won) as won, min(v.value_on) as first_on from grant_recovery_movement v
                           where v.recovery_id = r.id and v.kind in ('RECEIVED', 'OFFSET') and v.value_on <= $3::date and v.known_at < $4::timestamptz
                             and not exists (select 1 from grant_recovery_reversal w where w.receipt_id = v.id and w.known_at < $4::timestamptz)) m on true
       left join lateral (select sum(v.amount_won) as won, max(v.remitted_on) as last_on from grant_recovery_remittance v
                           where v.recovery_id = r.id and v.remitted_on <= $3::date and v.known_at < $4::timestamptz) t on true
      where r.call_id = any($1::uuid[]) and r.notice_on between $2::date and $3::date and r.known_at < $4::timestamptz order by r.notice_on, r.number`,
    [...callParametersOf(question)],
  );
}

interface Outcome {
  readonly paidWon: string;
  readonly spentWon: string;
}

/** What institutions were paid and spent, what they still hold, and what came of it: sales and jobs as declared, the government's part of them. */
export async function grantOutcomes(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  const rows: (PackRecord & Outcome)[] = await tx.query(
    `select c.name as fund, g.agreements::text as "agreementCount", ${movedOfCall('grant.project-government')}::text as "paidWon", ${movedOfCall('grant.project-spent')}::text as "spentWon",
            s.assets::text as "assetCount", d.income::text as "salesWon", d.jobs::text as "jobCount", o.claimed::text as "claimedWon", o.received::text as "receivedWon"
       from grant_call c
       cross join lateral (select count(*) as agreements from grant_agreement a where a.call_id = c.id and a.known_at < $3::timestamptz) g
       cross join lateral (select count(*) as assets from grant_asset t join grant_agreement a on a.id = t.agreement_id
                            where a.call_id = c.id and t.acquired_on <= $2::date and t.known_at < $3::timestamptz) s
       cross join lateral (
         select coalesce(sum(n.income_won), 0) as income, coalesce(sum(n.jobs), 0) as jobs
           from (select distinct on (d.technology_id, d.year) d.income_won, d.jobs from royalty_declaration d join royalty_technology t on t.id = d.technology_id join grant_agreement a on a.id = t.agreement_id
                  where a.call_id = c.id and d.declared_on <= $2::date and d.known_at < $3::timestamptz order by d.technology_id, d.year, d.turn desc) n) d
       cross join lateral (
         select coalesce(sum(x.amount_won), 0) as claimed, coalesce(sum((select sum(v.amount_won) from outcome_receipt v where v.claim_id = x.id and v.value_on <= $2::date and v.known_at < $3::timestamptz
                    and not exists (select 1 from outcome_receipt_reversal w where w.receipt_id = v.id and w.known_at < $3::timestamptz))), 0) as received
           from outcome_claim x where x.call_id = c.id and x.notice_on <= $2::date and x.known_at < $3::timestamptz) o
      where c.id = any($1::uuid[]) order by c.fiscal_year, c.name, c.id`,
    [...callParametersAt(question)],
  );
  return rows.map((row) => ({ ...row, spentPercent: roundedPercent(BigInt(row.spentWon), BigInt(row.paidWon)) }));
}
