import type { Tx } from '#libs/database';
import { BUDGET, OUTSTANDING, PAYABLE_PUBLIC, RETURNED, yearBook } from '../year/year.charts.js';
import type { YearEndBalances } from './year-close.rules.js';
import { getYear } from '../year/year.query.js';
import type { VoucherYear } from '../year/year.js';

/** What is left in the books of a year, in one statement. */
export async function yearEndBalances(tx: Tx, yearId: string): Promise<YearEndBalances> {
  const rows: { chart: string; balance: string }[] = await tx.query(
    `select a.chart, sum(b.balance)::text as balance from ledger_account a join account_balance b on b.account_id = a.id
      where a.book = $1 and a.chart = any($2) group by a.chart`,
    [yearBook(yearId), [BUDGET, RETURNED, OUTSTANDING, PAYABLE_PUBLIC].map(({ code }) => code)],
  );
  const of = (code: string): bigint => BigInt(rows.find(({ chart }) => chart === code)?.balance ?? '0');
  return { budgetWon: of(BUDGET.code), returnedWon: of(RETURNED.code), outstandingWon: of(OUTSTANDING.code), payableWon: of(PAYABLE_PUBLIC.code) };
}

/** The year after in the same programme, or null. */
export async function findNextYear(tx: Tx, { programmeId, kind, fiscalYear }: VoucherYear): Promise<VoucherYear | null> {
  const rows: { id: string }[] = await tx.query('select id from voucher_year where programme_id = $1 and kind = $2 and fiscal_year = $3', [programmeId, kind, fiscalYear + 1]);
  return rows[0] === undefined ? null : getYear(tx, rows[0].id);
}

/** Selected or agreed, and not issued. */
export async function countWaiting(tx: Tx, yearId: string): Promise<number> {
  const rows: { count: number }[] = await tx.query(
    `select count(*)::int as count from voucher v join voucher_state s on s.voucher_id = v.id where v.year_id = $1 and s.state in ('SELECTED', 'AGREED')`,
    [yearId],
  );
  return rows[0]?.count ?? 0;
}
