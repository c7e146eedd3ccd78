import type { Tx } from '#libs/database';
import type { Batch } from './batch.js';
import { unpacked, type Page } from './page.js';

const COLUMNS = `number::integer as number, previous_hash as "previousHash", skip_hash as "skipHash", root, leaf_count as "leafCount",
  from_tick::text as "fromTick", until_tick::text as "untilTick", to_char(sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "sealedAt",
  chain_hash as "chainHash", key_name as "keyName", signature`;

const FETCH = 500;
const PAGES_AT_A_TIME = 20;

export async function findHead(tx: Tx): Promise<Batch | null> {
  const rows: Batch[] = await tx.query(`select ${COLUMNS} from seal_batch order by number desc limit 1`);
  return rows[0] ?? null;
}

/** Those batches that exist among `numbers`, latest first. */
export async function listBatchesByNumber(tx: Tx, numbers: readonly number[]): Promise<Batch[]> {
  return tx.query(`select ${COLUMNS} from seal_batch where number = any($1) order by number desc`, [numbers]);
}

/** The latest `limit` batches before `before`, latest first. */
export async function listBatches(tx: Tx, before: number | null, limit: number): Promise<Batch[]> {
  return tx.query(`select ${COLUMNS} from seal_batch where $1::bigint is null or number < $1 order by number desc limit $2`, [before, limit]);
}

/** The whole chain from its beginning. */
export async function* readChain(tx: Tx): AsyncGenerator<Batch> {
  for (let after = 0; ; ) {
    const rows: Batch[] = await tx.query(`select ${COLUMNS} from seal_batch where number > $1 order by number limit $2`, [after, FETCH]);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.number;
  }
}

interface PageRow {
  readonly batchNumber: number;
  readonly pageNo: number;
  readonly table: string;
  readonly keys: string[];
  readonly digests: Buffer;
}

/** All pages in the order of the chain, or those of one table; each with the ticks of its batch. */
export async function* readPages(tx: Tx, table: string | null): AsyncGenerator<Page & { readonly untilTick: bigint }> {
  const select = `select p.batch_number::integer as "batchNumber", p.page_no as "pageNo", p.table_name as "table", p.keys, p.digests, b.until_tick::text as "untilTick"
                    from seal_page p left join seal_batch b on b.number = p.batch_number`;
  for (let [batch, page] = [0, -1]; ; ) {
    const rows: (PageRow & { untilTick: string | null })[] = await tx.query(
      `${select} where (p.batch_number, p.page_no) > ($1, $2) ${table === null ? '' : 'and p.table_name = $4'} order by p.batch_number, p.page_no limit $3`,
      [batch, page, PAGES_AT_A_TIME, ...(table === null ? [] : [table])],
    );
    for (const row of rows) yield { ...row, digests: unpacked(row.digests), untilTick: BigInt(row.untilTick ?? 0) };
    const last = rows.at(-1);
    if (last === undefined) return;
    [batch, page] = [last.batchNumber, last.pageNo];
  }
}

/** The pages of one batch in their order. */
export async function listPages(tx: Tx, batchNumber: number): Promise<Page[]> {
  const rows: PageRow[] = await tx.query(
    `select batch_number::integer as "batchNumber", page_no as "pageNo", table_name as "table", keys, digests from seal_page where batch_number = $1 order by page_no`,
    [batchNumber],
  );
  return rows.map((row) => ({ ...row, digests: unpacked(row.digests) }));
}

/** A leaf, and the batch it is in. */
export interface FoundLeaf {
  readonly key: string;
  readonly digest: string;
  readonly batch: number;
}

/** The leaf of a row, wherever that is; null for a row that was never sealed. Looks at all pages of the table. */
export async function findLeaf(tx: Tx, table: string, key: string): Promise<FoundLeaf | null> {
  const rows: FoundLeaf[] = await tx.query(
    `select $2::text as key, batch_number::integer as batch, encode(substr(digests, 32 * (array_position(keys, $2::text) - 1) + 1, 32), 'hex') as digest
       from seal_page where table_name = $1 and $2 = any (keys) order by batch_number, page_no limit 1`,
    [table, key],
  );
  return rows[0] ?? null;
}

/** The batches whose ticks hold `ticks`, by tick; what is not sealed yet is not among them. */
export async function findBatchesOfTicks(tx: Tx, ticks: readonly bigint[]): Promise<Map<bigint, number>> {
  const rows: { tick: string; number: number }[] = await tx.query(
    `select tick::text as tick, b.number::integer as number from unnest($1::bigint[]) as tick
      cross join lateral (select number from seal_batch where until_tick > tick order by until_tick limit 1) as b`,
    [[...new Set(ticks)].map(String)],
  );
  return new Map(rows.map(({ tick, number }) => [BigInt(tick), number]));
}

/** The tables that leaves speak of. */
export async function listLeafTables(tx: Tx): Promise<string[]> {
  const rows: { name: string }[] = await tx.query(
    `with recursive names as (
       (select table_name from seal_page order by table_name limit 1)
       union all
       select (select p.table_name from seal_page p where p.table_name > n.table_name order by p.table_name limit 1) from names n where n.table_name is not null)
     select table_name as name from names where table_name is not null`,
  );
  return rows.map(({ name }) => name);
}

/** Where the seal clock stands: what is settled, and the first tick that nobody has yet. */
export async function readSealClock(tx: Tx): Promise<{ horizon: bigint; next: bigint; now: string }> {
  const rows: { horizon: string; next: string; now: string }[] = await tx.query(
    `select seal_horizon()::text as horizon, seal_next_tick()::text as next, to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now`,
  );
  const [row] = rows;
  return { horizon: BigInt(row?.horizon ?? 0), next: BigInt(row?.next ?? 0), now: row?.now ?? '' };
}
