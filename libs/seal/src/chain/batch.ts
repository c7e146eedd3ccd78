import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';

/** One step of the chain: the rows that were sealed together, and what came before. All hashes in hexadecimal. */
export interface Batch {
  readonly number: number;
  readonly previousHash: string;
  /** The chain hash of batch `skipOf(number)`. */
  readonly skipHash: string;
  readonly root: string;
  readonly leafCount: number;
  /** Rows with these ticks of the seal clock are in it: from, inclusive, until, exclusive. Digits. */
  readonly fromTick: string;
  readonly untilTick: string;
  /** ISO 8601 in UTC, to the millisecond. */
  readonly sealedAt: string;
  readonly chainHash: string;
  readonly keyName: string;
  /** Ed25519 over the chain hash. */
  readonly signature: string;
}

/** What is known of a batch before it is hashed and signed. */
export type BatchHeader = Omit<Batch, 'chainHash' | 'keyName' | 'signature'>;

/** What the first batch follows. */
export const NOTHING_BEFORE = '0'.repeat(64);

/**
 * The number without its lowest bit; 0 stands for the beginning. Each batch names this one beside the one before it, so
 * that the way from any batch back to any other is a few dozen steps, however long the chain is.
 */
export function skipOf(number: number): number {
  let bit = 1;
  while (number % (bit * 2) === 0) bit *= 2;
  return number - bit;
}

/** The lines that are hashed. Anybody can write them down and hash them by hand; the database does so too. */
export function headerText(header: BatchHeader): string {
  return [
    'baton seal 1',
    `number ${header.number}`,
    `previous ${header.previousHash}`,
    `skip ${header.skipHash}`,
    `root ${header.root}`,
    `leaves ${header.leafCount}`,
    `ticks ${header.fromTick} ${header.untilTick}`,
    `sealed ${header.sealedAt}`,
  ].join('\n');
}

export const chainHashOf = (header: BatchHeader): string => createHash('sha256').update(headerText(header), 'utf8').digest('hex');

const signedText = (chainHash: string): Buffer => Buffer.from(`baton chain 1\n${chainHash}`, 'utf8');

export const signatureOf = (chainHash: string, key: KeyObject): string => sign(null, signedText(chainHash), key).toString('hex');

export function isSignedBy(batch: Pick<Batch, 'chainHash' | 'signature'>, key: KeyObject): boolean {
  return verify(null, signedText(batch.chainHash), key, Buffer.from(batch.signature, 'hex'));
}

/** SHA-256 of the key in its DER form: how people name and compare a public key. */
export function fingerprintOf(key: KeyObject): string {
  return createHash('sha256').update(key.export({ format: 'der', type: 'spki' })).digest('hex');
}

/** Throws when the text is no public key. */
export const publicKeyOf = (pem: string): KeyObject => createPublicKey(pem);

export const pemOf = (key: KeyObject): string => key.export({ format: 'pem', type: 'spki' }).toString();

/** The batches that lead from `from` back to `to` (both included), latest first. */
export function pathBack(from: number, to: number): number[] {
  const path = [from];
  for (let at = from; at > to; path.push(at)) at = skipOf(at) >= to ? skipOf(at) : at - 1;
  return path;
}
