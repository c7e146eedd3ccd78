import { describe, expect, it } from '@jest/globals';
import { addDays, localDate } from '#libs/calendar';
import { negateWon, won } from '#libs/money';
import fc from 'fast-check';
import { internalRate } from './internal-rate.rules.js';
import type { CashFlow } from './performance.js';

const flow = (on: string, amount: number): CashFlow => ({ on: localDate(on), amountWon: won(BigInt(amount)) });

describe('internal rate of return, Actual/365', () => {
  // TV-8 of docs/domain.md.
  it.each<[string, CashFlow[], number, string]>([
    ['a year of 365 days', [flow('2022-01-01', -100), flow('2023-01-01', 110)], 10, '10.0000'],
    ['a year of 366 days', [flow('2024-01-01', -100), flow('2025-01-01', 110)], 9.971359, '9.9714'],
    [
      'several flows',
      [flow('2022-03-28', -2_000_000_000), flow('2024-06-28', -500_000_000), flow('2025-09-30', 1_200_000_000), flow('2028-03-31', 3_900_000_000)],
      15.5161,
      '15.5161',
    ],
    ['a loss', [flow('2022-01-01', -1_000_000_000), flow('2025-01-01', 300_000_000)], -33.0322, '-33.0322'],
    ['nothing gained', [flow('2022-01-01', -100), flow('2025-01-01', 100)], 0, '0.0000'],
    ['in any order', [flow('2023-01-01', 110), flow('2022-01-01', -100)], 10, '10.0000'],
  ])('%s', (_what, flows, percent, text) => {
    const rate = internalRate(flows);
    expect((rate.rate ?? Number.NaN) * 100).toBeCloseTo(percent, percent === 9.971359 ? 6 : 4);
    expect(rate).toMatchObject({ percent: text, reason: null, ambiguous: false });
  });

  // Data and results as published; amounts in hundredths where the source has cents.
  it.each<[string, CashFlow[], number]>([
    [
      // The example of the XIRR page of Excel's documentation. Excel prints 0.373362535 because it stops within 1e-8; the root, which
      // Google Sheets and Univer's test suite (packages/engine-formula, xirr) give for the same cells, is this.
      'the example of the Excel documentation',
      [flow('2008-01-01', -10_000), flow('2008-03-01', 2_750), flow('2008-10-30', 4_250), flow('2009-02-15', 3_250), flow('2009-04-01', 2_750)],
      0.373_362_533_518_831_4,
    ],
    [
      // java-xirr (RayDeCampo/java-xirr), XirrTest.xirr_readme_example.
      'the example of java-xirr',
      [flow('2016-01-15', -1_000), flow('2016-02-08', -2_500), flow('2016-04-17', -1_000), flow('2016-08-24', 5_050)],
      0.250_423_471_054_083_8,
    ],
    [
      // pyxirr (Anexen/pyxirr), tests/samples/unordered.csv and tests/common/cases.rs.
      'the unordered sample of pyxirr',
      [flow('2015-06-11', -1_000), flow('2015-07-21', -9_000), flow('2018-06-10', 20_000), flow('2015-10-17', -3_000)],
      0.163_537_158_44,
    ],
    [
      // pyxirr, tests/samples/minus_0_99.csv: nearly all is lost in two months.
      'a rate close to −100 % in pyxirr',
      [flow('2021-06-09', -13_409), flow('2021-08-11', 4_086)],
      -0.998_976_923_173_427_7,
    ],
  ])('equals public references to 1e-9: %s', (_what, flows, published) => {
    expect(Math.abs((internalRate(flows).rate ?? Number.NaN) - published)).toBeLessThan(1e-9);
  });

  it.each<[string, CashFlow[], string]>([
    ['no flows', [], 'NO_FLOWS'],
    ['only zeros', [flow('2022-01-01', 0)], 'NO_FLOWS'],
    ['a single payment', [flow('2022-01-01', -100)], 'NO_SIGN_CHANGE'],
    ['only receipts', [flow('2022-01-01', 100), flow('2023-01-01', 100)], 'NO_SIGN_CHANGE'],
    ['all on one day', [flow('2022-01-01', -100), flow('2022-01-01', 110)], 'NO_RATE_FOUND'],
    ['never worth nothing', [flow('2022-01-01', 100), flow('2023-01-01', -150), flow('2024-01-01', 100)], 'NO_RATE_FOUND'],
  ])('is null with a reason: %s', (_what, flows, reason) => {
    expect(internalRate(flows)).toMatchObject({ rate: null, percent: null, reason });
  });

  it('warns when another rate solves the flows as well, and gives the one nearest to zero', () => {
    const rate = internalRate([flow('2021-01-01', -100), flow('2022-01-01', 230), flow('2023-01-01', -132)]);
    expect(rate).toMatchObject({ percent: '10.0000', ambiguous: true });
  });

  it('leaves nothing when the flows are discounted with it', () => {
    const flows = fc.array(fc.record({ days: fc.integer({ min: 1, max: 4_000 }), amount: fc.integer({ min: 1, max: 10_000_000_000 }) }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000_000 }), flows, (paid, back) => {
        const start = localDate('2021-11-15');
        const list = [{ on: start, amountWon: negateWon(won(BigInt(paid))) }, ...back.map(({ days, amount }) => ({ on: addDays(start, days), amountWon: won(BigInt(amount)) }))];
        const { rate, reason } = internalRate(list);
        fc.pre(reason === null && rate !== null && rate > -0.9 && rate < 100);
        const worth = -paid + back.reduce((sum, { days, amount }) => sum + amount / (1 + (rate ?? 0)) ** (days / 365), 0);
        expect(Math.abs(worth / paid)).toBeLessThan(1e-6);
      }),
    );
  });
});
