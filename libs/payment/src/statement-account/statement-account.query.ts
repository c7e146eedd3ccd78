import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';

export interface StatementAccountRow {
  readonly id: string;
  /** Whose money alone is on it; null for an account of the house, which carries every book's. */
  readonly book: string | null;
  readonly name: string;
  readonly keptFrom: LocalDate;
  readonly holder: string;
  readonly bankCode: string;
  readonly numberTail: string;
  readonly numberLength: number;
  readonly lines: number;
  /** The days of the first and the last line; null before the first statement. */
  readonly firstOn: LocalDate | null;
  readonly lastOn: LocalDate | null;
  readonly openLines: number;
}

const ACCOUNTS = `
  select s.id, s.book, s.name, s.kept_from as "keptFrom", coalesce(p.name, k.holder) as holder, coalesce(a.bank_code, k.bank_code) as "bankCode",
         coalesce(a.number_tail, right(k.account_number, 4)) as "numberTail", coalesce(a.number_length, length(k.account_number)) as "numberLength",
         l.lines, l.first_on as "firstOn", l.last_on as "lastOn", l.open_lines as "openLines"
    from statement_account s left join bank_account a on a.id = s.bank_account_id left join party p on p.id = a.party_id
    left join custodian_account k on k.id = s.custodian_account_id
    cross join lateral (
      select count(*)::int as lines, min(value_on) as first_on, max(value_on) as last_on, count(*) filter (where t.open_won <> 0)::int as open_lines
        from bank_line b join bank_line_state t on t.line_id = b.id where b.account_id = s.id) l`;

/** The accounts whose statements the house keeps, by name. */
export const listStatementAccounts = (tx: Tx): Promise<StatementAccountRow[]> => tx.query(`${ACCOUNTS} order by s.name, s.id`);

export async function getStatementAccount(tx: Tx, id: string): Promise<StatementAccountRow> {
  const rows: StatementAccountRow[] = await tx.query(`${ACCOUNTS} where s.id = $1`, [id]);
  if (rows[0] === undefined) throw notFound({ ko: '대사 계좌', en: 'statement account' }, id);
  return rows[0];
}
