import type { KeyObject } from 'node:crypto';
import type { Anchor } from '../anchor/anchor.js';
import { fingerprintOf, publicKeyOf, skipOf, type Batch } from '../chain/batch.js';
import { faultOfBatch } from '../chain/chain-check.js';
import { knownKeys, type NamedKey } from '../chain/known-keys.js';
import { rootFromProof } from '../merkle/merkle.js';
import { hashOfLeaf, rowDigest, type SealedRow } from '../row/row.js';
import { AnchorCheck } from '../verification/anchor-check.js';
import { chainFinding } from '../verification/chain-words.js';
import { Findings, rowFinding, type Verification } from '../verification/finding.js';

/** A sealed row that travels: what it says, and how it hangs on its batch. */
export interface ProvenRow {
  readonly table: string;
  readonly key: string;
  readonly digest: string;
  /** Null where the row stays in the house; its digest is proven all the same. */
  readonly row: SealedRow | null;
  readonly batch: number;
  readonly position: number;
  readonly proof: readonly string[];
}

/** Rows with everything that it takes to check them without the database: a file of its own, or inside a report. */
export interface SealProof {
  readonly kind: 'baton-seal';
  readonly version: 1;
  /** The batch that covers them all. */
  readonly head: { readonly number: number; readonly chainHash: string };
  readonly keys: readonly NamedKey[];
  /** Those the rows are in and those that lead from the head to them, latest first. */
  readonly batches: readonly Batch[];
  readonly rows: readonly ProvenRow[];
}

/** What an outsider holds beside the file. */
export interface Outside {
  readonly anchors: readonly { readonly name: string; readonly anchor: Anchor | null }[];
  /** Public keys that were handed over another way; without any the keys in the file are believed, and their fingerprints shown. */
  readonly publicKeys: readonly KeyObject[];
}

/** Checks a proof: keys, batches, the way from the head to each batch, and each row against the root of its batch. */
export function verifyProof(proof: SealProof, outside: Outside): Verification {
  const findings = new Findings();
  checkBatches(proof, outside, findings);
  const anchors = checkAnchors(proof, outside, findings);
  const batches = new Map(proof.batches.map((batch) => [batch.number, batch]));
  const reached = reachedFromHead(proof);
  for (const row of proof.rows) checkRow(row, reached.has(row.batch) ? batches.get(row.batch) : undefined, findings);
  return {
    ...findings.result(),
    batches: proof.batches.length,
    leaves: proof.rows.length,
    rows: proof.rows.filter(({ row }) => row !== null).length,
    anchors,
    unsealed: 0,
    excused: proof.rows.filter(({ row }) => row === null).length,
    head: proof.head,
    keys: proof.keys.map(({ name, publicKey }) => ({ name, fingerprint: fingerprintOf(publicKeyOf(publicKey)) })),
  };
}

function checkBatches({ keys, batches }: SealProof, { publicKeys }: Outside, findings: Findings): void {
  const keyOf = knownKeys(keys, publicKeys);
  for (const batch of batches) {
    const fault = faultOfBatch(batch, keyOf);
    if (fault !== null) findings.add(chainFinding(fault, batch));
  }
}

/** Anchors of batches that the file does not carry say nothing about it. */
function checkAnchors({ batches }: SealProof, { anchors }: Outside, findings: Findings): number {
  const check = new AnchorCheck(
    anchors.filter(({ anchor }) => anchor === null || batches.some(({ number }) => number === anchor.number)),
    findings,
  );
  for (const batch of batches) check.pass(batch);
  return check.count;
}

/** The batches that the head commits to, by the hashes that each carries of earlier ones. */
function reachedFromHead({ head, batches }: SealProof): Set<number> {
  const byNumber = new Map(batches.map((batch) => [batch.number, batch]));
  const reached = new Set(byNumber.get(head.number)?.chainHash === head.chainHash ? [head.number] : []);
  for (const batch of [...batches].sort((a, b) => b.number - a.number)) {
    if (!reached.has(batch.number)) continue;
    if (byNumber.get(batch.number - 1)?.chainHash === batch.previousHash) reached.add(batch.number - 1);
    const skip = skipOf(batch.number);
    if (byNumber.get(skip)?.chainHash === batch.skipHash) reached.add(skip);
  }
  return reached;
}

function checkRow(proven: ProvenRow, batch: Batch | undefined, findings: Findings): void {
  const { table, key, digest, row } = proven;
  if (row !== null && rowDigest(table, row) !== digest) {
    findings.add(rowFinding('CHANGED', proven));
    return;
  }
  const root = batch === undefined ? null : rootFromProof(hashOfLeaf({ table, key, digest }), proven.position, batch.leafCount, proven.proof);
  if (batch !== undefined && root === batch.root) return;
  findings.add({
    kind: 'PROOF',
    batch: proven.batch,
    table,
    key,
    text: {
      ko: `${table} 표의 행 ${key}: 봉인 ${proven.batch}회차에 속한다는 증명이 성립하지 않습니다.`,
      en: `row ${key} of ${table} does not prove to be in batch ${proven.batch}`,
    },
  });
}

/** A proof from its text; null for what is none. */
export function parseProof(text: string): SealProof | null {
  try {
    const proof = JSON.parse(text) as Partial<SealProof>;
    return proof.kind === 'baton-seal' && proof.version === 1 && Array.isArray(proof.rows) && Array.isArray(proof.batches) && Array.isArray(proof.keys) ? (proof as SealProof) : null;
  } catch {
    return null;
  }
}
