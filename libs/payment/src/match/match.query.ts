import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { Bilingual } from '#libs/errors';
import { won } from '#libs/money';
import type { ExpectedMove, ExpectedMoveSource, Proof, Reason } from './match.js';

/** A movement as SQL tells it: amounts are text. */
type MoveRow = Omit<ExpectedMove, 'amountWon'> & { readonly amountWon: string };

/** A source that asks one statement for the columns of `MoveRow`; `$1` and `$2` are the first and the last day. */
export function moveSource(kind: string, name: Bilingual, sql: string): ExpectedMoveSource {
  return {
    kind,
    name,
    list: async (tx, from, to) => {
      const rows: Omit<MoveRow, 'kind'>[] = await tx.query(sql, [from, to]);
      return rows.map((row) => ({ ...row, kind, amountWon: won(row.amountWon) }));
    },
  };
}

/** What was found of a line, and stands. */
export interface StandingMatch {
  readonly id: string;
  /** Null where it is explained without a record. */
  readonly kind: string | null;
  readonly recordId: string | null;
  readonly reasonCode: string | null;
  readonly note: string | null;
  readonly amountWon: string;
  readonly label: string;
  readonly score: number;
  readonly reasons: readonly Reason[];
  readonly confirmedBy: string | null;
}

export interface BankLineRow {
  readonly id: string;
  readonly accountId: string;
  /** Whose money alone is on the account; null where it carries every book's. */
  readonly book: string | null;
  readonly statementId: string;
  readonly fileName: string;
  readonly rowNo: number;
  readonly position: number;
  readonly valueOn: LocalDate;
  readonly timeOfDay: string | null;
  readonly amountWon: string;
  readonly balanceWon: string | null;
  readonly openWon: string;
  readonly reversed: boolean;
  readonly isReversal: boolean;
  readonly counterparty: string | null;
  readonly kind: string | null;
  readonly memo: string | null;
  readonly reference: string | null;
  /** The natural person who brought it in. */
  readonly importedBy: string | null;
  readonly matches: readonly StandingMatch[];
}

const LINES = `
  select l.id, l.account_id as "accountId", a.book, l.statement_id as "statementId", t.file_name as "fileName", l.row_no as "rowNo", l.position, l.value_on as "valueOn",
         to_char(l.time_of_day, 'HH24:MI:SS') as "timeOfDay", l.amount_won::text as "amountWon", l.balance_won::text as "balanceWon", s.open_won::text as "openWon", s.reversed,
         l.is_reversal as "isReversal", l.counterparty, l.kind, l.memo, l.reference, person_of(t.command_id) as "importedBy",
         coalesce((select json_agg(json_build_object('id', m.id, 'kind', m.kind, 'recordId', m.record_id, 'reasonCode', m.reason_code, 'note', m.note, 'amountWon', m.amount_won::text,
                                                     'label', m.label, 'score', m.score, 'reasons', m.reasons, 'confirmedBy', u.name) order by m.recorded_at, m.id)
                     from bank_match m left join bank_match_undo z on z.match_id = m.id left join command_author c on c.id = m.command_id left join app_user u on u.id = c.actor_id
                    where m.line_id = l.id and z.match_id is null), '[]'::json) as matches
    from bank_line l join bank_line_state s on s.line_id = l.id join bank_statement t on t.id = l.statement_id join statement_account a on a.id = l.account_id`;

/** Lines of an account in turn, from a day to a day. */
export function listBankLines(tx: Tx, accountId: string, from: LocalDate, to: LocalDate): Promise<BankLineRow[]> {
  return tx.query(`${LINES} where l.account_id = $1 and l.value_on between $2 and $3 order by l.value_on, l.time_of_day nulls last, t.recorded_at, l.position`, [accountId, from, to]);
}

/** These lines, those out of sight left out. */
export function findBankLines(tx: Tx, ids: readonly string[]): Promise<BankLineRow[]> {
  return tx.query(`${LINES} where l.id = any ($1) order by l.value_on, l.id`, [ids]);
}

/** Books whose money is on an account of their own, each with the first day of its statements: an account of the house need not show it. */
export async function booksApart(tx: Tx): Promise<ReadonlyMap<string, LocalDate>> {
  const rows: { book: string; since: LocalDate }[] = await tx.query('select book, min(kept_from) as since from statement_account where book is not null group by book');
  return new Map(rows.map(({ book, since }) => [book, since]));
}

/** Records that are a line already, as `<kind> <id>`. */
export async function recordsTaken(tx: Tx): Promise<ReadonlySet<string>> {
  const rows: { key: string }[] = await tx.query(`select kind || ' ' || record_id as key from bank_record_taken`);
  return new Set(rows.map(({ key }) => key));
}

/** A match that was undone, as its source is told of it; `reversedOn`: the day on which the bank took its line back. */
type Undone = Omit<Proof, 'amountWon'> & { readonly kind: string; readonly amountWon: string; readonly reversedOn: LocalDate | null };

/** What these matches said, those without a record left out. */
export function disproofsOf(tx: Tx, matchIds: readonly string[]): Promise<Undone[]> {
  return tx.query(
    `select m.id as "matchId", m.kind, m.record_id as "recordId", m.amount_won::text as "amountWon", b.value_on as "reversedOn",
            json_build_object('id', l.id, 'accountId', l.account_id, 'valueOn', l.value_on, 'counterparty', l.counterparty, 'memo', l.memo, 'reference', l.reference) as line
       from bank_match m join bank_line l on l.id = m.line_id left join bank_reversal r on r.reversed_line_id = l.id left join bank_line b on b.id = r.line_id
      where m.id = any ($1) and m.kind is not null order by m.recorded_at, m.id`,
    [matchIds],
  );
}

/** The line of a match that stands; null where it was undone, or is out of sight. */
export async function findStandingMatch(tx: Tx, id: string): Promise<{ readonly lineId: string; readonly label: string; readonly undone: boolean } | null> {
  const rows: { lineId: string; label: string; undone: boolean }[] = await tx.query(
    `select m.line_id as "lineId", m.label, z.match_id is not null as undone from bank_match m left join bank_match_undo z on z.match_id = m.id where m.id = $1`,
    [id],
  );
  return rows[0] ?? null;
}
