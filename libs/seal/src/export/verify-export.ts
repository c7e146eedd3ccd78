import type { Batch } from '../chain/batch.js';
import { ChainCheck, type KeyFinder } from '../chain/chain-check.js';
import { knownKeys } from '../chain/known-keys.js';
import { MerkleRoot } from '../merkle/merkle.js';
import type { Outside } from '../proof/proof.js';
import { rowDigest } from '../row/row.js';
import { AnchorCheck } from '../verification/anchor-check.js';
import { chainFinding } from '../verification/chain-words.js';
import { Findings, rowFinding, sealFinding, type Verification } from '../verification/finding.js';
import { addLeaves, fingerprintsOf, wrongLeaves } from '../verification/leaves.js';
import type { ExportLine } from './export-line.js';

type HeadLine = Extract<ExportLine, { kind: 'baton-export' }>;
type PageLine = Extract<ExportLine, { kind: 'page' }>;
type RowLine = Extract<ExportLine, { kind: 'row' }>;

/** Reads an export line by line and checks it as it goes; holds no more than the leaves whose rows have not come yet. */
class ExportReader {
  readonly findings = new Findings();
  private keyOf: KeyFinder = () => null;
  private chain = new ChainCheck(() => null);
  private readonly anchors: { name: string; anchor: Outside['anchors'][number]['anchor'] }[];
  private anchorCheck: AnchorCheck | null = null;
  private batch: Batch | null = null;
  private tree = new MerkleRoot();
  /** Leaves of the current table whose rows have not come, and rows that came without a leaf. */
  private readonly pending = new Map<string, string>();
  private readonly strays = new Map<string, string>();
  private table = '';
  private ended = false;
  private readonly names = new Set<string>();
  private readonly counts = { batches: 0, leaves: 0, rows: 0, excused: 0 };

  constructor(private readonly outside: Outside) {
    this.anchors = [...outside.anchors];
  }

  take(line: ExportLine): void {
    switch (line.kind) {
      case 'baton-export':
        return this.takeHead(line);
      case 'anchor':
        this.anchors.push(line);
        return;
      case 'batch':
        return this.takeBatch(line.batch);
      case 'page':
        return this.takePage(line);
      case 'row':
        return this.takeRow(line);
      case 'end':
        this.ended = line.batches === this.counts.batches;
    }
  }

  finish(): Verification {
    this.closeBatch();
    this.anchorCheck?.end();
    if (!this.ended) this.findings.add(sealFinding('FILE', null, { ko: '내보낸 파일이 끝까지 들어 있지 않습니다. 다시 받아 주세요.', en: 'The export is cut off before its end. Get it again.' }));
    const last = this.chain.last;
    return {
      ...this.findings.result(),
      ...this.counts,
      anchors: this.anchorCheck?.count ?? 0,
      unsealed: 0,
      head: last === null ? null : { number: last.number, chainHash: last.chainHash },
      keys: fingerprintsOf([...this.names], this.keyOf),
    };
  }

  private takeHead({ keys }: HeadLine): void {
    this.keyOf = knownKeys(keys, this.outside.publicKeys);
    this.chain = new ChainCheck(this.keyOf);
  }

  private takeBatch(batch: Batch): void {
    this.closeBatch();
    this.anchorCheck ??= new AnchorCheck(this.anchors, this.findings);
    const fault = this.chain.next(batch);
    if (fault !== null) this.findings.add(chainFinding(fault, batch));
    this.anchorCheck.pass(batch);
    this.names.add(batch.keyName);
    this.counts.batches += 1;
    this.batch = batch;
  }

  private takePage(page: PageLine): void {
    this.enterTable(page.table);
    addLeaves(this.tree, page);
    this.counts.leaves += page.keys.length;
    if (page.withheld) this.counts.excused += page.keys.length;
    else for (const [at, key] of page.keys.entries()) this.pending.set(key, page.digests[at] ?? '');
  }

  private takeRow({ table, key, row }: RowLine): void {
    this.enterTable(table);
    this.counts.rows += 1;
    const digest = rowDigest(table, row);
    const expected = this.pending.get(key);
    if (expected === undefined) {
      this.strays.set(key, digest);
      return;
    }
    this.pending.delete(key);
    this.compare(key, expected, digest);
  }

  private compare(key: string, expected: string, digest: string): void {
    if (expected !== digest) this.findings.add(rowFinding('CHANGED', { batch: this.batch?.number ?? null, table: this.table, key }));
  }

  private enterTable(table: string): void {
    if (table !== this.table) this.closeTable();
    this.table = table;
  }

  private closeTable(): void {
    const batch = this.batch?.number ?? null;
    for (const [key, expected] of this.pending) {
      const late = this.strays.get(key);
      if (late === undefined) this.findings.add(rowFinding('REMOVED', { batch, table: this.table, key }));
      else this.compare(key, expected, late);
      this.strays.delete(key);
    }
    for (const key of this.strays.keys()) this.findings.add(rowFinding('ADDED', { batch, table: this.table, key }));
    this.pending.clear();
    this.strays.clear();
    this.table = '';
  }

  private closeBatch(): void {
    this.closeTable();
    const { batch } = this;
    if (batch !== null && (this.tree.root() !== batch.root || this.tree.leafCount !== batch.leafCount)) this.findings.add(wrongLeaves(batch.number));
    this.tree = new MerkleRoot();
    this.batch = null;
  }
}

/** Checks an export without a database. Lines that are no JSON or of no known kind make the file unsound. */
export async function verifyExport(lines: AsyncIterable<string>, outside: Outside): Promise<Verification> {
  const reader = new ExportReader(outside);
  let number = 0;
  for await (const text of lines) {
    number += 1;
    if (text.trim() === '') continue;
    try {
      reader.take(JSON.parse(text) as ExportLine);
    } catch {
      reader.findings.add(sealFinding('FILE', null, { ko: `파일의 ${number}번째 줄을 읽을 수 없습니다.`, en: `Line ${number} of the file cannot be read.` }));
    }
  }
  return reader.finish();
}
