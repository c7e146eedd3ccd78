import type { Tx } from '#libs/database';
import { insertPage } from '../chain/chain.store.js';
import { MerkleRoot } from '../merkle/merkle.js';
import { hashOfLeaf } from '../row/row.js';
import type { SealedTable } from '../row/sealed-table.js';
import { readLeaves } from '../row/sealed-table.query.js';

/** Digests the rows between two ticks, table by table, writes their leaves page by page, and gives the tree over all of them. */
export async function writeLeaves(tx: Tx, batchNumber: number, tables: readonly SealedTable[], ticks: { from: bigint; until: bigint }): Promise<MerkleRoot> {
  const tree = new MerkleRoot();
  let pageNo = 0;
  for (const table of tables) {
    for await (const leaves of readLeaves(tx, table, ticks.from, ticks.until)) {
      for (const leaf of leaves) tree.add(hashOfLeaf(leaf));
      await insertPage(tx, { batchNumber, pageNo, table: table.name, keys: leaves.map(({ key }) => key), digests: leaves.map(({ digest }) => digest) });
      pageNo += 1;
    }
  }
  return tree;
}
