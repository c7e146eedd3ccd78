import type { Tx } from '#libs/database';
import { insertPage } from '../chain/chain.store.js';
import { LEAVES_A_PAGE } from '../chain/page.js';
import { MerkleRoot } from '../merkle/merkle.js';
import { hashOfLeaf, rowDigest } from '../row/row.js';
import type { SealedTable } from '../row/sealed-table.js';
import { readRows } from '../row/sealed-table.query.js';

/** Digests the rows between two ticks, table by table, writes their leaves page by page, and gives the tree over all of them. */
export async function writeLeaves(tx: Tx, batchNumber: number, tables: readonly SealedTable[], ticks: { from: bigint; until: bigint }): Promise<MerkleRoot> {
  const tree = new MerkleRoot();
  let pageNo = 0;
  for (const table of tables) {
    let [keys, digests]: [string[], string[]] = [[], []];
    const flush = async (): Promise<void> => {
      if (keys.length > 0) await insertPage(tx, { batchNumber, pageNo: pageNo++, table: table.name, keys, digests });
      [keys, digests] = [[], []];
    };
    for await (const { key, row } of readRows(tx, table, ticks.from, ticks.until)) {
      const digest = rowDigest(table.name, row);
      tree.add(hashOfLeaf({ table: table.name, key, digest }));
      keys.push(key);
      digests.push(digest);
      if (keys.length === LEAVES_A_PAGE) await flush();
    }
    await flush();
  }
  return tree;
}
