import type { Tx } from '#libs/database';
import { roundedPercent } from '#libs/money';
import type { PackQuestion, PackRecord } from '../pack/pack.js';
import { openOfClawback, YEAR_NUMBER, yearParametersAt, yearParametersOf } from './years.query.js';

/** What entries of some rules did to one kind of account of the year `y`, on its normal side. */
const moved = (chart: string, ...postings: readonly string[]): string => `
  (select coalesce(sum(case when l.side = a.normal_side then l.amount else -l.amount end), 0)
     from journal_entry e join entry_line l on l.entry_id = e.id join ledger_account a on a.id = l.account_id
    where e.book = 'voucher/' || y.id and a.chart = '${chart}' and e.effective_on <= $2::date and e.known_at < $3::timestamptz
      ${postings.length === 0 ? '' : `and e.posting in (${postings.map((each) => `'${each}'`).join(', ')})`})`;

const USED = ['voucher.service-captured', 'voucher.capture-reversed', 'voucher.service-refunded'];

/** What programme years did not use: not issued, expired, recovered, waiting to be handed back, lapsed; and how long the close took. */
export async function unusedVoucherMoney(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  return tx.query(
    `select ${YEAR_NUMBER} as fund, ${moved('voucher.budget', 'voucher.budget-decided')}::text as "budgetWon", ${moved('voucher.budget')}::text as "unissuedWon",
            (-${moved('voucher.outstanding', 'voucher.expired')})::text as "expiredWon", (-${moved('voucher.outstanding', 'voucher.revoked')})::text as "revokedWon",
            ${moved('voucher.outstanding')}::text as "outstandingWon", ${moved('voucher.returned')}::text as "returnedWon", c.lapsed_won::text as "lapsedWon", c.forwarded_won::text as "forwardedWon",
            c.closed_on as "closedOn", (c.closed_on - make_date(y.fiscal_year, 12, 31))::text as "dayCount"
       from voucher_year y left join voucher_year_close c on c.year_id = y.id and c.closed_on <= $2::date and c.known_at < $3::timestamptz
      where y.id = any($1::uuid[]) order by y.fiscal_year, y.kind, y.id`,
    [...yearParametersAt(question)],
  );
}

/** What was claimed back in the period, and what came of it by its end. */
export async function voucherClawbacks(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  return tx.query(
    `select ${YEAR_NUMBER} as fund, c.number, p.name as debtor, c.notice_on as "noticeOn", c.due_on as "dueOn", c.principal_won::text as "principalWon",
            (c.interest_won + c.penalty_won - c.dropped_won)::text as "addedWon", coalesce(r.won, 0)::text as "recoveredWon", ${openOfClawback(3, 4)}::text as "openWon", r.last_on as "recoveredOn", (r.last_on - c.notice_on)::text as "dayCount"
       from clawback c join voucher_year y on y.id = c.year_id join party p on p.id = c.debtor_id
       left join lateral (select sum(m.amount_won) as won, max(m.value_on) as last_on from clawback_movement m
                           where m.clawback_id = c.id and m.kind in ('RECEIVED', 'OFFSET') and m.value_on <= $3::date and m.known_at < $4::timestamptz
                             and not exists (select 1 from clawback_reversal w where w.receipt_id = m.id and w.known_at < $4::timestamptz)) r on true
      where c.year_id = any($1::uuid[]) and c.notice_on between $2::date and $3::date and c.known_at < $4::timestamptz order by c.notice_on, c.number`,
    [...yearParametersOf(question)],
  );
}

interface Outcome {
  readonly budgetWon: string;
  readonly usedWon: string;
}

/** What vouchers were given and used, how many services came of it, and how content companies were. */
export async function voucherOutcomes(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  const rows: (PackRecord & Outcome)[] = await tx.query(
    `select ${YEAR_NUMBER} as fund, ${moved('voucher.budget', 'voucher.budget-decided')}::text as "budgetWon", ${moved('voucher.quota-used')}::text as "voucherCount",
            ${moved('voucher.company-quota-used')}::text as "companyCount", (-${moved('voucher.outstanding', ...USED)})::text as "usedWon", s.done::text as "serviceCount", to_char(s.rating, 'FM990.00') as rating
       from voucher_year y
       cross join lateral (
         select count(*) filter (where e.event = 'deliver') as done, avg(e.rating) filter (where e.event = 'accept') as rating
           from service_event e join voucher_service vs on vs.id = e.service_id join voucher v on v.id = vs.voucher_id
          where v.year_id = y.id and e.event in ('deliver', 'accept') and e.happened_on <= $2::date and e.known_at < $3::timestamptz) s
      where y.id = any($1::uuid[]) order by y.fiscal_year, y.kind, y.id`,
    [...yearParametersAt(question)],
  );
  return rows.map((row) => ({ ...row, usedPercent: roundedPercent(BigInt(row.usedWon), BigInt(row.budgetWon)) }));
}
