import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { won } from '#libs/money';
import type { StandingLine, StatementFormat } from './statement.js';

/** Which of these keys a line of the account has already. */
export async function keysOnRecord(tx: Tx, accountId: string, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const rows: { key: string }[] = await tx.query('select line_key as key from bank_line where account_id = $1 and line_key = any ($2)', [accountId, keys]);
  return new Set(rows.map(({ key }) => key));
}

/** Lines that are neither a settled reversal nor reversed, as long as a reversal still looks for one of them; in turn. */
export async function linesThatMayBeReversed(tx: Tx, accountId: string): Promise<StandingLine[]> {
  const rows: (Omit<StandingLine, 'amountWon'> & { readonly amountWon: string })[] = await tx.query(
    `with open as (select l.* from bank_line l join bank_line_state s on s.line_id = l.id where l.account_id = $1 and not s.reversed)
     select id, value_on as "valueOn", amount_won::text as "amountWon", counterparty, is_reversal as "isReversal" from open o
      where o.is_reversal or exists (select 1 from open r where r.is_reversal and r.amount_won = - o.amount_won and r.value_on >= o.value_on)
      order by value_on, position`,
    [accountId],
  );
  return rows.map((row) => ({ ...row, amountWon: won(row.amountWon) }));
}

export interface BankStatementRow {
  readonly id: string;
  readonly format: StatementFormat;
  readonly fileName: string;
  readonly firstOn: LocalDate;
  readonly lastOn: LocalDate;
  readonly openingWon: string | null;
  readonly closingWon: string | null;
  readonly differenceWon: string | null;
  readonly added: number;
  readonly known: number;
  readonly refused: number;
  readonly importedBy: string | null;
  readonly recordedAt: Date;
}

/** The statements of an account, the latest first. */
export function listBankStatements(tx: Tx, accountId: string): Promise<BankStatementRow[]> {
  return tx.query(
    `select s.id, s.format, s.file_name as "fileName", s.first_on as "firstOn", s.last_on as "lastOn", s.opening_won::text as "openingWon", s.closing_won::text as "closingWon",
            s.difference_won::text as "differenceWon", s.added, s.known, (select count(*)::int from bank_refused_row r where r.statement_id = s.id) as refused,
            u.name as "importedBy", s.recorded_at as "recordedAt"
       from bank_statement s left join command_author c on c.id = s.command_id left join app_user u on u.id = c.actor_id
      where s.account_id = $1 order by s.recorded_at desc`,
    [accountId],
  );
}
