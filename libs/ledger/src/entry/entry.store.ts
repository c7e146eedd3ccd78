import type { CommandContext } from '#libs/command';
import { askPrepared, type Tx } from '#libs/database';
import { invariant } from '#libs/errors';
import type { AccountRef, JournalEntry } from '#libs/journal';

/**
 * Opens those of `accounts` that are not open yet and answers the number of each by key. Floors come from the chart,
 * in the database; nobody opens an account with a floor of their own.
 */
export async function openAccounts(tx: Tx, accounts: readonly AccountRef[]): Promise<ReadonlyMap<string, string>> {
  const byKey = new Map(accounts.map((each) => [each.key, each]));
  const keys = [...byKey.keys()];
  const numbers = await findNumbers(tx, keys);
  const missing = [...byKey.values()].filter((each) => !numbers.has(each.key));
  if (missing.length === 0) return numbers;
  await tx.query(
    `insert into ledger_account (key, book, chart, unit, normal_side)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::char[]) on conflict (key) do nothing`,
    [
      missing.map((each) => each.key),
      missing.map((each) => each.book),
      missing.map((each) => each.chart.code),
      missing.map((each) => each.chart.unit),
      missing.map((each) => each.chart.normalSide),
    ],
  );
  return findNumbers(tx, keys);
}

async function findNumbers(tx: Tx, keys: readonly string[]): Promise<Map<string, string>> {
  const rows = await askPrepared<{ key: string; id: string }>(tx, 'select key, id from ledger_account where key = any($1)', [keys]);
  return new Map(rows.map((row) => [row.key, row.id]));
}

/** Locks the balances of open accounts in one order and answers, by number, what is left of each above its floor; null: it has none. */
export async function lockBalances(tx: Tx, numbers: readonly string[]): Promise<ReadonlyMap<string, bigint | null>> {
  const rows: { id: string; available: string | null }[] = await tx.query('select account_id as id, available from lock_balances($1)', [numbers]);
  return new Map(rows.map(({ id, available }) => [id, available === null ? null : BigInt(available)]));
}

/** Takes `count` entry numbers in ascending order. */
export async function reserveEntryNumbers(tx: Tx, count: number): Promise<string[]> {
  const rows = await askPrepared<{ id: string }>(
    tx,
    `select nextval('journal_entry_id_seq') as id from generate_series(1, $1)`,
    [count],
  );
  return rows.map((row) => row.id);
}

export interface EntryRow {
  readonly id: string;
  readonly entry: JournalEntry;
  readonly reverses: string | null;
  /** The command that posts it, and when. */
  readonly context: Pick<CommandContext, 'commandId' | 'now'>;
}

/**
 * Appends entries of one or several commands, and their lines: one statement each, however many there are. The trigger on the
 * lines moves the balances.
 */
export async function appendEntries(tx: Tx, rows: readonly EntryRow[], numbers: ReadonlyMap<string, string>): Promise<void> {
  await askPrepared(
    tx,
    `insert into journal_entry (id, posting, book, effective_on, known_at, command_id, subject_kind, subject_id, memo, reverses)
     select * from unnest($1::bigint[], $2::text[], $3::text[], $4::date[], $5::timestamptz[], $6::uuid[], $7::text[], $8::uuid[], $9::text[], $10::bigint[])`,
    [
      rows.map((row) => row.id),
      rows.map((row) => row.entry.posting.code),
      rows.map((row) => row.entry.book),
      rows.map((row) => row.entry.effectiveOn),
      rows.map((row) => row.entry.knownAt ?? row.context.now),
      rows.map((row) => row.context.commandId),
      rows.map((row) => row.entry.subject.kind),
      rows.map((row) => row.entry.subject.id),
      rows.map((row) => row.entry.memo),
      rows.map((row) => row.reverses),
    ],
  );
  const lines = rows.flatMap((row) => row.entry.lines.map((line, index) => ({ entryId: row.id, year: row.entry.effectiveOn.slice(0, 4), index, line })));
  await askPrepared(
    tx,
    `insert into entry_line (entry_id, line_no, account_id, side, amount, fiscal_year)
     select * from unnest($1::bigint[], $2::smallint[], $3::bigint[], $4::char[], $5::bigint[], $6::smallint[])`,
    [
      lines.map((each) => each.entryId),
      lines.map((each) => each.index + 1),
      lines.map((each) => numberOf(numbers, each.line.account)),
      lines.map((each) => each.line.side),
      lines.map((each) => each.line.amount.toString()),
      lines.map((each) => each.year),
    ],
  );
}

function numberOf(numbers: ReadonlyMap<string, string>, account: AccountRef): string {
  const id = numbers.get(account.key);
  invariant(id !== undefined, `account ${account.key} was not opened`);
  return id;
}

export interface StoredEntry {
  readonly id: string;
  readonly posting: string;
  readonly book: string;
  readonly memo: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly commandId: string;
  readonly lines: readonly { readonly chart: string; readonly key: string; readonly side: 'D' | 'C'; readonly amount: string }[];
}

/** Entries about one subject that stand (not reversed, not reversals), oldest first. */
export async function findStandingEntries(tx: Tx, subject: { kind: string; id: string }): Promise<StoredEntry[]> {
  return tx.query(
    `select e.id, e.posting, e.book, e.memo, e.subject_kind as "subjectKind", e.subject_id as "subjectId", e.command_id as "commandId",
            (select json_agg(json_build_object('chart', a.chart, 'key', a.key, 'side', l.side, 'amount', l.amount::text) order by l.line_no)
               from entry_line l join ledger_account a on a.id = l.account_id where l.entry_id = e.id) as lines
       from journal_entry e
      where e.subject_kind = $1 and e.subject_id = $2 and e.reverses is null
        and not exists (select 1 from journal_entry r where r.reverses = e.id)
      order by e.id`,
    [subject.kind, subject.id],
  );
}
