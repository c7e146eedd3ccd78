import type { KeyObject } from 'node:crypto';
import { fingerprintOf, isSignedBy, pemOf, publicKeyOf, type Batch } from '../chain/batch.js';

/** A head of the chain as it is carried out of the house: with it nobody inside can write another history. */
export interface Anchor {
  readonly kind: 'baton-anchor';
  readonly version: 1;
  readonly number: number;
  readonly chainHash: string;
  readonly sealedAt: string;
  /** The day in Seoul that it stands for. */
  readonly anchoredOn: string;
  readonly keyName: string;
  readonly fingerprint: string;
  readonly publicKey: string;
  readonly signature: string;
}

export function anchorOf(batch: Batch, anchoredOn: string, key: KeyObject): Anchor {
  const { number, chainHash, sealedAt, keyName, signature } = batch;
  return { kind: 'baton-anchor', version: 1, number, chainHash, sealedAt, anchoredOn, keyName, fingerprint: fingerprintOf(key), publicKey: pemOf(key), signature };
}

/** The name sorts by day and then by batch; nothing is ever overwritten. */
export const anchorFileName = ({ anchoredOn, number }: Pick<Anchor, 'anchoredOn' | 'number'>): string => `${anchoredOn}-batch-${String(number).padStart(9, '0')}.json`;

/** An anchor from its file; null for what is none. */
export function parseAnchor(text: string): Anchor | null {
  try {
    const anchor = JSON.parse(text) as Partial<Anchor>;
    const sound = anchor.kind === 'baton-anchor' && typeof anchor.number === 'number' && typeof anchor.chainHash === 'string' && typeof anchor.publicKey === 'string';
    return sound ? (anchor as Anchor) : null;
  } catch {
    return null;
  }
}

/** Whether the anchor is signed with the key it names. Whose key that is, its fingerprint has to tell. */
export function anchorIsSigned(anchor: Anchor): boolean {
  try {
    const key = publicKeyOf(anchor.publicKey);
    return fingerprintOf(key) === anchor.fingerprint && isSignedBy(anchor, key);
  } catch {
    return false;
  }
}
