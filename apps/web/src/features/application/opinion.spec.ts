import { describe, expect, it } from '@jest/globals';
import { BLANK_OPINION, declarationsOf, isWrong, scoresOf, type Opinion } from './opinion.js';

const opinion = (changes: Partial<Opinion>): Opinion => ({ ...BLANK_OPINION, ...changes });
const ROWS = [
  { voucherId: 'a', ownDeclaration: null },
  { voucherId: 'b', ownDeclaration: null },
  { voucherId: 'c', ownDeclaration: 'FREE' as const },
];

describe('what an evaluator typed', () => {
  it('declares on every application that was not declared on, free unless it is marked', () => {
    expect(declarationsOf(ROWS, { b: opinion({ conflicted: true, note: ' 공동 특허 보유 ' }) })).toEqual([
      { voucherId: 'a', conflicted: false },
      { voucherId: 'b', conflicted: true, note: '공동 특허 보유' },
    ]);
  });

  it('scores what has a score, and never what is marked', () => {
    expect(scoresOf(ROWS, { a: opinion({ score: ' 87.5 ' }), b: opinion({ conflicted: true, score: '90' }), c: opinion({ score: '70', comment: '시장성' }) })).toEqual([
      { voucherId: 'a', score: '87.5' },
      { voucherId: 'c', score: '70', comment: '시장성' },
    ]);
  });

  it.each([
    [{}, false],
    [{ score: '100' }, false],
    [{ score: '99.99' }, false],
    [{ score: '100.5' }, true],
    [{ score: '-1' }, true],
    [{ score: '팔십' }, true],
    [{ conflicted: true, note: '지도' }, true],
    [{ conflicted: true, note: '지도교수 관계' }, false],
  ])('of %j is wrong: %s', (changes, wrong) => {
    expect(isWrong({ voucherId: 'a', ownDeclaration: null }, opinion(changes))).toBe(wrong);
  });
});
