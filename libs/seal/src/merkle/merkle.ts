import { hash } from 'node:crypto';
import { invariant } from '#libs/errors';

/** Trees as in RFC 6962 §2.1: leaves and nodes are hashed with different first bytes, so that no node passes for a leaf. */
const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

const sha256 = (...parts: readonly Uint8Array[]): Buffer => hash('sha256', Buffer.concat(parts), 'buffer');

/** The hash of one leaf. */
export const leafHash = (content: Uint8Array): Buffer => sha256(LEAF, content);

/** The hash of two subtrees, the earlier leaves left. */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => sha256(NODE, left, right);

/** The root over leaves that come one after another; keeps no more than one hash a level. */
export class MerkleRoot {
  /** Complete subtrees, largest first; two of a size are never left standing. */
  private readonly subtrees: { readonly size: number; readonly hash: Buffer }[] = [];
  private count = 0;

  get leafCount(): number {
    return this.count;
  }

  add(leaf: Buffer): void {
    this.count += 1;
    let tree = { size: 1, hash: leaf };
    for (let last = this.subtrees.at(-1); last?.size === tree.size; last = this.subtrees.at(-1)) {
      this.subtrees.pop();
      tree = { size: tree.size * 2, hash: nodeHash(last.hash, tree.hash) };
    }
    this.subtrees.push(tree);
  }

  /** Lower-case hexadecimal. A tree without leaves has the hash of nothing. */
  root(): string {
    const hashes = this.subtrees.map(({ hash }) => hash);
    const last = hashes.pop();
    return (last === undefined ? sha256() : hashes.reduceRight((right, left) => nodeHash(left, right), last)).toString('hex');
  }
}

/** The largest power of two that is smaller than `size`. */
function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

/** A tree that is kept, for proofs of many of its leaves: every subtree is hashed once. */
export class MerkleTree {
  private readonly hashes = new Map<string, Buffer>();

  constructor(private readonly leaves: readonly Buffer[]) {}

  /** What has to be hashed with a leaf, from the leaf up, to arrive at the root (RFC 6962 §2.1.1). Hexadecimal. */
  proofOf(position: number): string[] {
    invariant(position >= 0 && position < this.leaves.length, `there is no leaf ${position} among ${this.leaves.length}`);
    const proof: string[] = [];
    for (let [from, size] = [0, this.leaves.length]; size > 1; ) {
      const split = splitOf(size);
      const isLeft = position < from + split;
      proof.unshift((isLeft ? this.hashOf(from + split, size - split) : this.hashOf(from, split)).toString('hex'));
      [from, size] = isLeft ? [from, split] : [from + split, size - split];
    }
    return proof;
  }

  private hashOf(from: number, size: number): Buffer {
    const leaf = this.leaves[from];
    if (size === 1 && leaf !== undefined) return leaf;
    const place = `${from} ${size}`;
    const known = this.hashes.get(place);
    if (known !== undefined) return known;
    const split = splitOf(size);
    const hash = nodeHash(this.hashOf(from, split), this.hashOf(from + split, size - split));
    this.hashes.set(place, hash);
    return hash;
  }
}

/** The root that a leaf and its proof lead to, or null where the proof has not the length that the place demands. */
export function rootFromProof(leaf: Buffer, position: number, leafCount: number, proof: readonly string[]): string | null {
  if (position < 0 || position >= leafCount) return null;
  const sides: ('left' | 'right')[] = [];
  for (let at = position, size = leafCount; size > 1; ) {
    const split = splitOf(size);
    sides.unshift(at < split ? 'right' : 'left');
    [at, size] = at < split ? [at, split] : [at - split, size - split];
  }
  if (sides.length !== proof.length) return null;
  return proof
    .reduce((hash, sibling, level) => {
      const other = Buffer.from(sibling, 'hex');
      return sides[level] === 'left' ? nodeHash(other, hash) : nodeHash(hash, other);
    }, leaf)
    .toString('hex');
}
