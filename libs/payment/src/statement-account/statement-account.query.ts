import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';

export interface StatementAccountRow {
  readonly id: string;
  readonly bankAccountId: string;
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
  select s.id, s.bank_account_id as "bankAccountId", s.name, s.kept_from as "keptFrom", p.name as holder, a.bank_code as "bankCode", a.number_tail as "numberTail",
         a.number_length as "numberLength", l.lines, l.first_on as "firstOn", l.last_on as "lastOn", l.open_lines as "openLines"
    from statement_account s join bank_account a on a.id = s.bank_account_id join party p on p.id = a.party_id
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
