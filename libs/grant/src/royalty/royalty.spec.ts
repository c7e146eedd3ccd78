import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { fraction, sumWon, won, ZERO_WON } from '#libs/money';
import fc from 'fast-check';
import { INNOVATION_ROYALTIES, NON_PROFIT_SHARES } from './royalty.policy.js';
import { divideRoyalty, royaltyEndsOn, royaltyYears } from './royalty.rules.js';
import type { RoyaltyIncome, RoyaltyProject } from './royalty.js';

const project: RoyaltyProject = { payer: 'SME', grantWon: won(150_000_000n), endedOn: localDate('2021-12-31'), firstCollectedOn: localDate('2023-06-30') };
const licence = (year: number, amount: bigint): RoyaltyIncome => ({ year, licenceWon: won(amount), ownUse: null });
const sales = (year: number, amount: bigint): RoyaltyIncome => ({ year, licenceWon: ZERO_WON, ownUse: { salesWon: won(amount), contribution: fraction(20n, 100n) } });

describe('what the government gets of the income from results', () => {
  // TV-15 and scenario S13.
  it.each<[string, RoyaltyIncome[], bigint[]]>([
    ['a licence of 200 million', [licence(2023, 200_000_000n)], [5_000_000n]],
    ['own use up to the cap, and nothing the year after', [sales(2023, 3_000_000_000n), sales(2024, 4_000_000_000n)], [15_000_000n, 0n]],
    ['the cap holds over both kinds of income', [licence(2023, 200_000_000n), sales(2024, 3_000_000_000n)], [5_000_000n, 10_000_000n]],
    ['nothing after its last year', [licence(2028, 200_000_000n), licence(2029, 200_000_000n)], [5_000_000n, 0n]],
  ])('%s', (_what, incomes, expected) => {
    expect(royaltyYears(project, incomes, INNOVATION_ROYALTIES).map((year) => year.dueWon)).toEqual(expected);
  });

  it('ends five years after the first collection or seven after the project, whichever is first', () => {
    expect(royaltyEndsOn(project, INNOVATION_ROYALTIES)).toBe('2028-06-30');
    expect(royaltyEndsOn({ ...project, firstCollectedOn: localDate('2025-01-01') }, INNOVATION_ROYALTIES)).toBe('2028-12-31');
  });

  it('never exceeds the cap, in whatever order and size income comes', () => {
    const years = fc.array(fc.record({ year: fc.integer({ min: 2022, max: 2030 }), amount: fc.bigInt({ min: 0n, max: 10n ** 11n }) }), { maxLength: 9 });
    fc.assert(
      fc.property(years, (list) => {
        const due = sumWon(royaltyYears(project, list.map(({ year, amount }) => licence(year, amount)), INNOVATION_ROYALTIES).map((each) => each.dueWon));
        expect(due <= 15_000_000n).toBe(true);
      }),
    );
  });
});

describe('royalties of a non-profit owner', () => {
  it('TV-15: minima are rounded up, the rest absorbs', () => {
    expect(divideRoyalty(won(12_345_678n), NON_PROFIT_SHARES)).toEqual([7_407_407n, 1_851_852n, 1_234_568n, 1_851_851n]);
  });

  it('always adds up', () => {
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), (amount) => expect(sumWon(divideRoyalty(won(amount), NON_PROFIT_SHARES))).toBe(amount)));
  });
});
