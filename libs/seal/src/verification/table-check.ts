import type { Tx } from '#libs/database';
import { findLeaf, readPages, type FoundLeaf } from '../chain/chain.query.js';
import { rowDigest } from '../row/row.js';
import type { SealedTable } from '../row/sealed-table.js';
import { findRow, readRows, type FoundRow } from '../row/sealed-table.query.js';
import { rowFinding, type Findings } from './finding.js';

/** What a table is compared against: how far the chain reaches, which ticks nobody has yet, and which gaps have a reason. */
export interface Bounds {
  readonly sealedUntil: bigint;
  readonly nextTick: bigint;
  readonly isExcused: (table: string, key: string) => boolean;
}

export interface TableCount {
  leaves: number;
  rows: number;
  unsealed: number;
  excused: number;
}

async function* leavesOf(tx: Tx, table: string): AsyncGenerator<FoundLeaf> {
  for await (const page of readPages(tx, table)) {
    for (const [at, key] of page.keys.entries()) yield { key, digest: page.digests[at] ?? '', batch: page.batchNumber };
  }
}

/**
 * Lays the rows of a table and its leaves side by side; both come in the order in which they were sealed. As long as all is
 * well nothing is looked up and nothing is kept.
 */
export class TableCheck {
  readonly count: TableCount = { leaves: 0, rows: 0, unsealed: 0, excused: 0 };
  /** Keys of rows or leaves that were met out of turn and are spoken for. */
  private readonly settled = new Set<string>();

  constructor(
    private readonly tx: Tx,
    private readonly table: SealedTable,
    private readonly bounds: Bounds,
    private readonly findings: Findings,
  ) {}

  /** Answers after every row, so that the caller can say how far it is, or stop. */
  async *run(): AsyncGenerator<TableCount> {
    const leaves = leavesOf(this.tx, this.table.name);
    const rows = readRows(this.tx, this.table, -(2n ** 62n), null);
    let [leaf, row] = [await leaves.next(), await this.nextRow(rows)];
    while (leaf.done !== true || row !== null) {
      if (this.findings.full) return;
      const found = leaf.done === true ? null : leaf.value;
      const step = await this.step(found, row);
      if (step !== 'row') {
        this.count.leaves += 1;
        leaf = await leaves.next();
      }
      if (step !== 'leaf') row = await this.nextRow(rows);
      yield this.count;
    }
  }

  /** The next row that ought to have a leaf. */
  private async nextRow(rows: AsyncGenerator<FoundRow>): Promise<FoundRow | null> {
    for (;;) {
      const next = await rows.next();
      if (next.done === true) return null;
      const row = next.value;
      this.count.rows += 1;
      if (row.tick >= this.bounds.sealedUntil) {
        if (row.tick < this.bounds.nextTick) this.count.unsealed += 1;
        if (this.settled.has(row.key)) continue;
        if (row.tick >= this.bounds.nextTick) return row;
        continue;
      }
      if (!this.settled.has(row.key)) return row;
    }
  }

  /**
   * Judges what stands side by side and says which of the two to go on from. The place of a row is part of what it says, so
   * a row that is as it was sealed is where it was sealed: of two that do not match, the one that differs was moved.
   */
  private async step(leaf: FoundLeaf | null, row: FoundRow | null): Promise<'leaf' | 'row' | 'both'> {
    if (leaf !== null && this.settled.has(leaf.key)) return 'leaf';
    if (leaf !== null && leaf.key === row?.key) {
      if (this.digestOf(row) !== leaf.digest) this.report('CHANGED', leaf);
      return 'both';
    }
    if (row !== null) {
      const own = await findLeaf(this.tx, this.table.name, row.key);
      if (own === null) this.findings.add(rowFinding('ADDED', { batch: null, table: this.table.name, key: row.key }));
      if (own !== null && this.digestOf(row) !== own.digest) this.reportMoved('CHANGED', own);
      if (own === null || this.settled.has(row.key) || leaf === null) return 'row';
    }
    if (leaf !== null) await this.judgeMissing(leaf);
    return 'leaf';
  }

  /** A leaf whose row is not where it should be: gone, or found elsewhere in the table. */
  private async judgeMissing(leaf: FoundLeaf): Promise<void> {
    if (this.bounds.isExcused(this.table.name, leaf.key)) {
      this.count.excused += 1;
      return;
    }
    const row = await findRow(this.tx, this.table, leaf.key);
    if (row === null) return this.report('REMOVED', leaf);
    this.reportMoved(this.digestOf(row) === leaf.digest ? 'REORDERED' : 'CHANGED', leaf);
  }

  private reportMoved(kind: 'CHANGED' | 'REORDERED', leaf: FoundLeaf): void {
    this.settled.add(leaf.key);
    this.report(kind, leaf);
  }

  private digestOf({ row }: FoundRow): string {
    return rowDigest(this.table.name, row);
  }

  private report(kind: 'CHANGED' | 'REMOVED' | 'REORDERED', { key, batch }: FoundLeaf): void {
    this.findings.add(rowFinding(kind, { batch, table: this.table.name, key }));
  }
}
