import { describe, expect, it } from '@jest/globals';
import { won } from '#libs/money';
import { clawbackComesAtTheEnd, returnedCarry, taxStaysWithinCarry } from './carry.rules.js';

describe('a clawback', () => {
  it.each([
    ['with nothing held', clawbackComesAtTheEnd(won(0n), '').result, 'PASS'],
    ['with a won of cost held', clawbackComesAtTheEnd(won(1n), '').result, 'BLOCK'],
    ['with tax on all of it', taxStaysWithinCarry(won(100n), won(100n), '').result, 'PASS'],
    ['with more tax than carry', taxStaysWithinCarry(won(101n), won(100n), '').result, 'BLOCK'],
  ])('%s: %s', (_what, result, expected) => {
    expect(result).toBe(expected);
  });

  it('is given back by whoever received carry, in proportion', () => {
    const received = [{ partnerId: 'A', amountWon: won(300n) }, { partnerId: 'B', amountWon: won(0n) }, { partnerId: 'C', amountWon: won(101n) }];
    expect(returnedCarry(won(200n), received)).toEqual([{ partnerId: 'A', amountWon: 150n }, { partnerId: 'C', amountWon: 50n }]);
    expect(returnedCarry(won(401n), received).map((part) => part.amountWon)).toEqual([300n, 101n]);
    expect(returnedCarry(won(0n), received).map((part) => part.amountWon)).toEqual([0n, 0n]);
  });
});
