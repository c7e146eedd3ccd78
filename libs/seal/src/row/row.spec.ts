import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hashOfLeaf, rowDigest, type SealedRow } from './row.js';

const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('가', '가', '😀', '\u0000', '"', '\\', '\n'));
const rows: fc.Arbitrary<SealedRow> = fc.dictionary(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 8 }), texts, { maxKeys: 6 });

describe('the digest of a row', () => {
  it('is the same in whatever order the columns come', () => {
    fc.assert(fc.property(rows, (row) => rowDigest('fund', row) === rowDigest('fund', Object.fromEntries(Object.entries(row).reverse()))));
  });

  it('is another one for another value in any column', () => {
    fc.assert(
      fc.property(rows, fc.nat(), texts, (row, pick, text) => {
        const columns = Object.keys(row);
        const column = columns[pick % columns.length];
        fc.pre(column !== undefined && row[column] !== text);
        expect(rowDigest('fund', { ...row, [column as string]: text })).not.toBe(rowDigest('fund', row));
      }),
    );
  });

  it.each([
    ['composed and decomposed Hangul', '한글', '한글'.normalize('NFD')],
    ['an emoji and its neighbour', '😀', '😁'],
    ['a letter and the one that looks like it', 'A', 'А'],
    ['a space and a no-break space', 'a b', 'a\u00a0b'],
  ])('tells %s apart', (_, one, other) => {
    expect(rowDigest('fund', { name: one })).not.toBe(rowDigest('fund', { name: other }));
  });

  it('is another one in another table, and for another column with the same value', () => {
    expect(new Set([rowDigest('fund', { a: 'x' }), rowDigest('party', { a: 'x' }), rowDigest('fund', { b: 'x' }), rowDigest('fund', { a: [{ x: 'x' }] })]).size).toBe(4);
  });

  it('does not change with what it is called: key and table are in the leaf', () => {
    const leaf = { table: 'fund', key: '1', digest: rowDigest('fund', { id: '1' }) };
    const hashes = [leaf, { ...leaf, key: '2' }, { ...leaf, table: 'party' }].map((each) => hashOfLeaf(each).toString('hex'));
    expect(new Set(hashes).size).toBe(3);
  });

  // Worked out by hand: printf 'baton row 1\nfund\n{"id":"1","name":"한글"}' | sha256sum
  it('is what anybody gets who writes the row down', () => {
    expect(rowDigest('fund', { name: '한글', id: '1' })).toBe('f710b6da847b328e89cfae26f7d22b65013960e0dde836c7c27d7bd62edbe47b');
  });
});
