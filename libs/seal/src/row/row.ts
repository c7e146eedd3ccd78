import { hash } from 'node:crypto';
import { canonicalJson } from '#libs/command';
import { leafHash } from '../merkle/merkle.js';

/**
 * A row as it is sealed: each column as PostgreSQL writes it under fixed settings (UTC, ISO dates, hexadecimal bytes),
 * columns without a value left out, so that a column which is added later and stays empty changes nothing. Rows that
 * belong to this one (the lines of an entry) stand under the name of their table.
 */
// eslint-disable-next-line @typescript-eslint/consistent-indexed-object-style -- a type alias cannot name itself in a Record
export interface SealedRow {
  readonly [column: string]: string | readonly SealedRow[];
}

/** A leaf of the tree: which row it is, and the digest of what the row says. */
export interface Leaf {
  readonly table: string;
  readonly key: string;
  /** Of the row, SHA-256 in lower-case hexadecimal. */
  readonly digest: string;
}

/**
 * SHA-256 of a row in lower-case hexadecimal. The text is taken letter by letter: two spellings of one syllable (NFC and
 * NFD) are two rows. The name of the table goes in, so that no row passes for one of another table.
 */
export function rowDigest(table: string, row: SealedRow): string {
  return hash('sha256', `baton row 1\n${table}\n${canonicalJson(row)}`, 'hex');
}

/** What stands before the row in what is digested; for an escape string of SQL. */
export const digestPrefix = (table: string): string => `baton row 1\\n${table}\\n`;

/** The leaf hash says which row it is as well as what it says: a missing row can be named. */
export function hashOfLeaf({ table, key, digest }: Leaf): Buffer {
  return leafHash(Buffer.from(`${table}\n${key}\n${digest}`, 'utf8'));
}
