import { seoulDateOf, type LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { invariant } from '#libs/errors';
import { fingerprintOf, pathBack, pemOf, type Batch } from '../chain/batch.js';
import type { KeyFinder } from '../chain/chain-check.js';
import { findBatchesOfTicks, listBatchesByNumber, listPages } from '../chain/chain.query.js';
import { MerkleTree } from '../merkle/merkle.js';
import { hashOfLeaf } from '../row/row.js';
import { fixSpelling, listSealedTables, readRowsWhere, type FoundRow } from '../row/sealed-table.query.js';
import type { ProvenRow, SealProof } from './proof.js';

/** Rows that something rests on: a condition on `t` in SQL that the program wrote, with its parameters. */
export interface RowChoice {
  readonly table: string;
  readonly condition: string;
  readonly parameters: readonly unknown[];
  /** Whether a row leaves the house as its digest only. */
  readonly withheld?: (row: FoundRow['row']) => boolean;
}

/** What can be proven of the chosen rows. */
export interface ProvenChoice {
  /** Null where none of the rows is sealed yet. */
  readonly proof: SealProof | null;
  /** Rows without a seal. */
  readonly unsealed: number;
}

interface ChosenRow {
  readonly table: string;
  readonly found: FoundRow;
  readonly withheld: boolean;
}

/** One batch with all of its leaves, for proofs. */
interface OpenBatch {
  readonly leaves: ReadonlyMap<string, { readonly position: number; readonly digest: string }>;
  readonly tree: MerkleTree;
}

/**
 * The chosen rows with their proofs, up to the batch that covers them all. The same rows give the same proof, whenever it is
 * made: the chain is followed back from that batch and not from today's head.
 */
export async function proveRows(tx: Tx, choices: readonly RowChoice[], keyOf: KeyFinder): Promise<ProvenChoice> {
  await fixSpelling(tx);
  const chosen = await choose(tx, choices);
  const batches = await findBatchesOfTicks(tx, chosen.map(({ found }) => found.tick));
  const opened = new Map<number, OpenBatch>();
  for (const number of new Set(batches.values())) opened.set(number, await openBatch(tx, number));
  const rows = chosen.flatMap(({ table, found, withheld }): ProvenRow[] => {
    const batch = batches.get(found.tick) ?? 0;
    const open = opened.get(batch);
    const leaf = open?.leaves.get(leafName(table, found.key));
    if (open === undefined || leaf === undefined) return [];
    // The digest is the sealed one: a row that was changed since does not have it, and whoever checks the file sees that.
    return [{ table, key: found.key, digest: leaf.digest, row: withheld ? null : found.row, batch, position: leaf.position, proof: open.tree.proofOf(leaf.position) }];
  });
  return { proof: rows.length === 0 ? null : await proofOf(tx, rows, keyOf), unsealed: chosen.length - rows.length };
}

async function choose(tx: Tx, choices: readonly RowChoice[]): Promise<ChosenRow[]> {
  const tables = new Map((await listSealedTables(tx)).map((table) => [table.name, table]));
  const chosen: ChosenRow[] = [];
  for (const { table: name, condition, parameters, withheld } of choices) {
    const table = tables.get(name);
    invariant(table !== undefined, `${name} is not sealed`);
    for (const found of await readRowsWhere(tx, table, condition, parameters)) chosen.push({ table: name, found, withheld: withheld?.(found.row) === true });
  }
  return chosen;
}

const leafName = (table: string, key: string): string => `${table}\n${key}`;

async function openBatch(tx: Tx, number: number): Promise<OpenBatch> {
  const leaves = new Map<string, { position: number; digest: string }>();
  const hashes: Buffer[] = [];
  for (const { table, keys, digests } of await listPages(tx, number)) {
    for (const [at, key] of keys.entries()) {
      const digest = digests[at] ?? '';
      leaves.set(leafName(table, key), { position: hashes.length, digest });
      hashes.push(hashOfLeaf({ table, key, digest }));
    }
  }
  return { leaves, tree: new MerkleTree(hashes) };
}

async function proofOf(tx: Tx, rows: readonly ProvenRow[], keyOf: KeyFinder): Promise<SealProof> {
  const last = Math.max(...rows.map(({ batch }) => batch));
  const wanted = new Set([...new Set(rows.map(({ batch }) => batch)), ...(await dayBefore(tx, last))].flatMap((number) => pathBack(last, number)));
  const batches = await listBatchesByNumber(tx, [...wanted]);
  const head = batches[0];
  invariant(head?.number === last, 'the last batch exists');
  const names = [...new Set(batches.map(({ keyName }) => keyName))].sort();
  const keys = names.flatMap((name) => {
    const key = keyOf(name);
    return key === null ? [] : [{ name, fingerprint: fingerprintOf(key), publicKey: pemOf(key) }];
  });
  return { kind: 'baton-seal', version: 1, head: { number: head.number, chainHash: head.chainHash }, keys, batches, rows };
}

/** The last batch of the day before, in Seoul: the one that was anchored that night. */
async function dayBefore(tx: Tx, number: number): Promise<number[]> {
  const [batch]: Batch[] = await listBatchesByNumber(tx, [number]);
  const day: LocalDate | null = batch === undefined ? null : seoulDateOf(new Date(batch.sealedAt));
  const rows: { number: number | null }[] = await tx.query(
    `select max(number)::integer as number from seal_batch where number < $1 and sealed_at < ($2::date::timestamp at time zone 'Asia/Seoul')`,
    [number, day],
  );
  const found = rows[0]?.number ?? null;
  return found === null ? [] : [found];
}
