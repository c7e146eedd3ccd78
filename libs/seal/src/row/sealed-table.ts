import type { Bilingual } from '#libs/errors';

/** Rows that are sealed as part of another one. */
export interface Part {
  readonly table: string;
  readonly columns: readonly string[];
  readonly plain: ReadonlySet<string>;
  /** Its column that names the row it belongs to, and the column of that row. */
  readonly of: string;
  readonly to: string;
  readonly orderBy: string;
}

/** A table of facts as the catalogue of the database describes it. */
export interface SealedTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** Those whose text never holds a letter that JSON escapes (numbers, dates, identifiers). */
  readonly plain: ReadonlySet<string>;
  /** The columns of the primary key, in its order. */
  readonly key: readonly string[];
  readonly parts: readonly Part[];
}

/** Tables whose rows are sealed inside the rows of another table. */
export const PARTS: Readonly<Record<string, readonly Omit<Part, 'columns' | 'plain'>[]>> = {
  journal_entry: [{ table: 'entry_line', of: 'entry_id', to: 'id', orderBy: 'line_no' }],
};

/**
 * Append-only tables that have no leaves of their own, with the reason. Everything else that is append-only is sealed: a
 * new table is, unless its migration asks for the opposite and it is named here.
 */
export const NOT_SEALED: Readonly<Record<string, Bilingual>> = {
  outbox: { ko: '명령 이력에 봉인된 내용을 다시 알리는 표', en: 'Repeats what the sealed command log says, for those who listen' },
  entry_line: { ko: '전표와 함께 봉인', en: 'Sealed inside its entry' },
  seal_batch: { ko: '봉인 자체: 서명과 사슬로 보호', en: 'The seal itself: signed and chained' },
  seal_page: { ko: '봉인 자체: 회차의 머클 루트로 보호', en: 'The seal itself: under the root of its batch' },
  seal_anchor: { ko: '봉인 자체: 사슬 및 앵커 파일과 대조', en: 'The seal itself: compared with the chain and the anchor files' },
  seal_timestamp: { ko: '봉인 자체: 시점확인기관의 서명으로 보호', en: 'The seal itself: signed by the authority' },
};

/** Tables whose rows stay in the house: an export carries their leaves and not what they say. */
export const NOT_EXPORTED: ReadonlySet<string> = new Set(['user_password']);
