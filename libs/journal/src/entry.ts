import type { LocalDate } from '#libs/calendar';
import { invariant } from '#libs/errors';
import type { AccountRef, Side } from './chart.js';
import type { PostingRule } from './posting-rule.js';

export interface Line {
  readonly account: AccountRef;
  readonly side: Side;
  /** Whole units, above zero. */
  readonly amount: bigint;
}

/** The thing of the business that an entry is about. */
export interface Subject {
  readonly kind: string;
  readonly id: string;
}

export interface JournalEntry {
  readonly posting: PostingRule;
  readonly book: string;
  readonly effectiveOn: LocalDate;
  /** When the fact counts as known; null means "now, by the clock of the command". */
  readonly knownAt: Date | null;
  readonly subject: Subject;
  readonly memo: string;
  readonly lines: readonly Line[];
}

export interface EntryDraft {
  readonly effectiveOn: LocalDate;
  readonly knownAt?: Date | null;
  readonly subject: Subject;
  readonly memo: string;
  /** Lines of amount zero are left out: a posting may say what it moves without asking whether there is any. */
  readonly lines: readonly Line[];
}

export const debit = (account: AccountRef, amount: bigint): Line => ({ account, side: 'D', amount });
export const credit = (account: AccountRef, amount: bigint): Line => ({ account, side: 'C', amount });

/**
 * Makes an entry of `posting`. Throws `InvariantError` (a posting rule that does not balance is a bug, not a user's
 * mistake) unless debits equal credits in every unit, all amounts are above zero and all accounts lie in one book.
 */
export function journalEntry(posting: PostingRule, draft: EntryDraft): JournalEntry {
  const lines = draft.lines.filter((line) => line.amount !== 0n);
  const book = lines[0]?.account.book;
  invariant(book !== undefined, `${posting.code}: an entry needs lines`);
  const sums = new Map<string, bigint>();
  for (const { account, side, amount } of lines) {
    invariant(amount > 0n, `${posting.code}: amount ${amount} on ${account.key} is not above zero`);
    invariant(account.book === book, `${posting.code}: ${account.key} lies outside the book ${book}`);
    invariant(posting.charts.includes(account.chart), `${posting.code}: does not name the chart ${account.chart.code}`);
    const signed = side === 'D' ? amount : -amount;
    sums.set(account.chart.unit, (sums.get(account.chart.unit) ?? 0n) + signed);
  }
  for (const [unit, difference] of sums) {
    invariant(difference === 0n, `${posting.code}: debits and credits differ by ${difference} ${unit}`);
  }
  return { posting, book, effectiveOn: draft.effectiveOn, knownAt: draft.knownAt ?? null, subject: draft.subject, memo: draft.memo, lines };
}

/** The entry that undoes `entry`: every line on its other side. */
export function mirrored(lines: readonly Line[]): readonly Line[] {
  return lines.map((line) => ({ ...line, side: line.side === 'D' ? 'C' : 'D' }));
}
