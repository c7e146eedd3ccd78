import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';

export interface AccountBalance {
  readonly key: string;
  readonly chart: string;
  readonly nameKo: string;
  readonly nameEn: string;
  readonly class: string;
  readonly unit: string;
  readonly normalSide: string;
  /** On the normal side; text of digits. */
  readonly balance: string;
  readonly held: string;
  readonly floor: string | null;
  readonly lineCount: number;
}

const ACCOUNT_COLUMNS = `a.key, a.chart, c.name_ko as "nameKo", c.name_en as "nameEn", c.class, a.unit, a.normal_side as "normalSide"`;

/** The accounts of a book with their present balances, from the balance rows. */
export async function listBalances(tx: Tx, book: string): Promise<AccountBalance[]> {
  return tx.query(
    `select ${ACCOUNT_COLUMNS}, b.balance::text, b.held::text, b.floor::text, b.line_count::int as "lineCount"
       from ledger_account a
       join account_balance b on b.account_id = a.id
       join ledger_chart c on c.code = a.chart
      where a.book = $1 order by c.class, a.chart, a.key`,
    [book],
  );
}

/** The same with the accounts of one kind in one row, keyed by book and kind: a book may have an account for each of very many things. */
export async function listChartBalances(tx: Tx, book: string): Promise<AccountBalance[]> {
  return tx.query(
    `select a.book || '/' || a.chart as key, a.chart, c.name_ko as "nameKo", c.name_en as "nameEn", c.class, a.unit, a.normal_side as "normalSide",
            sum(b.balance)::text as balance, sum(b.held)::text as held, c.floor::text, sum(b.line_count)::int as "lineCount"
       from ledger_account a
       join account_balance b on b.account_id = a.id
       join ledger_chart c on c.code = a.chart
      where a.book = $1
      group by a.book, a.chart, c.name_ko, c.name_en, c.class, a.unit, a.normal_side, c.floor
      order by c.class, a.chart`,
    [book],
  );
}

/** The same as of the end of `asOf`, from the entries known before `knownBefore`. */
export async function listBalancesAsOf(tx: Tx, book: string, asOf: LocalDate, knownBefore: Date): Promise<AccountBalance[]> {
  return tx.query(
    `select ${ACCOUNT_COLUMNS},
            sum(case when l.side = a.normal_side then l.amount else -l.amount end)::text as balance,
            '0' as held, b.floor::text, count(*)::int as "lineCount"
       from journal_entry e
       join entry_line l on l.entry_id = e.id
       join ledger_account a on a.id = l.account_id
       join account_balance b on b.account_id = a.id
       join ledger_chart c on c.code = a.chart
      where e.book = $1 and e.effective_on <= $2 and e.known_at < $3
      group by a.key, a.chart, c.name_ko, c.name_en, c.class, a.unit, a.normal_side, b.floor
      order by c.class, a.chart, a.key`,
    [book, asOf, knownBefore],
  );
}

/** The balance of one account, zero where it was never opened; on its normal side. */
export async function balanceOf(tx: Tx, key: string): Promise<bigint> {
  const rows: { balance: string }[] = await tx.query(
    'select b.balance::text from ledger_account a join account_balance b on b.account_id = a.id where a.key = $1',
    [key],
  );
  return BigInt(rows[0]?.balance ?? '0');
}
