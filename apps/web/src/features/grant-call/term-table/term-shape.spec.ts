import { describe, expect, it } from '@jest/globals';
import { isTermUnder, leavesOf, leavesUnder, readNumber, recordsOf, termOf, typedNumber, unitOf, withLeaf } from './term-shape.js';

describe('a term that is a tree of numbers', () => {
  const shares = termOf('{"TRANSFER_ACT":{"RESEARCHERS":5000},"INNOVATION_ACT":{"TRANSFER":1500}}');

  it('is read number by number, with the names that lead to it', () => {
    expect(leavesOf(shares)).toEqual([
      { path: ['TRANSFER_ACT', 'RESEARCHERS'], value: 5000 },
      { path: ['INNOVATION_ACT', 'TRANSFER'], value: 1500 },
    ]);
  });

  it('keeps the rest when one number changes', () => {
    expect(withLeaf(shares, ['INNOVATION_ACT', 'TRANSFER'], 1000)).toEqual({ TRANSFER_ACT: { RESEARCHERS: 5000 }, INNOVATION_ACT: { TRANSFER: 1000 } });
  });

  it('is none where something in it is no number', () => {
    expect(leavesOf(termOf('{"first":"300"}'))).toBeNull();
    expect(leavesOf(termOf('no JSON'))).toBeNull();
  });
});

it('shows of a term what the law of the call knows', () => {
  const months = termOf('{"RND":12,"SUBSIDY":6}');
  expect([leavesUnder(months, 'RND'), leavesUnder(months, 'SUBSIDY')]).toEqual([[{ path: ['RND'], value: 12 }], [{ path: ['SUBSIDY'], value: 6 }]]);
  expect(leavesUnder(termOf('{"OTHER":5}'), 'RND')).toHaveLength(1);
  expect(['RND', 'SUBSIDY'].filter((law) => isTermUnder('grant.subsidy-penalty-basis-points', law))).toEqual(['SUBSIDY']);
  expect(['RND', 'SUBSIDY'].every((law) => isTermUnder('grant.score-minimum', law))).toBe(true);
});

it('tells a list of records from an empty list', () => {
  expect(recordsOf(termOf('[{"words":[]}]'))).toEqual([{ words: [] }]);
  expect(recordsOf(termOf('[]'))).toBeNull();
});

describe('what the numbers count', () => {
  it.each([
    ['grant.asset-check-months', 'MONTHS'],
    ['grant.asset-restriction-years', 'YEARS'],
    ['grant.subsidy-penalty-basis-points', 'BASIS_POINTS'],
    ['grant.tiers', 'NONE'],
  ])('%s: %s', (key, unit) => {
    expect(unitOf(key)).toBe(unit);
  });

  it.each([
    ['BASIS_POINTS', '500%', 50_000, '500.00'],
    ['BASIS_POINTS', '0.75', 75, '0.75'],
    ['MONTHS', '6', 6, '6'],
  ] as const)('%s: %s is %d and shown as %s', (unit, typed, value, shown) => {
    expect(readNumber(unit, typed)).toBe(value);
    expect(typedNumber(unit, value)).toBe(shown);
  });

  it.each([
    ['BASIS_POINTS', '반'],
    ['BASIS_POINTS', '1.234'],
    ['YEARS', '5.5'],
    ['YEARS', ''],
  ] as const)('%s: %p cannot be read', (unit, typed) => {
    expect(readNumber(unit, typed)).toBeNull();
  });
});
