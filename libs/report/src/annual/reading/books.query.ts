import type { Tx } from '#libs/database';
import type { AnnualBook, AnnualMovement, FactSums, YearBudget } from '../annual.js';
import { DEAL_PAID } from '../../fund-outcome/fund-outcome.js';
import { amounts, type AnnualPoint, type Digits } from './point.js';

const KNOWN = 'known_at < $2::timestamptz and $1::date >= $3::date';

/** The books in sight that were known by the point: funds, voucher years, calls, pools. */
export function readBooks(tx: Tx, point: AnnualPoint): Promise<(AnnualBook & { readonly agency: string })[]> {
  return tx.query(
    `select 'fund/' || f.id as book, 'FUND' as instrument, 'FUND' as kind, f.number, f.name, p.name_ko as programme, g.name as agency
       from fund f join vintage v on v.id = f.vintage_id join programme p on p.id = v.programme_id join party g on g.id = f.general_partner_id where f.${KNOWN}
     union all
     select 'voucher/' || y.id, 'VOUCHER', y.kind, y.kind || '-' || y.fiscal_year, y.name, p.name_ko, y.agency
       from voucher_year y join programme p on p.id = y.programme_id where y.${KNOWN}
     union all
     select 'grant/' || c.id, case c.kind when 'MATCHING' then 'MATCHING' else 'GRANT' end, c.kind, c.prefix || '-' || c.fiscal_year, c.name, p.name_ko, c.agency
       from grant_call c join programme p on p.id = c.programme_id where c.${KNOWN}
      order by 2, 4, 5`,
    [...point],
  );
}

const DELTA = 'case when l.side = a.normal_side then l.amount else -l.amount end';

/** Every book by kind of account and posting rule, in won: what happened in the year, and in all. */
export async function readMovements(tx: Tx, point: AnnualPoint, books: readonly string[]): Promise<AnnualMovement[]> {
  const rows: Digits<AnnualMovement>[] = await tx.query(
    `select e.book, a.chart, e.posting, coalesce(sum(${DELTA}) filter (where e.effective_on >= $3::date), 0)::text as "yearWon", sum(${DELTA})::text as "totalWon"
       from journal_entry e join entry_line l on l.entry_id = e.id join ledger_account a on a.id = l.account_id
      where e.book = any ($4) and e.effective_on <= $1::date and e.known_at < $2::timestamptz and a.unit = 'KRW'
      group by 1, 2, 3 order by 1, 2, 3`,
    [...point, books],
  );
  return rows.map((row) => amounts<AnnualMovement>(row));
}

/**
 * Whether the entry that a fact made counts by the point; where books were closed it lies later than the fact. A register that was
 * brought in later tells of money as known from its day, and of the call from the day on which it came: until then the call is no book.
 */
const booked = (subject: string, postings: readonly string[]): string =>
  `exists (select 1 from journal_entry j where j.command_id = x.command_id and j.subject_id = ${subject} and j.posting in (${postings.map((each) => `'${each}'`).join(', ')}) and j.book = any ($4) and j.effective_on <= $1::date and j.known_at < $2::timestamptz)`;

/** The sums of the facts themselves, and both sides of all books in sight. */
export async function readSums(tx: Tx, point: AnnualPoint, books: readonly string[], spendable: readonly string[]): Promise<FactSums> {
  const [row] = await tx.query<[Digits<FactSums>]>(
    `select (select coalesce(sum(x.amount_won), 0) from investment x where x.kind <> 'CONVERSION' and ${booked('x.id', DEAL_PAID)})::text as "investedWon",
            (select coalesce(sum(x.amount_won), 0) from voucher_budget x where x.stage = any ($5) and ${booked('x.id', ['voucher.budget-decided'])})::text as "voucherBudgetWon",
            (select coalesce(sum(x.amount_won), 0) from grant_budget x where x.stage = any ($5) and ${booked('x.id', ['grant.budget-decided'])})::text as "grantBudgetWon",
            ((select coalesce(sum(x.amount_won), 0) from outcome_receipt x where ${booked('x.claim_id', ['grant.outcome-received'])})
             - (select coalesce(sum(r.amount_won), 0) from outcome_receipt_reversal x join outcome_receipt r on r.id = x.receipt_id where ${booked('r.claim_id', ['grant.outcome-receipt-reversed'])}))::text as "outcomeReceivedWon",
            coalesce(sum(l.amount) filter (where l.side = 'D'), 0)::text as "debitWon", coalesce(sum(l.amount) filter (where l.side = 'C'), 0)::text as "creditWon"
       from journal_entry e join entry_line l on l.entry_id = e.id join ledger_account a on a.id = l.account_id
      where e.book = any ($4) and e.effective_on <= $1::date and e.known_at < $2::timestamptz and a.unit = 'KRW' and $3::date is not null`,
    [...point, books, spendable],
  );
  return amounts<FactSums>(row);
}

/** Decisions on the budgets of the year, at every stage. */
export async function readBudgets(tx: Tx, point: AnnualPoint): Promise<YearBudget[]> {
  const rows: Digits<YearBudget>[] = await tx.query(
    `select book, stage, sum(amount_won)::text as "amountWon", count(*)::int as count
       from (select 'voucher/' || b.year_id as book, b.stage, b.amount_won, b.decided_on from voucher_budget b where b.known_at < $2::timestamptz
             union all select 'grant/' || b.call_id, b.stage, b.amount_won, b.decided_on from grant_budget b where b.known_at < $2::timestamptz) d
      where decided_on between $3::date and $1::date group by 1, 2
      order by 1, array_position(array['PROPOSAL', 'APPROVED', 'SUPPLEMENTARY', 'TRANSFER', 'CARRIED_FORWARD'], stage)`,
    [...point],
  );
  return rows.map((row) => amounts<YearBudget>(row));
}
