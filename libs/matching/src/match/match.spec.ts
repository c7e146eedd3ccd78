import { describe, expect, it } from '@jest/globals';
import { addDays, localDate } from '#libs/calendar';
import { basisPoints, won, type Won } from '#libs/money';
import fc from 'fast-check';
import type { MatchTerms, PrivateMove } from './match.js';
import { governmentCommitment, matchClawback, privatePosition, releasable, releasePosition, roundTrips, splitUnspent } from './match.rules.js';

const TERMS: MatchTerms = { match: basisPoints(10_000), governmentAtMost: basisPoints(5_000), capPerProjectWon: won(300_000_000n), clause: '사업공고' };
const mn = (millions: number): Won => won(BigInt(millions) * 1_000_000n);
const day = localDate('2021-06-01');
const move = (offset: number, kind: PrivateMove['kind'], amount: bigint, source: PrivateMove['source'] = 'OWN'): PrivateMove => ({ on: addDays(day, offset), kind, amountWon: won(amount), source });

describe('what the government commits', () => {
  // TV-16
  it.each<[string, Won, Won, number, bigint, string]>([
    ['one to one', mn(250), mn(900), 10_000, 250_000_000n, 'MATCH'],
    ['four to five', mn(250), mn(900), 8_000, 200_000_000n, 'MATCH'],
    ['the cap of a project', mn(400), mn(900), 10_000, 300_000_000n, 'CAP'],
    ['what the budget has left', mn(400), mn(120), 10_000, 120_000_000n, 'BUDGET'],
    ['never more than half of the whole', mn(100), mn(900), 20_000, 100_000_000n, 'SHARE'],
    ['nothing of an empty budget', mn(100), mn(0), 10_000, 0n, 'BUDGET'],
  ])('%s', (_what, own, left, match, government, bound) => {
    expect(governmentCommitment(own, left, { ...TERMS, match: basisPoints(match) })).toEqual({ governmentWon: government, bound });
  });
});

describe('what may be released', () => {
  it.each([
    [0n, 0n],
    [33_333_333n, 26_666_666n],
    [100_000_000n, 80_000_000n],
    [250_000_000n, 200_000_000n],
    [260_000_000n, 200_000_000n],
  ])('with %d won of 250 million in: %d', (counted, expected) => {
    expect(releasable(mn(200), mn(250), won(counted))).toBe(expected);
  });

  it('TV-16: 50 million withdrawn after full release are 40 million too much', () => {
    const moves = [move(0, 'DEPOSIT', 250_000_000n), move(60, 'RETURN', 50_000_000n)];
    const position = releasePosition({ governmentWon: mn(200), privateWon: mn(250) }, moves, [{ on: addDays(day, 10), amountWon: mn(200) }], addDays(day, 60));
    expect(position).toMatchObject({ countedWon: 200_000_000n, releasableWon: 160_000_000n, overReleasedWon: 40_000_000n, remainingWon: 0n });
  });

  it('only own money counts, and what was matched leaves first', () => {
    const moves = [move(0, 'DEPOSIT', 100n), move(0, 'DEPOSIT', 50n, 'GUARANTEED_LOAN'), move(5, 'RETURN', 120n)];
    expect([privatePosition(moves, day), privatePosition(moves, addDays(day, 5))]).toEqual([
      { countedWon: 100n, uncountedWon: 50n },
      { countedWon: 0n, uncountedWon: 30n },
    ]);
  });

  it('money that only passes through is seen', () => {
    const through = [move(0, 'DEPOSIT', 100n), move(30, 'RETURN', 100n)];
    const stayed = [move(0, 'DEPOSIT', 100n), move(31, 'RETURN', 100n)];
    expect([roundTrips(through, 30).length, roundTrips(stayed, 30).length]).toEqual([1, 0]);
  });

  it('is never more than committed, never falls with a deposit, and is exact where all is in', () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 10n });
    fc.assert(
      fc.property(amount, amount, amount, amount, (government, committed, first, more) => {
        const before = releasable(won(government), won(committed), won(first));
        const after = releasable(won(government), won(committed), won(first + more));
        expect(before <= after && after <= government).toBe(true);
        if (committed > 0n) expect(releasable(won(government), won(committed), won(committed))).toBe(government);
      }),
    );
  });

  /** Whoever asks before each step releases no more than is allowed at that instant: 10^5 steps of 500 lives. */
  it('a release that is asked for first never exceeds what is allowed, whatever the private side does', () => {
    const step = fc.record({ kind: fc.constantFrom('DEPOSIT' as const, 'RETURN' as const, 'RELEASE' as const), amount: fc.bigInt({ min: 1n, max: 100_000_000n }) });
    fc.assert(
      fc.property(fc.array(step, { minLength: 200, maxLength: 200 }), (steps) => {
        let [counted, released] = [0n, 0n];
        for (const { kind, amount } of steps) {
          const allowed = releasable(mn(200), mn(250), won(counted));
          if (kind === 'DEPOSIT') counted += amount;
          else if (kind === 'RETURN') counted -= amount < counted ? amount : counted;
          else if (released + amount <= allowed) {
            released += amount;
            expect(released <= allowed).toBe(true);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('what goes back', () => {
  it('TV-16: what is left is split by the commitments', () => {
    expect(splitUnspent(won(123_456_789n), mn(250), mn(200))).toEqual({ privateWon: 68_587_105n, governmentWon: 54_869_684n });
  });

  it('adds the grounds up and drops what is below ten won', () => {
    const clawback = matchClawback({ governmentWon: mn(200), privateWon: mn(250) }, mn(40), { unspentWon: won(123_456_789n), disallowedWon: won(0n), interestWon: won(0n) });
    expect(clawback).toMatchObject({ totalWon: 94_869_684n, noticeWon: 94_869_680n });
  });
});
