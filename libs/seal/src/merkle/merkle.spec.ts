import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { leafHash, MerkleRoot, MerkleTree, nodeHash, rootFromProof } from './merkle.js';

/** RFC 6962 §2.1 word for word, written without the code under test. */
function treeHash(entries: readonly Buffer[]): Buffer {
  const hash = (...parts: Buffer[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();
  if (entries.length === 0) return hash();
  if (entries.length === 1) return hash(Buffer.of(0), entries[0] as Buffer);
  const split = 2 ** Math.ceil(Math.log2(entries.length) - 1);
  return hash(Buffer.of(1), treeHash(entries.slice(0, split)), treeHash(entries.slice(split)));
}

function rootOf(entries: readonly Buffer[]): string {
  const tree = new MerkleRoot();
  for (const entry of entries) tree.add(leafHash(entry));
  return tree.root();
}

const entries = fc.array(fc.uint8Array({ maxLength: 20 }).map((bytes) => Buffer.from(bytes)), { minLength: 1, maxLength: 70 });
const placed = entries.chain((list) => fc.tuple(fc.constant(list), fc.nat({ max: list.length - 1 })));

/** The test vectors that go round with Certificate Transparency: eight entries, and the root over the first n of them. */
const CT_ENTRIES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const CT_ROOTS: readonly (readonly [number, string])[] = [
  [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
  [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
  [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
  [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
];

describe('the Merkle tree', () => {
  it.each(CT_ROOTS)('over %i entries of Certificate Transparency has the root everybody knows', (count, root) => {
    expect(rootOf(CT_ENTRIES.slice(0, count).map((hex) => Buffer.from(hex, 'hex')))).toBe(root);
  });

  it('has the root of the recursion in RFC 6962, however many leaves there are', () => {
    fc.assert(fc.property(entries, (list) => rootOf(list) === treeHash(list).toString('hex')));
  });

  it('gives every leaf a proof that leads to the root', () => {
    fc.assert(
      fc.property(placed, ([list, at]) => {
        const leaves = list.map(leafHash);
        const leaf = leaves[at] as Buffer;
        expect(rootFromProof(leaf, at, list.length, new MerkleTree(leaves).proofOf(at))).toBe(rootOf(list));
      }),
    );
  });

  it('leads nowhere else: not for another leaf, another place, or a proof with a step more, less or changed', () => {
    fc.assert(
      fc.property(placed.filter(([list]) => list.length > 1), fc.nat(), ([list, at], pick) => {
        const leaves = list.map(leafHash);
        const [root, leaf, proof] = [rootOf(list), leaves[at] as Buffer, new MerkleTree(leaves).proofOf(at)];
        const step = pick % proof.length;
        const changed = proof.map((hash, level) => (level === step ? leafHash(Buffer.from(hash, 'hex')).toString('hex') : hash));
        expect(rootFromProof(leafHash(leaf), at, list.length, proof)).not.toBe(root);
        expect(rootFromProof(leaf, at, list.length, changed)).not.toBe(root);
        expect([rootFromProof(leaf, at, list.length, proof.slice(1)), rootFromProof(leaf, at, list.length, [...proof, root])]).toEqual([null, null]);
        expect([rootFromProof(leaf, -1, list.length, proof), rootFromProof(leaf, list.length, list.length, proof)]).toEqual([null, null]);
      }),
    );
  });

  it('takes no node for a leaf', () => {
    const [one, two] = [leafHash(Buffer.from('one')), leafHash(Buffer.from('two'))];
    expect(leafHash(Buffer.concat([one, two]))).not.toEqual(nodeHash(one, two));
  });
});
