import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chainHashOf, fingerprintOf, headerText, isSignedBy, NOTHING_BEFORE, pathBack, pemOf, publicKeyOf, signatureOf, skipOf, type Batch } from './batch.js';
import { ChainCheck, leadsBack } from './chain-check.js';

const keys = generateKeyPairSync('ed25519');
const others = generateKeyPairSync('ed25519');

/** A sound chain of `length` batches. */
function chainOf(length: number): Batch[] {
  const chain: Batch[] = [];
  for (let number = 1; number <= length; number += 1) {
    const hashAt = (at: number): string => chain[at - 1]?.chainHash ?? NOTHING_BEFORE;
    const header = {
      number,
      previousHash: hashAt(number - 1),
      skipHash: hashAt(skipOf(number)),
      root: number.toString(16).padStart(64, '0'),
      leafCount: number,
      fromTick: String((number - 1) * 10),
      untilTick: String(number * 10),
      sealedAt: '2026-11-22T00:00:00.000Z',
    };
    const chainHash = chainHashOf(header);
    chain.push({ ...header, chainHash, keyName: 'k1', signature: signatureOf(chainHash, keys.privateKey) });
  }
  return chain;
}

function faultsOf(chain: readonly Batch[]): (string | null)[] {
  const check = new ChainCheck((name) => (name === 'k1' ? keys.publicKey : null));
  return chain.map((batch) => check.next(batch));
}

const CHAIN = chainOf(70);

describe('the chain of batches', () => {
  it.each([
    [1, 0],
    [2, 0],
    [3, 2],
    [12, 8],
    [13, 12],
    [4_294_967_297, 4_294_967_296],
  ])('batch %i names batch %i beside the one before it', (number, skip) => {
    expect(skipOf(number)).toBe(skip);
  });

  it('is sound as it was made', () => {
    expect(new Set(faultsOf(CHAIN))).toEqual(new Set([null]));
  });

  it('shows every change of every member of every batch, there and nowhere before', () => {
    const members = ['previousHash', 'skipHash', 'root', 'leafCount', 'fromTick', 'untilTick', 'sealedAt', 'chainHash', 'keyName', 'signature'] as const;
    const changed = (batch: Batch, member: (typeof members)[number]): Batch => ({ ...batch, [member]: member === 'leafCount' ? batch.leafCount + 1 : `${batch[member].slice(0, -1)}${batch[member].endsWith('9') ? '8' : '9'}` });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: CHAIN.length }), fc.constantFrom(...members), (number, member) => {
        const tampered = CHAIN.map((batch) => (batch.number === number ? changed(batch, member) : batch));
        expect(faultsOf(tampered).findIndex((fault) => fault !== null)).toBe(number - 1);
      }),
    );
  });

  it('shows a batch left out, doubled or out of its order', () => {
    expect(faultsOf(CHAIN.filter(({ number }) => number !== 5))[4]).toBe('ORDER');
    expect(faultsOf([...CHAIN.slice(0, 5), ...CHAIN.slice(4)])[5]).toBe('ORDER');
    expect(faultsOf([...CHAIN.slice(1, 2), ...CHAIN.slice(0, 1)])[0]).toBe('ORDER');
  });

  it('is of one hand: a signature of anybody else is none', () => {
    const [first] = CHAIN as [Batch];
    expect(isSignedBy(first, others.publicKey)).toBe(false);
    expect(faultsOf([{ ...first, signature: signatureOf(first.chainHash, others.privateKey) }])).toEqual(['SIGNATURE']);
    expect(faultsOf([{ ...first, keyName: 'k9' }])).toEqual(['KEY_UNKNOWN']);
  });

  it('leads from any batch back to any other in a few steps', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 70 }), fc.integer({ min: 1, max: 70 }), (a, b) => {
        const path = pathBack(Math.max(a, b), Math.min(a, b));
        expect([path[0], path.at(-1)]).toEqual([Math.max(a, b), Math.min(a, b)]);
        expect(leadsBack(path.map((number) => CHAIN[number - 1] as Batch))).toBe(true);
      }),
    );
    expect(pathBack(1_000_000, 1).length).toBeLessThan(200);
  });

  it('does not lead along batches that do not name each other', () => {
    expect(leadsBack([12, 7].map((number) => CHAIN[number - 1] as Batch))).toBe(false);
    const [, second] = CHAIN as [Batch, Batch];
    expect(leadsBack([{ ...second, previousHash: NOTHING_BEFORE, skipHash: NOTHING_BEFORE }, CHAIN[0] as Batch])).toBe(false);
  });

  it('hashes lines that a person can write down', () => {
    expect(headerText(CHAIN[0] as Batch).split('\n')).toEqual([
      'baton seal 1',
      'number 1',
      `previous ${NOTHING_BEFORE}`,
      `skip ${NOTHING_BEFORE}`,
      `root ${'1'.padStart(64, '0')}`,
      'leaves 1',
      'ticks 0 10',
      'sealed 2026-11-22T00:00:00.000Z',
    ]);
  });

  it('knows a key by its fingerprint, wherever it was written down', () => {
    expect(fingerprintOf(publicKeyOf(pemOf(keys.publicKey)))).toBe(fingerprintOf(keys.publicKey));
    expect(fingerprintOf(others.publicKey)).not.toBe(fingerprintOf(keys.publicKey));
  });
});
