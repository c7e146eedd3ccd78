import type { Tx } from '#libs/database';
import type { Batch } from './batch.js';

/** Any number that no other lock of the program has: "seal" on a telephone keypad. */
const SEAL_LOCK = 7325;

/** Whether this transaction is the one that seals; another one sealing is no reason to wait. */
export async function lockChain(tx: Tx): Promise<boolean> {
  const rows: { mine: boolean }[] = await tx.query('select pg_try_advisory_xact_lock($1) as mine', [SEAL_LOCK]);
  return rows[0]?.mine === true;
}

/** After its pages. The database refuses a batch that does not follow the one before it, or that has not the hash of its header. */
export async function insertBatch(tx: Tx, batch: Batch): Promise<void> {
  await tx.query(
    `insert into seal_batch (number, previous_hash, skip_hash, root, leaf_count, from_tick, until_tick, sealed_at, chain_hash, key_name, signature)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      batch.number,
      batch.previousHash,
      batch.skipHash,
      batch.root,
      batch.leafCount,
      batch.fromTick,
      batch.untilTick,
      batch.sealedAt,
      batch.chainHash,
      batch.keyName,
      batch.signature,
    ],
  );
}
