import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { won, type Won } from '#libs/money';
import { checkBalances, type BalancedLine } from './balance.rules.js';

const line = (id: string, day: string, amount: number, balance: number | null, isOpen = false): BalancedLine => ({ id, valueOn: localDate(day), amountWon: won(amount), balanceWon: balance === null ? null : won(balance), isOpen });
const opening: Won = won(1000);

describe('the running balance', () => {
  it('adds up over days, also where some lines state none', () => {
    const { breaks, days } = checkBalances([line('a', '2024-06-03', 500, 1500, true), line('b', '2024-06-03', -200, null), line('c', '2024-06-04', 100, 1400)], opening);
    expect(breaks).toEqual([]);
    expect(days.map(({ on, lines, openLines, inWon, outWon, closingWon, differenceWon }) => [on, lines, openLines, inWon, outWon, closingWon, differenceWon])).toEqual([
      ['2024-06-03', 2, 1, 500n, 200n, 1300n, 0n],
      ['2024-06-04', 1, 0, 100n, 0n, 1400n, 0n],
    ]);
  });

  it('breaks once where a movement is missing, and goes on from what the bank states', () => {
    const { breaks, days } = checkBalances([line('a', '2024-06-03', 500, 1700), line('b', '2024-06-04', 100, 1800)], opening);
    expect(breaks).toEqual([{ lineId: 'a', on: '2024-06-03', expectedWon: 1500n, statedWon: 1700n }]);
    expect(days.map(({ differenceWon }) => differenceWon)).toEqual([200n, 0n]);
  });

  it('asserts nothing before the first balance is stated', () => {
    expect(checkBalances([line('a', '2024-06-03', 500, null), line('b', '2024-06-03', 1, 7)], null).breaks).toEqual([]);
  });
});
