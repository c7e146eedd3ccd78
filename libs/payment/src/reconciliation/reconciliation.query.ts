import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { won, type Won } from '#libs/money';
import type { RefusedOnRecord } from './exception.rules.js';

/** The balance before the first of an account's lines as its statements say; null where none does. */
export async function openingBalance(tx: Tx, accountId: string, from: LocalDate): Promise<Won | null> {
  const rows: { won: string | null }[] = await tx.query(
    `select coalesce((select l.balance_won from bank_line l join bank_statement t on t.id = l.statement_id where l.account_id = $1 and l.value_on < $2 and l.balance_won is not null
                       order by l.value_on desc, l.time_of_day desc nulls first, t.recorded_at desc, l.position desc limit 1),
                     (select s.opening_won from bank_statement s where s.account_id = $1 and s.first_on >= $2 and s.opening_won is not null
                         and not exists (select 1 from bank_line l where l.account_id = $1 and l.value_on < s.first_on) order by s.first_on limit 1))::text as won`,
    [accountId, from],
  );
  const told = rows[0]?.won ?? null;
  return told === null ? null : won(told);
}

/** Rows that no statement of the account could be read from. */
export function listRefusedRows(tx: Tx, accountId: string): Promise<RefusedOnRecord[]> {
  return tx.query(
    `select s.file_name as "fileName", r.row_no as "rowNo", r.told, (s.recorded_at at time zone 'Asia/Seoul')::date as "receivedOn"
       from bank_refused_row r join bank_statement s on s.id = r.statement_id where s.account_id = $1 order by s.recorded_at, r.row_no`,
    [accountId],
  );
}
