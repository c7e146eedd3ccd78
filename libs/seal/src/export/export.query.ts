import type { Tx } from '#libs/database';
import type { AnchorFile } from '../anchor/anchor-folder.js';
import { fingerprintOf, pemOf, type Batch } from '../chain/batch.js';
import type { KeyFinder } from '../chain/chain-check.js';
import { listPages, readChain } from '../chain/chain.query.js';
import type { Page } from '../chain/page.js';
import { NOT_EXPORTED, type SealedTable } from '../row/sealed-table.js';
import { fixSpelling, listSealedTables, readRows, type FoundRow } from '../row/sealed-table.query.js';
import type { ExportLine } from './export-line.js';

/**
 * Everything that is sealed, line by line: batch after batch, each with its leaves and the rows as they stand now. What
 * the lines say is checked by whoever reads them; nothing is checked here. `tx` is one snapshot that sees every row.
 */
export async function* exportLines(tx: Tx, about: { exportedAt: string; keyNames: readonly string[]; keyOf: KeyFinder; anchors: readonly AnchorFile[] }): AsyncGenerator<ExportLine> {
  await fixSpelling(tx);
  const keys = about.keyNames.flatMap((name) => {
    const key = about.keyOf(name);
    return key === null ? [] : [{ name, fingerprint: fingerprintOf(key), publicKey: pemOf(key) }];
  });
  yield { kind: 'baton-export', version: 1, exportedAt: about.exportedAt, keys };
  for (const { name, anchor } of about.anchors) if (anchor !== null) yield { kind: 'anchor', name, anchor };
  const tables = new Map((await listSealedTables(tx)).map((table) => [table.name, table]));
  let batches = 0;
  for await (const batch of readChain(tx)) {
    batches += 1;
    yield { kind: 'batch', batch };
    yield* batchLines(tx, batch, tables);
  }
  yield { kind: 'end', batches };
}

async function* batchLines(tx: Tx, batch: Batch, tables: ReadonlyMap<string, SealedTable>): AsyncGenerator<ExportLine> {
  const pages = await listPages(tx, batch.number);
  for (const name of new Set(pages.map(({ table }) => table))) {
    const own = pages.filter(({ table }) => table === name);
    const table = tables.get(name);
    if (table === undefined || NOT_EXPORTED.has(name)) for (const page of own) yield pageLine(page, true);
    else yield* tableLines(own, readRows(tx, table, BigInt(batch.fromTick), BigInt(batch.untilTick)), name);
  }
}

const pageLine = ({ table, keys, digests }: Page, withheld: boolean): ExportLine => ({ kind: 'page', table, keys, digests, withheld });

/** Each page is followed by as many rows as it has leaves, so that whoever reads need not hold more than a page. */
async function* tableLines(pages: readonly Page[], rows: AsyncGenerator<FoundRow>, table: string): AsyncGenerator<ExportLine> {
  let due = 0;
  for (const page of pages) {
    yield pageLine(page, false);
    due += page.keys.length;
    for (; due > 0; due -= 1) {
      const next = await rows.next();
      if (next.done === true) break;
      yield { kind: 'row', table, key: next.value.key, row: next.value.row };
    }
  }
  for await (const { key, row } of rows) yield { kind: 'row', table, key, row };
}
