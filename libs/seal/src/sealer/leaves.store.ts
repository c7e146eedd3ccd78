import type { Tx } from '#libs/database';
import { MerkleRoot } from '../merkle/merkle.js';
import type { SealedTable } from '../row/sealed-table.js';
import { leavesOf } from '../row/sealed-table.query.js';

const HASH_BYTES = 32;
/** Leaves of one page: what a verifier holds at a time. */
const PAGE = 2_000;

interface TablePages {
  readonly pages: number;
  /** The leaf hashes one after another. */
  readonly hashes: Buffer | null;
}

/**
 * Digests the rows between two ticks, table by table, writes their leaves page by page, and gives the tree over all of them.
 * The rows stay in the database: only the hash of each leaf comes out, because what moves a row out costs writers more than
 * what hashes it.
 */
export async function writeLeaves(tx: Tx, batchNumber: number, tables: readonly SealedTable[], ticks: { from: bigint; until: bigint }): Promise<MerkleRoot> {
  const tree = new MerkleRoot();
  let firstPage = 0;
  for (const table of tables) {
    const { pages, hashes } = await writeTable(tx, { batchNumber, firstPage }, table, ticks);
    for (let at = 0; hashes !== null && at < hashes.length; at += HASH_BYTES) tree.add(hashes.subarray(at, at + HASH_BYTES));
    firstPage += pages;
  }
  return tree;
}

async function writeTable(tx: Tx, place: { batchNumber: number; firstPage: number }, table: SealedTable, ticks: { from: bigint; until: bigint }): Promise<TablePages> {
  const rows: TablePages[] = await tx.query(
    `with leaf as materialized (${leavesOf(table, ticks.from, ticks.until)}),
          page as (
            insert into seal_page (batch_number, page_no, table_name, keys, digests)
            select $1, $2 + place / ${PAGE}, '${table.name}', array_agg(key order by place), string_agg(digest, ''::bytea order by place)
              from leaf group by place / ${PAGE} returning page_no)
     select (select count(*)::int from page) as pages, (select string_agg(hash, ''::bytea order by place) from leaf) as hashes`,
    [place.batchNumber, place.firstPage],
  );
  return rows[0] ?? { pages: 0, hashes: null };
}
