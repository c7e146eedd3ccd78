import { describe, expect, it } from '@jest/globals';
import { basisPoints, sumWon, won, ZERO_WON, type Won } from '#libs/money';
import { capitalTargets, firstLossCapital, settle } from './split.rules.js';

const amounts = (...list: number[]): Won[] => list.map((each) => won(BigInt(each)));

describe('capital comes back by what was paid in, and last to whoever stands in for losses', () => {
  const partners = ['A', 'B', 'GP'];
  const paid = amounts(600, 300, 100);

  it.each<[string, number, number, bigint[]]>([
    ['nobody stands in', 500, 0, [300n, 150n, 50n]],
    ['the general partner with 50 of its 100', 500, 500, [316n, 158n, 26n]],
    ['the others are whole before its last 50', 950, 500, [600n, 300n, 50n]],
    ['and then it gets them', 970, 500, [600n, 300n, 70n]],
    ['all is back', 1_000, 500, [600n, 300n, 100n]],
    ['it stands in with no more than it paid', 900, 9_000, [600n, 300n, 0n]],
  ])('%s: of %s won', (_what, returned, share, expected) => {
    const firstLoss = share === 0 ? [] : [{ partnerId: 'GP', share: basisPoints(share) }];
    expect(capitalTargets(won(BigInt(returned)), paid, partners, firstLoss)).toEqual(expected);
  });

  it('several may stand in', () => {
    expect(firstLossCapital(paid, partners, [{ partnerId: 'GP', share: basisPoints(500) }, { partnerId: 'A', share: basisPoints(1_000) }])).toEqual([100n, 0n, 50n]);
  });
});

describe('what is handed out goes to those who are behind', () => {
  it.each<[string, number, number[], number[], bigint[]]>([
    ['nobody got anything yet', 100, [60, 40], [0, 0], [60n, 40n]],
    ['one got too much', 100, [160, 140], [180, 20], [0n, 100n]],
    ['two are behind', 90, [100, 100, 100], [10, 100, 100], [90n, 0n, 0n]],
    ['nothing', 0, [1, 1], [1, 1], [0n, 0n]],
  ])('%s', (_what, amount, targets, earlier, expected) => {
    expect(settle(won(BigInt(amount)), amounts(...targets), amounts(...earlier))).toEqual(expected);
  });
});

describe('over 100,000 random sets of partners', () => {
  it('capital and profit of two distributions are split to the last won, nobody gives back, and nobody is a won or more off in the end', () => {
    let state = 20_281_115;
    const next = (below: number): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const wrong: unknown[] = [];
    for (let round = 0; round < 100_000; round += 1) {
      const contributed = Array.from({ length: 1 + next(8) }, () => won(BigInt(1 + next(2_000_000_000)) * BigInt(1 + next(50))));
      const all = sumWon(contributed);
      const partners = contributed.map((_, index) => `${index}`);
      let got = contributed.map(() => ZERO_WON);
      let returned = 0n;
      for (const amount of [(all * BigInt(next(500))) / 1_000n, (all * BigInt(next(500))) / 1_000n + 1n]) {
        returned += amount;
        const shares = settle(won(amount), capitalTargets(won(returned), contributed, partners, []), got);
        if (sumWon(shares) !== amount || shares.some((share) => share < 0n)) wrong.push({ amount, contributed });
        got = got.map((each, index) => won(each + (shares[index] ?? 0n)));
      }
      const off = got.map((each, index) => each * all - returned * (contributed[index] ?? 0n));
      if (off.some((each) => each >= all || each <= -all)) wrong.push({ returned, contributed });
    }
    expect(wrong).toEqual([]);
  });
});
