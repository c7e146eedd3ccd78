import { fingerprintOf } from '../chain/batch.js';
import type { KeyFinder } from '../chain/chain-check.js';
import type { Page } from '../chain/page.js';
import type { MerkleRoot } from '../merkle/merkle.js';
import { hashOfLeaf } from '../row/row.js';
import { sealFinding, type Finding, type Verification } from './finding.js';

/** Adds the leaves of a page in their order. */
export function addLeaves(tree: MerkleRoot, { table, keys, digests }: Pick<Page, 'table' | 'keys' | 'digests'>): void {
  for (const [at, key] of keys.entries()) tree.add(hashOfLeaf({ table, key, digest: digests[at] ?? '' }));
}

export const wrongLeaves = (number: number): Finding =>
  sealFinding('LEAVES', number, {
    ko: `봉인 ${number}회차의 잎이 그 머클 루트와 맞지 않습니다. 잎이 바뀌었거나 순서가 달라졌습니다.`,
    en: `The leaves of batch ${number} do not give its root: one was changed, moved, added or left out.`,
  });

/** The keys that signed, as people compare them. */
export function fingerprintsOf(names: readonly string[], keyOf: KeyFinder): Verification['keys'] {
  return names.flatMap((name) => {
    const key = keyOf(name);
    return key === null ? [] : [{ name, fingerprint: fingerprintOf(key) }];
  });
}
