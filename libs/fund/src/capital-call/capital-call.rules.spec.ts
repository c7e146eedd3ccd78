import { describe, expect, it } from '@jest/globals';
import { holidayCalendar, localDate } from '#libs/calendar';
import { basisPoints, won, ZERO_WON } from '#libs/money';
import fc from 'fast-check';
import { callGivesItsNotice, callStaysWithinCommitments, overdueInterest, splitCall, type PartnerCapital } from './capital-call.rules.js';

const partners: PartnerCapital[] = [
  ['모태펀드', 10_000_000_000n],
  ['공제회', 5_000_000_000n],
  ['은행A', 3_000_000_000n],
  ['기업B', 1_800_000_000n],
  ['GP', 200_000_000n],
].map(([name, commitment]) => ({ id: name as string, name: name as string, commitmentWon: won(commitment as bigint), calledWon: ZERO_WON }));

describe('a capital call of 20 billion committed', () => {
  it.each([
    [3_333_333_333n, [1_666_666_667n, 833_333_333n, 500_000_000n, 300_000_000n, 33_333_333n]],
    [1_000_000_001n, [500_000_001n, 250_000_000n, 150_000_000n, 90_000_000n, 10_000_000n]],
  ])('of %s is split without losing a won', (amount, shares) => {
    expect(splitCall(won(amount), partners).map((share) => share.amountWon)).toEqual(shares);
  });

  it.each([
    ['the whole commitment', 20_000_000_000n, 'PASS'],
    ['one won more', 20_000_000_001n, 'BLOCK'],
  ])('of %s: %s is %s', (_what, amount, result) => {
    expect(callStaysWithinCommitments(won(amount), partners).result).toBe(result);
  });

  it('never drifts by more than a won from the exact share, over any series of calls', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 10n, max: 10n ** 9n }), { minLength: 1, maxLength: 15 }), (calls) => {
        let state = partners;
        for (const call of calls) {
          const shares = splitCall(won(call), state);
          expect(shares.reduce((sum, share) => sum + share.amountWon, 0n)).toBe(call);
          state = state.map((partner, index) => ({ ...partner, calledWon: won(partner.calledWon + (shares[index]?.amountWon ?? 0n)) }));
        }
        const total = state.reduce((sum, partner) => sum + partner.calledWon, 0n);
        for (const partner of state) {
          const off = partner.calledWon * 20_000_000_000n - total * partner.commitmentWon;
          expect(off > -20_000_000_000n && off < 20_000_000_000n).toBe(true);
        }
      }),
    );
  });
});

describe('over 100,000 random sets of partners', () => {
  /** A small generator of its own: the same sets in every run, without the cost of shrinking what never fails. */
  function numbers(seed: number): (below: number) => number {
    let state = seed;
    return (below) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
  }

  it('two calls in a row are split to the last won, nobody pays back, and nobody is a won or more off in the end', () => {
    const next = numbers(20_211_115);
    const wrong: unknown[] = [];
    for (let round = 0; round < 100_000; round += 1) {
      const commitments = Array.from({ length: 1 + next(8) }, () => BigInt(1 + next(2_000_000_000)) * BigInt(1 + next(50)));
      const committed = commitments.reduce((sum, each) => sum + each, 0n);
      let state = commitments.map((commitment, index): PartnerCapital => ({ id: `${index}`, name: `${index}`, commitmentWon: won(commitment), calledWon: ZERO_WON }));
      for (const call of [BigInt(1 + next(1_000_000_000)), BigInt(1 + next(1_000_000_000))]) {
        const shares = splitCall(won(call), state);
        if (shares.reduce((sum, share) => sum + share.amountWon, 0n) !== call || shares.some((share) => share.amountWon < 0n)) wrong.push({ call, commitments });
        state = state.map((partner, index) => ({ ...partner, calledWon: won(partner.calledWon + (shares[index]?.amountWon ?? 0n)) }));
      }
      const called = state.reduce((sum, partner) => sum + partner.calledWon, 0n);
      const off = state.map((partner) => partner.calledWon * committed - called * partner.commitmentWon);
      if (off.some((each) => each >= committed || each <= -committed)) wrong.push({ called, commitments });
    }
    expect(wrong).toEqual([]);
  });
});

describe('dates of a call', () => {
  it.each([
    ['2023-08-28', '2023-09-11', 'PASS'],
    ['2023-08-28', '2023-09-08', 'WARN'],
  ])('notice %s, due %s: %s', (notice, due, result) => {
    expect(callGivesItsNotice(localDate(notice), localDate(due), 10, holidayCalendar(), '').result).toBe(result);
  });

  it.each([
    ['eight days late', 360_000_000n, '2022-08-31', '2022-09-08', 789_041n],
    ['on the day', 360_000_000n, '2022-08-31', '2022-08-31', 0n],
    ['early', 360_000_000n, '2022-08-31', '2022-08-30', 0n],
    ['unpaid for 515 days', 80_000_000n, '2025-01-31', '2026-06-30', 11_287_671n],
  ])('%s: %s won due %s, paid %s, costs %s at 10 %%', (_what, amount, due, paid, interest) => {
    expect(overdueInterest(won(amount), localDate(due), localDate(paid), basisPoints(1000))).toBe(interest);
  });
});
