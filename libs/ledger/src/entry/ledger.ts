import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invariant } from '#libs/errors';
import { account, journalEntry, mirrored, type AccountRef, type JournalEntry, type PostingRegistry, type PostingRule, type Subject } from '#libs/journal';
import { addDays, type LocalDate } from '#libs/calendar';
import { explaining } from './ledger-error.js';
import { appendEntries, findStandingEntries, lockBalances, openAccounts, reserveEntryNumbers, type EntryRow, type StoredEntry } from './entry.store.js';

/** An entry as a preview or an answer shows it. */
export interface PostedEntry {
  readonly id: string;
  readonly posting: string;
  readonly memo: string;
  readonly effectiveOn: LocalDate;
  readonly lines: readonly { readonly account: string; readonly chart: string; readonly side: 'D' | 'C'; readonly amountWon: string }[];
}

/** Writes to the books. Reading them is the business of `ledger.query.ts`. */
export class Ledger {
  constructor(readonly registry: PostingRegistry) {}

  /**
   * Posts entries, set-based: the cost of the database is four statements, however many entries there are. Throws
   * `DomainError` rule_broken when a floor or a closed period refuses; the transaction is lost then.
   */
  async post(tx: Tx, context: CommandContext, entries: readonly JournalEntry[]): Promise<readonly PostedEntry[]> {
    return this.postAll(tx, entries.map((entry) => ({ context, entry })));
  }

  /** The same for the entries of several commands that share a transaction; answers in their order. One floor that refuses, refuses them all. */
  async postAll(tx: Tx, postings: readonly { readonly context: CommandContext; readonly entry: JournalEntry }[]): Promise<readonly PostedEntry[]> {
    return this.append(tx, postings.map(({ context, entry }) => ({ context, entry, reverses: null })));
  }

  /**
   * What can still be spent of each account by its key, on its normal side; null where it has no floor. Nobody else can touch them
   * until the transaction ends, so a batch can refuse single items before the floor refuses all of them. Name every account of the
   * batch at once: balances are locked in one order. Comes after `consumeHolds`.
   */
  async lockAvailable(tx: Tx, accounts: readonly AccountRef[]): Promise<ReadonlyMap<string, bigint | null>> {
    const numbers = await openAccounts(tx, accounts);
    const available = await lockBalances(tx, [...numbers.values()]);
    return new Map([...numbers].map(([key, number]) => [key, available.get(number) ?? null]));
  }

  /**
   * Undoes every standing entry about `subject` by mirrored entries dated `effectiveOn`, linked to what they undo.
   * An entry can be reversed once; that too is a constraint of the database.
   */
  async reverse(tx: Tx, context: CommandContext, subject: Subject, effectiveOn: LocalDate, posting: PostingRule): Promise<readonly PostedEntry[]> {
    const standing = await findStandingEntries(tx, subject);
    return this.append(tx, standing.map((stored) => ({ context, entry: this.reversal(stored, effectiveOn, posting), reverses: stored.id })));
  }

  /**
   * The day on which a fact of `wanted` can still be booked: that day, or the first one after the close. The fact keeps its
   * own date where it is recorded; only the entry moves into the open period.
   */
  async bookableDay(tx: Tx, book: string, wanted: LocalDate): Promise<LocalDate> {
    const rows: { closed: LocalDate | null }[] = await tx.query('select books_closed_through($1) as closed', [book]);
    const closed = rows[0]?.closed ?? null;
    return closed === null || wanted > closed ? wanted : addDays(closed, 1);
  }

  /** Closes the books of `book` through `closedThrough`: nothing dated on or before that day is posted any more. */
  async closePeriod(tx: Tx, context: CommandContext, book: string, closedThrough: LocalDate): Promise<void> {
    if (closedThrough >= context.today) {
      throw new DomainError('invalid', 'period.not-over', {
        ko: '아직 끝나지 않은 기간은 마감할 수 없습니다. 어제까지의 날짜를 입력해 주세요.',
        en: 'A period that is not over cannot be closed. Give a date before today.',
      });
    }
    try {
      await tx.query('insert into period_close (book, closed_through, command_id) values ($1, $2, $3)', [book, closedThrough, context.commandId]);
    } catch (error) {
      throw (error as { driverError?: { constraint?: string } }).driverError?.constraint === 'period_close_forward'
        ? new DomainError('conflict', 'period.closed-already', { ko: '이미 그 날짜까지 마감되어 있습니다.', en: 'The books are closed through that day already.' })
        : error;
    }
  }

  /** Undoes the one standing entry about `subject` that is `wanted`, the oldest where several are alike; a subject has entries that stay. */
  async reverseOne(tx: Tx, context: CommandContext, subject: Subject, effectiveOn: LocalDate, posting: PostingRule, wanted: (entry: StoredEntry) => boolean): Promise<readonly PostedEntry[]> {
    const stored = (await findStandingEntries(tx, subject)).find(wanted);
    invariant(stored !== undefined, `no standing entry about ${subject.kind} ${subject.id} is the one to be undone`);
    return this.append(tx, [{ context, entry: this.reversal(stored, effectiveOn, posting), reverses: stored.id }]);
  }

  private reversal(stored: StoredEntry, effectiveOn: LocalDate, posting: PostingRule): JournalEntry {
    const lines = stored.lines.map((line) => {
      const chart = this.registry.charts.find((each) => each.code === line.chart);
      invariant(chart !== undefined, `chart ${line.chart} is not registered`);
      return { account: { ...account(chart, stored.book), key: line.key }, side: line.side, amount: BigInt(line.amount) };
    });
    const charts = [...new Set(lines.map((line) => line.account.chart))];
    return journalEntry(
      { ...posting, charts },
      { effectiveOn, subject: { kind: stored.subjectKind, id: stored.subjectId }, memo: stored.memo, lines: mirrored(lines) },
    );
  }

  private async append(tx: Tx, drafts: readonly Omit<EntryRow, 'id'>[]): Promise<readonly PostedEntry[]> {
    if (drafts.length === 0) return [];
    return explaining(async () => {
      const numbers = await openAccounts(tx, drafts.flatMap(({ entry }) => entry.lines.map((line) => line.account)));
      const ids = await reserveEntryNumbers(tx, drafts.length);
      const rows = drafts.map((draft, index) => ({ ...draft, id: ids[index] ?? '' }));
      await appendEntries(tx, rows, numbers);
      return rows.map(shown);
    });
  }
}

function shown({ id, entry }: EntryRow): PostedEntry {
  return {
    id,
    posting: entry.posting.code,
    memo: entry.memo,
    effectiveOn: entry.effectiveOn,
    lines: entry.lines.map((line) => ({
      account: line.account.key,
      chart: line.account.chart.code,
      side: line.side,
      amountWon: line.amount.toString(),
    })),
  };
}
