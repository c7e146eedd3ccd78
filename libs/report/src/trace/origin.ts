import type { LocalDate } from '#libs/calendar';
import type { Ground } from './ground.js';

/**
 * Lines of the ledger: those of one book on accounts of one kind, each on the normal side of its account. What is left out does
 * not narrow them. The point in both times is that of the report.
 */
export interface LedgerTerm {
  readonly book: string;
  readonly chart: string;
  /** What tells accounts of one kind apart (a line, an agreement, a partner): only theirs. */
  readonly parts?: readonly string[];
  /** Only entries by these posting rules, or all but those. */
  readonly postings?: readonly string[];
  readonly without?: readonly string[];
  /** Only entries that took effect on this day or later. */
  readonly from?: LocalDate;
  /** Only entries that took effect before this day. */
  readonly before?: LocalDate;
  /** Whether the lines are added to the figure or taken from it. */
  readonly sign: 1 | -1;
}

/** Where a figure comes from: the lines that it is the sum of, to the won. */
export type FigureOrigin = readonly LedgerTerm[];

/** Whether a figure comes from the ledger. */
export const isLedger = (origin: FigureOrigin | Ground | undefined): origin is FigureOrigin => Array.isArray(origin);

export type Narrowing = Omit<LedgerTerm, 'book' | 'chart' | 'sign'>;

export const plus = (book: string, chart: string, narrowing: Narrowing = {}): LedgerTerm => ({ book, chart, ...narrowing, sign: 1 });

export const minus = (book: string, chart: string, narrowing: Narrowing = {}): LedgerTerm => ({ book, chart, ...narrowing, sign: -1 });

/** Origins by column: those of whose accounts there are none are left out. */
export const originsOf = (columns: Readonly<Record<string, FigureOrigin>>): Readonly<Record<string, FigureOrigin>> =>
  Object.fromEntries(Object.entries(columns).filter(([, terms]) => terms.length > 0 && terms.every(({ parts }) => parts === undefined || parts.length > 0)));
