import type { KeyObject } from 'node:crypto';
import { chainHashOf, isSignedBy, NOTHING_BEFORE, skipOf, type Batch } from './batch.js';

/** What is wrong with a batch by itself or with its place in the chain. */
export type ChainFault = 'HASH' | 'SIGNATURE' | 'KEY_UNKNOWN' | 'ORDER' | 'LINK';

/** The public keys at hand; null for a name that nobody knows. */
export type KeyFinder = (keyName: string) => KeyObject | null;

/** Whether a batch has the hash of its header and is signed with a key at hand. */
export function faultOfBatch(batch: Batch, keyOf: KeyFinder): ChainFault | null {
  if (chainHashOf(batch) !== batch.chainHash) return 'HASH';
  const key = keyOf(batch.keyName);
  if (key === null) return 'KEY_UNKNOWN';
  return isSignedBy(batch, key) ? null : 'SIGNATURE';
}

/** Goes along the chain from its beginning, batch by batch; keeps as many hashes as the number has bits. */
export class ChainCheck {
  private head: Batch | null = null;
  /** The batches that a coming one can name as its skip, each the skip of the next. */
  private readonly skips: { readonly number: number; readonly chainHash: string }[] = [];

  constructor(private readonly keyOf: KeyFinder) {}

  get last(): Batch | null {
    return this.head;
  }

  /** What is wrong with the next batch; null when it is sound and follows. */
  next(batch: Batch): ChainFault | null {
    const { head } = this;
    this.head = batch;
    if (batch.number !== (head?.number ?? 0) + 1 || batch.fromTick !== (head?.untilTick ?? '0')) return 'ORDER';
    const skip = skipOf(batch.number);
    while ((this.skips.at(-1)?.number ?? 0) > skip) this.skips.pop();
    const skipped = this.skips.at(-1)?.chainHash ?? NOTHING_BEFORE;
    this.skips.push({ number: batch.number, chainHash: batch.chainHash });
    if (batch.previousHash !== (head?.chainHash ?? NOTHING_BEFORE) || batch.skipHash !== skipped) return 'LINK';
    return faultOfBatch(batch, this.keyOf);
  }
}

/** Whether `later` commits to `earlier`, along batches of which each names the next. */
export function leadsBack(path: readonly Batch[]): boolean {
  return path.every((batch, at) => {
    const earlier = path[at + 1];
    if (earlier === undefined) return true;
    return (
      (earlier.number === batch.number - 1 && batch.previousHash === earlier.chainHash) || (earlier.number === skipOf(batch.number) && batch.skipHash === earlier.chainHash)
    );
  });
}
