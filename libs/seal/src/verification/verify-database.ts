import type { Tx } from '#libs/database';
import type { AnchorFile } from '../anchor/anchor-folder.js';
import type { Batch } from '../chain/batch.js';
import { ChainCheck, type KeyFinder } from '../chain/chain-check.js';
import { listLeafTables, readChain, readPages, readSealClock } from '../chain/chain.query.js';
import { MerkleRoot } from '../merkle/merkle.js';
import { fixSpelling, listSealedTables } from '../row/sealed-table.query.js';
import { AnchorCheck } from './anchor-check.js';
import { chainFinding } from './chain-words.js';
import { Findings, rowFinding, sealFinding, type Finding, type Verification } from './finding.js';
import { listStrayParts, readTombstones, listRecordedAnchors } from './gaps.query.js';
import { addLeaves, fingerprintsOf, wrongLeaves } from './leaves.js';
import { TableCheck, type TableCount } from './table-check.js';

/** How far a verification has come. */
export interface Progress {
  readonly stage: 'CHAIN' | 'TABLE';
  readonly table: string | null;
  readonly batches: number;
  readonly rows: number;
}

export interface DatabaseCheck {
  readonly keyOf: KeyFinder;
  readonly anchors: readonly AnchorFile[];
  /** Called now and then; throws to stop. */
  readonly onProgress?: (progress: Progress) => void;
}

const EVERY = 2_000;

/**
 * Checks everything that was ever sealed against what stands in the database: chain and signatures, the root of every batch
 * from its leaves, every leaf against its row, every row against the leaves, and the anchors against the chain. Reads each
 * thing once and keeps a handful at a time. `tx` is one snapshot (REPEATABLE READ) that sees every row.
 */
export async function verifyDatabase(tx: Tx, check: DatabaseCheck): Promise<Verification> {
  await fixSpelling(tx);
  const findings = new Findings();
  const chain = await checkChain(tx, check, findings);
  const count: TableCount = { leaves: 0, rows: 0, unsealed: 0, excused: 0 };
  const sealedUntil = BigInt(chain.head?.untilTick ?? 0);
  const bounds = { sealedUntil, nextTick: (await readSealClock(tx)).next, isExcused: await readTombstones(tx) };
  const tables = await listSealedTables(tx);
  for (const table of tables) {
    const tableCheck = new TableCheck(tx, table, bounds, findings);
    let seen = 0;
    for await (const { rows } of tableCheck.run()) {
      if (++seen % EVERY === 1) check.onProgress?.({ stage: 'TABLE', table: table.name, batches: chain.batches, rows: count.rows + rows });
    }
    for (const name of ['leaves', 'rows', 'unsealed', 'excused'] as const) count[name] += tableCheck.count[name];
    for (const stray of await listStrayParts(tx, table)) findings.add(rowFinding('ADDED', { batch: null, ...stray }));
  }
  await reportMissingTables(tx, tables.map(({ name }) => name), findings);
  const head = chain.head === null ? null : { number: chain.head.number, chainHash: chain.head.chainHash };
  return { ...findings.result(), batches: chain.batches, ...count, anchors: chain.anchors, head, keys: chain.keys };
}

interface ChainSummary {
  readonly head: Batch | null;
  readonly batches: number;
  readonly anchors: number;
  readonly keys: Verification['keys'];
}

async function checkChain(tx: Tx, check: DatabaseCheck, findings: Findings): Promise<ChainSummary> {
  const chain = new ChainCheck(check.keyOf);
  const anchors = new AnchorCheck([...check.anchors, ...(await listRecordedAnchors(tx, check.keyOf))], findings);
  const pages = readPages(tx, null);
  const keyNames = new Set<string>();
  let [batches, page] = [0, await pages.next()];
  for await (const batch of readChain(tx)) {
    const fault = chain.next(batch);
    if (fault !== null) findings.add(chainFinding(fault, batch));
    const tree = new MerkleRoot();
    for (; page.done !== true && page.value.batchNumber <= batch.number; page = await pages.next()) {
      if (page.value.batchNumber === batch.number) addLeaves(tree, page.value);
      else findings.add(strayLeaves(page.value.batchNumber));
    }
    if (tree.root() !== batch.root || tree.leafCount !== batch.leafCount) findings.add(wrongLeaves(batch.number));
    anchors.pass(batch);
    keyNames.add(batch.keyName);
    batches += 1;
    if (batches % EVERY === 0) check.onProgress?.({ stage: 'CHAIN', table: null, batches, rows: 0 });
  }
  if (page.done !== true) findings.add(strayLeaves(page.value.batchNumber));
  anchors.end();
  return { head: chain.last, batches, anchors: anchors.count, keys: fingerprintsOf([...keyNames], check.keyOf) };
}

const strayLeaves = (number: number): Finding =>
  sealFinding('LEAVES', number, { ko: `봉인 ${number}회차의 잎은 있으나 회차가 사슬에 없습니다.`, en: `There are leaves of batch ${number}, which is not on the chain.` });

/** A table that was dropped, or taken off the seal clock, would otherwise not be looked at. */
async function reportMissingTables(tx: Tx, present: readonly string[], findings: Findings): Promise<void> {
  for (const name of await listLeafTables(tx)) {
    if (present.includes(name)) continue;
    findings.add(sealFinding('TABLE', null, { ko: `봉인된 표 ${name}이(가) 없거나 봉인 대상에서 빠졌습니다.`, en: `The sealed table ${name} is gone, or was taken off the seal clock.` }));
  }
}
