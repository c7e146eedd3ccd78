import { SYSTEM_ACTOR } from '#libs/access';
import { enterScopes, type Tx } from '#libs/database';
import type { Keyring } from '#libs/secret';
import { chainHashOf, NOTHING_BEFORE, signatureOf, skipOf, type Batch, type BatchHeader } from '../chain/batch.js';
import { findHead, listBatchesByNumber, readSealClock } from '../chain/chain.query.js';
import { insertBatch, lockChain } from '../chain/chain.store.js';
import { fixSpelling, listSealedTables, tablesWithRows } from '../row/sealed-table.query.js';
import { writeLeaves } from './leaves.store.js';
import { SEAL_KEY } from './seal-key.js';

/**
 * Puts one more batch on the chain: all rows from where the last one ended up to the horizon of the seal clock. Null when
 * there are none or somebody else is at it. `tx` is one snapshot (REPEATABLE READ): what lies below its horizon is all
 * there, and nothing can join it later.
 */
export async function sealDueRows(tx: Tx, keyring: Keyring): Promise<Batch | null> {
  if (!(await lockChain(tx))) return null;
  await enterScopes(tx, SYSTEM_ACTOR);
  await fixSpelling(tx);
  const head = await findHead(tx);
  const { horizon, now } = await readSealClock(tx);
  const from = BigInt(head?.untilTick ?? 0);
  if (horizon <= from) return null;
  const tables = await listSealedTables(tx);
  const due = await tablesWithRows(tx, tables, from, horizon);
  if (due.size === 0) return null;
  const number = (head?.number ?? 0) + 1;
  const dueTables = tables.filter(({ name }) => due.has(name));
  const tree = await writeLeaves(tx, number, dueTables, { from, until: horizon });
  const [skipped] = await listBatchesByNumber(tx, [skipOf(number)]);
  const batch = signed(keyring, {
    number,
    previousHash: head?.chainHash ?? NOTHING_BEFORE,
    skipHash: skipped?.chainHash ?? NOTHING_BEFORE,
    root: tree.root(),
    leafCount: tree.leafCount,
    fromTick: from.toString(),
    untilTick: horizon.toString(),
    sealedAt: now,
  });
  await insertBatch(tx, batch);
  return batch;
}

function signed(keyring: Keyring, header: BatchHeader): Batch {
  const chainHash = chainHashOf(header);
  const keyName = keyring.currentKey;
  return { ...header, chainHash, keyName, signature: signatureOf(chainHash, keyring.signingKey(SEAL_KEY, keyName)) };
}
