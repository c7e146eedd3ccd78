import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { won } from '#libs/money';
import type { StandingLine, StatementLine } from './statement.js';
import { balanceDifference, isSameAccount, keyedLines, reversedLine } from './statement.rules.js';

const line = (changes: Partial<StatementLine> = {}): StatementLine => ({ rowNo: 1, valueOn: localDate('2024-06-03'), timeOfDay: null, amountWon: won(1000), balanceWon: won(5000), counterparty: '가람', kind: '이체', memo: null, reference: null, isReversal: false, ...changes });
const keys = (...lines: StatementLine[]): string[] => keyedLines(lines).map(({ lineKey }) => lineKey);

describe('what tells a line apart', () => {
  it('is the same in every format of one movement', () => {
    expect(keys(line({ counterparty: '가람(주)', kind: null, rowNo: 9 }))).toEqual(keys(line()));
  });

  it('is another for another amount, day or balance, and for the second of two equal ones', () => {
    const all = keys(line(), line(), line({ amountWon: won(-1000) }), line({ valueOn: localDate('2024-06-04') }), line({ balanceWon: won(6000) }), line({ balanceWon: null }), line({ balanceWon: null, memo: '다른 건' }));
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('the balances of a file', () => {
  it.each([
    ['add up', 4000, 5000, 0n],
    ['are off where a line is missing', 4000, 5500, 500n],
  ])('%s', (_, opening, closing, difference) => {
    expect(balanceDifference({ lines: [line()], refused: [], openingWon: won(opening), closingWon: won(closing), accountNumber: null })).toBe(difference);
  });

  it('cannot be judged where one is not stated', () => {
    expect(balanceDifference({ lines: [line()], refused: [], openingWon: null, closingWon: won(5000), accountNumber: null })).toBeNull();
  });
});

it.each([
  ['3010147****21', true],
  ['3010147123421', true],
  ['3010147****22', false],
  ['30101471234', false],
  ['*************', true],
])('an account printed as %s is the one that ends in 3421: %s', (printed, same) => {
  expect(isSameAccount(printed, { numberTail: '3421', numberLength: 13 })).toBe(same);
});

describe('a reversal', () => {
  const standing = (id: string, changes: Partial<StandingLine> = {}): StandingLine => ({ id, valueOn: localDate('2024-06-03'), amountWon: won(1000), counterparty: '가람', isReversal: false, ...changes });
  const reversal = standing('r', { amountWon: won(-1000), isReversal: true, valueOn: localDate('2024-06-05') });

  it('takes back the latest earlier line of the opposite amount and the same name', () => {
    const earlier = [standing('a'), standing('b', { valueOn: localDate('2024-06-04') }), standing('c', { valueOn: localDate('2024-06-06') }), standing('d', { counterparty: '나래', valueOn: localDate('2024-06-05') })];
    expect(reversedLine(reversal, earlier)?.id).toBe('b');
  });

  it('takes back none of another amount, and none where names cannot tell two apart', () => {
    expect(reversedLine(reversal, [standing('a', { amountWon: won(999) })])).toBeNull();
    expect(reversedLine({ ...reversal, counterparty: null }, [standing('a'), standing('b', { counterparty: '나래' })])).toBeNull();
  });
});
