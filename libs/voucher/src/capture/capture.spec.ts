import { describe, expect, it } from '@jest/globals';
import { won } from '#libs/money';
import { captureMoney, OwnMoney } from './capture.js';
import { claimerIsNotTheDecider } from './capture.rules.js';

describe('what a decision to pay takes', () => {
  it.each([
    ['as contracted', [2_666_666n, 666_667n], 2_666_666n, 1_250_000n, [2_666_666n, 666_667n, 0n]],
    ['less than contracted: the rest of the hold is free', [2_400_000n, 600_000n], 2_666_666n, 1_250_000n, [2_400_000n, 600_000n, 266_666n]],
    ['more of its own than the company paid in: it pays the rest directly', [80n, 20n], 80n, 15n, [80n, 15n, 0n]],
    ['nothing of its own where nothing was paid in', [80n, 20n], 80n, 0n, [80n, 0n, 0n]],
  ] as const)('%s', (_what, [government, self], held, lot, [publicWon, ownWon, releasedWon]) => {
    expect(captureMoney({ governmentWon: won(government), selfWon: won(self) }, won(held), won(lot))).toEqual({ publicWon, ownWon, releasedWon });
  });

  it('gives the own money of one voucher out once among the claims of a batch', () => {
    const money = new OwnMoney();
    money.use('one', won(30n));
    money.use('one', won(20n));
    expect([money.left('one', won(60n)), money.left('two', won(60n))]).toEqual([10n, 60n]);
  });
});

describe('who decides', () => {
  it.each([
    ['maker', 'checker', 'PASS'],
    ['maker', 'maker', 'BLOCK'],
    [null, 'checker', 'PASS'],
  ] as const)('claim of %s, decision of %s', (claimer, decider, result) => {
    expect(claimerIsNotTheDecider(claimer, decider).result).toBe(result);
  });
});
