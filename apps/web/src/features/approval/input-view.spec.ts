import { describe, expect, it } from '@jest/globals';
import { columnsOf, leavesOf, partsOf, pathOf, readInputValue } from './input-view.js';

describe('what a member of an input is', () => {
  it.each([
    ['deal', 'amountWon', '2000000000', { kind: 'won', amount: '2000000000' }],
    ['', 'obligationRatio', 5000, { kind: 'percent', basisPoints: 5000 }],
    ['deal', 'paidOn', '2023-06-30', { kind: 'date', date: '2023-06-30' }],
    ['', 'at', '2023-06-30T01:00:00.000Z', { kind: 'instant', instant: '2023-06-30T01:00:00.000Z' }],
    ['', 'fundId', '0779a120-dd44-4169-8959-f4ee500a04f7', { kind: 'id', id: '0779a120-dd44-4169-8959-f4ee500a04f7' }],
    ['', 'sha256', 'a'.repeat(64), { kind: 'hash', hash: 'a'.repeat(64) }],
    ['company', 'businessNumber', '4068106180', { kind: 'businessNumber', digits: '4068106180' }],
    ['deal', 'kind', 'NEW', { kind: 'code', group: 'investmentKind', code: 'NEW' }],
    ['evidence', 'kind', '주주명부', { kind: 'text', text: '주주명부' }],
    ['', 'recycling', true, { kind: 'flag', flag: true }],
    ['deal', 'shares', '40000', { kind: 'count', count: '40000' }],
    ['deal', 'note', null, { kind: 'absent' }],
    // A name that only looks like money is text: nobody signs a figure that was guessed.
    ['', 'bankReference', '2000000000', { kind: 'text', text: '2000000000' }],
  ])('%s.%s', (parent, key, value, read) => {
    expect(readInputValue(parent, key, value)).toEqual(read);
  });
});

describe('the parts of an input', () => {
  it('are plain members, groups and lists; what is empty is left out', () => {
    const parts = partsOf({ fundId: 'f', deal: { amountWon: '1' }, evidence: [{ kind: 'A' }], roles: ['ADMIN'], note: null, none: [] });
    expect(parts.plain.map(([key]) => key)).toEqual(['fundId', 'roles']);
    expect(parts.groups.map(([key]) => key)).toEqual(['deal']);
    expect(parts.lists.map(([key]) => key)).toEqual(['evidence']);
  });

  it('show only columns that somebody filled in', () => {
    expect(columnsOf([{ kind: 'A', issuer: null }, { kind: 'B', issuer: null, issuedOn: '2023-01-01' }])).toEqual(['kind', 'issuedOn']);
  });

  it('are found again by their JSON pointers, whatever their names hold', () => {
    const leaves = leavesOf({ 'a/b': { 'c~d': [1, null] } });
    expect([...leaves.keys()].map(pathOf)).toEqual([
      ['a/b', 'c~d', '0'],
      ['a/b', 'c~d', '1'],
    ]);
  });
});
