import { describe, expect, it } from '@jest/globals';
import { basisPoints, won } from '#libs/money';
import fc from 'fast-check';
import { judgeTransfer, movedBy, partOf, type TransferLimits } from './commitment.rules.js';
import type { Holder, Holding } from './commitment.js';

const LIMITS: TransferLimits = { generalPartnerMinimum: basisPoints(100), generalPartnerClause: '시행령 제34조', limitedPartnersMaximum: 2, limitedPartnersClause: '시행령 제34조' };
const holding = (units: bigint, called = 0n, distributed = 0n): Holding => ({
  units,
  commitmentWon: won(units * 1_000_000n),
  calledWon: won(called),
  paidInWon: won(called),
  recalledWon: won(0n),
  distributedWon: won(distributed),
});
const holder = (name: string, kind: Holder['kind'], units: bigint, changes: Partial<Holder> = {}): Holder => ({ id: name, name, kind, professional: false, ...holding(units), ...changes });

describe('what goes along with units', () => {
  it.each<[string, bigint, bigint, bigint, bigint, bigint]>([
    ['half, rounded down', 9_800n, 1_633_333_333n, 4_900n, 4_900_000_000n, 816_666_666n],
    ['one unit of three', 3n, 100n, 1n, 1_000_000n, 33n],
    ['all that is left', 3n, 100n, 3n, 3_000_000n, 100n],
  ])('is %s', (_what, units, called, moved, commitment, along) => {
    expect(partOf(holding(units, called), moved)).toMatchObject({ units: moved, commitmentWon: commitment, calledWon: along, paidInWon: along });
  });

  it('adds up again on both sides, is never negative, and leaves no more uncalled than was there', () => {
    const cases = fc.tuple(fc.bigInt(1n, 10_000n), fc.bigInt(0n, 1_000_000n), fc.bigInt(0n, 1_000_000n), fc.bigInt(1n, 10_000n)).filter(([units, , , moved]) => moved <= units);
    fc.assert(
      fc.property(cases, ([units, share, distributed, moved]) => {
        const whole = holding(units, (units * 1_000_000n * share) / 1_000_000n, distributed);
        const part = partOf(whole, moved);
        const rest = movedBy(whole, part, -1n);
        expect(movedBy(rest, part, 1n)).toEqual(whole);
        for (const side of [part, rest]) {
          expect([side.calledWon, side.distributedWon].every((amount) => amount >= 0n)).toBe(true);
          expect(side.commitmentWon - side.calledWon >= 0n).toBe(true);
        }
      }),
    );
  });
});

describe('the rules of a transfer', () => {
  const from = holder('양도인', 'LIMITED', 100n);
  const results = (after: readonly Holder[], transferor = from): string[] => judgeTransfer(transferor, after, LIMITS).map(({ result }) => result);

  it.each<[string, Holder[], Holder, string[]]>([
    ['hold', [holder('운용', 'GENERAL', 1n), holder('가', 'LIMITED', 99n)], from, ['PASS', 'PASS', 'PASS']],
    ['stop a transferor who owes what was called', [holder('운용', 'GENERAL', 1n), holder('가', 'LIMITED', 99n)], { ...from, calledWon: won(2n), paidInWon: won(1n) }, ['BLOCK', 'PASS', 'PASS']],
    ['keep one percent with the general partners together', [holder('운용', 'GENERAL', 1n), holder('공동', 'GENERAL', 0n), holder('가', 'LIMITED', 100n)], from, ['PASS', 'BLOCK', 'PASS']],
    ['count limited partners who hold something', [holder('운용', 'GENERAL', 1n), ...['가', '나', '다'].map((name) => holder(name, 'LIMITED', 1n))], from, ['PASS', 'PASS', 'BLOCK']],
    ['do not count those without units, special and professional ones', [holder('운용', 'GENERAL', 1n), holder('가', 'LIMITED', 1n), holder('나', 'LIMITED', 0n), holder('다', 'SPECIAL_LIMITED', 1n), holder('라', 'LIMITED', 1n, { professional: true })], from, ['PASS', 'PASS', 'PASS']],
  ])('%s', (_what, after, transferor, expected) => {
    expect(results(after, transferor)).toEqual(expected);
  });
});
