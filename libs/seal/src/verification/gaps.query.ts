import type { Tx } from '#libs/database';
import type { AnchorFile } from '../anchor/anchor-folder.js';
import { anchorOf } from '../anchor/anchor.js';
import { listBatchesByNumber } from '../chain/chain.query.js';
import type { KeyFinder } from '../chain/chain-check.js';
import type { SealedTable } from '../row/sealed-table.js';

const ACCESS_LOG = 'access_log';

/**
 * Which sealed rows are gone for a reason: entries of the access log whose retention was over, as the tombstones say that
 * the purge left. The tombstones are sealed themselves, and the purge is a logged command.
 */
export async function readTombstones(tx: Tx): Promise<(table: string, key: string) => boolean> {
  const ranges: { first: string; last: string }[] = await tx.query('select first_id::text as first, last_id::text as last from access_log_purge');
  const gone = ranges.map(({ first, last }) => [BigInt(first), BigInt(last)] as const);
  return (table, key) => table === ACCESS_LOG && /^\d+$/.test(key) && gone.some(([first, last]) => first <= BigInt(key) && BigInt(key) <= last);
}

/** Parts that belong to no row: nothing seals them, and nothing may read them as if something did. */
export async function listStrayParts(tx: Tx, table: SealedTable): Promise<{ table: string; key: string }[]> {
  const strays = await Promise.all(
    table.parts.map(async ({ table: part, of, to, orderBy }) => {
      const rows: { key: string }[] = await tx.query(
        `select concat_ws('/', p."${of}", p."${orderBy}") as key from "${part}" p where not exists (select 1 from "${table.name}" t where t."${to}" = p."${of}") limit 10`,
      );
      return rows.map(({ key }) => ({ table: part, key }));
    }),
  );
  return strays.flat();
}

interface AnchorRow {
  readonly number: number;
  readonly chainHash: string;
  readonly anchoredOn: string;
}

/** The anchors that the database itself remembers, in the form of those in the folder. */
export async function listRecordedAnchors(tx: Tx, keyOf: KeyFinder): Promise<AnchorFile[]> {
  const rows: AnchorRow[] = await tx.query('select batch_number::integer as number, chain_hash as "chainHash", anchored_on::text as "anchoredOn" from seal_anchor order by batch_number');
  const batches = new Map((await listBatchesByNumber(tx, rows.map(({ number }) => number))).map((batch) => [batch.number, batch]));
  return rows.map(({ number, chainHash, anchoredOn }) => {
    const batch = batches.get(number);
    const key = batch === undefined ? null : keyOf(batch.keyName);
    const name = `seal_anchor ${number}`;
    if (batch === undefined || key === null) return { name, anchor: null };
    return { name, anchor: { ...anchorOf(batch, anchoredOn, key), chainHash } };
  });
}
