import { invariant, type Bilingual } from '#libs/errors';

export type AccountClass = 'ASSET' | 'LIABILITY' | 'EQUITY' | 'INCOME' | 'EXPENSE' | 'MEMO';
export type Side = 'D' | 'C';
/** What a line counts: whole won, or pieces of something. Entries balance per unit. */
export type Unit = 'KRW' | 'VOUCHER' | 'COMPANY' | 'SHARE';

/** A kind of account. Every account of a kind counts in one unit, grows on one side and has one floor. */
export interface Chart {
  readonly code: string;
  readonly class: AccountClass;
  readonly normalSide: Side;
  readonly unit: Unit;
  /** The balance, counted on the normal side, may never fall below this; null where it may take any value. */
  readonly floor: bigint | null;
  readonly name: Bilingual;
}

/** One account: a kind, and the names that make it one of its kind. */
export interface AccountRef {
  readonly chart: Chart;
  /** The set of books it belongs to; an entry never crosses books. */
  readonly book: string;
  /** Unique: book, kind and whatever else tells it apart. */
  readonly key: string;
}

/** Names an account of `chart` in `book`; `parts` tell accounts of one kind apart (a partner, an investment). */
export function account(chart: Chart, book: string, ...parts: readonly string[]): AccountRef {
  return { chart, book, key: [book, chart.code, ...parts].join('/') };
}

/** Makes a chart from its definition; exists so that a chart reads as a sentence where it is declared. */
export function defineChart(chart: Chart): Chart {
  invariant(/^[a-z]+(\.[a-z]+(-[a-z]+)*)+$/.test(chart.code), `chart code ${chart.code} is not dotted kebab case`);
  return chart;
}
