import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { basisPoints, negateWon, sumWon, won, ZERO_WON } from '#libs/money';
import { internalRate } from '../performance/internal-rate.rules.js';
import { carryClawback } from './clawback.rules.js';
import { hurdleBalance, yearsBetween } from './hurdle.rules.js';
import { interimPayoutStaysWithinPrincipal } from './interim.rules.js';
import { planDistribution, runWaterfall } from './waterfall.rules.js';
import type { Contribution, PaidDistribution, WaterfallTerms } from './waterfall.js';

const PARTNERS = ['모태펀드', '공제회', '은행A', '기업B', 'GP'];
const SHARES = [50n, 25n, 15n, 9n, 1n];

const terms: WaterfallTerms = {
  hurdle: basisPoints(500),
  dayCount: 'ACTUAL_365',
  carry: basisPoints(2000),
  catchUp: null,
  firstLoss: [],
  carriedPartners: [{ partnerId: 'GP', weight: 1n }],
  interim: 'PRINCIPAL_ONLY',
  clause: '규약 제41조',
};

/** A call of so many million won, paid in by everybody on a day. */
const called = (on: string, millions: bigint): Contribution[] =>
  PARTNERS.map((partnerId, index) => ({ partnerId, on: localDate(on), amountWon: won((millions * 1_000_000n * (SHARES[index] ?? 0n)) / 100n) }));
const contributions = [...called('2021-11-15', 8_000n), ...called('2022-11-15', 6_000n), ...called('2023-11-15', 4_000n)];
const payout = (on: string, millions: bigint) => ({ on: localDate(on), amountWon: won(millions * 1_000_000n) });
const on = localDate('2028-11-15');

describe('32 billion are handed out after 18 billion were paid in (TV-7)', () => {
  it('investors are owed 24,409,028,195 won to have 5 % a year', () => {
    expect(hurdleBalance(contributions, [], terms.hurdle, 'ACTUAL_365', on)).toBe(24_409_028_195n);
  });

  it.each<[string, number | null, bigint, [string, bigint, bigint][], bigint, bigint]>([
    ['no catch-up', null, 32_000n, [['RETURN_OF_CAPITAL', 18_000_000_000n, 0n], ['PREFERRED_RETURN', 6_409_028_195n, 0n], ['SPLIT', 7_590_971_805n, 1_518_194_361n]], 1_518_194_361n, 30_481_805_639n],
    [
      'full catch-up', 10_000, 32_000n,
      [['RETURN_OF_CAPITAL', 18_000_000_000n, 0n], ['PREFERRED_RETURN', 6_409_028_195n, 0n], ['CATCH_UP', 1_602_257_049n, 1_602_257_049n], ['SPLIT', 5_988_714_756n, 1_197_742_951n]],
      2_800_000_000n, 29_200_000_000n,
    ],
    [
      'catch-up of 40 %', 4_000, 32_000n,
      [['RETURN_OF_CAPITAL', 18_000_000_000n, 0n], ['PREFERRED_RETURN', 6_409_028_195n, 0n], ['CATCH_UP', 6_409_028_195n, 2_563_611_278n], ['SPLIT', 1_181_943_610n, 236_388_722n]],
      2_800_000_000n, 29_200_000_000n,
    ],
    ['below the hurdle', null, 20_000n, [['RETURN_OF_CAPITAL', 18_000_000_000n, 0n], ['PREFERRED_RETURN', 2_000_000_000n, 0n], ['SPLIT', 0n, 0n]], 0n, 20_000_000_000n],
  ])('%s', (_what, catchUp, millions, steps, carry, investors) => {
    const [distribution] = runWaterfall({ ...terms, catchUp: catchUp === null ? null : basisPoints(catchUp) }, PARTNERS, contributions, [payout('2028-11-15', millions)]);
    expect(distribution?.steps.map((step) => [step.tier, step.amountWon, step.carryWon])).toEqual(steps);
    expect([distribution?.carryWon, distribution?.totals.investorsWon]).toEqual([carry, investors]);
  });

  it('every partner gets its part, and the general partner its carry beside it', () => {
    const plan = planDistribution(terms, PARTNERS, contributions, [], payout('2028-11-15', 32_000n));
    expect(plan.byPartner.map((each) => [each.partnerId, each.amountWon])).toEqual([
      ['모태펀드', 15_240_902_819n],
      ['공제회', 7_620_451_410n],
      ['은행A', 4_572_270_846n],
      ['기업B', 2_743_362_508n],
      ['GP', 304_818_056n],
    ]);
    expect(plan.carryByPartner).toEqual([{ partnerId: 'GP', amountWon: 1_518_194_361n }]);
    expect([plan.overpaidCarryWon, plan.setsEarlierRight]).toEqual([0n, false]);
  });

  it.each([
    ['before carry', 32_000_000_000n, '9.6335'],
    ['after carry, no catch-up', 30_481_805_639n, '8.7884'],
    ['after carry, full catch-up', 29_200_000_000n, '8.0464'],
    ['at the hurdle', 24_409_028_195n, '5.0000'],
  ])('the rate of return %s: %s won are %s %%', (_what, amount, percent) => {
    const flows = contributions.map((each) => ({ on: each.on, amountWon: negateWon(each.amountWon) }));
    expect(internalRate([...flows, { on, amountWon: won(amount) }]).percent).toBe(percent);
  });

  it('says of each step what it rests on', () => {
    const [distribution] = runWaterfall(terms, PARTNERS, contributions, [payout('2028-11-15', 32_000n)]);
    expect(distribution?.steps.map((step) => step.basis.en)).toEqual([
      'Pro rata up to 18,000,000,000 won: 18,000,000,000 paid in less 0 returned.',
      'Pro rata up to 6,409,028,195 won: the balance of 24,409,028,195 at 5.00% a year, compounded, less capital not returned.',
      'Of the remaining 7,590,971,805 won 20.00% is carry, the rest goes pro rata.',
    ]);
  });
});

describe('distributions one after the other', () => {
  // 18.0 billion in; 10 billion out in 2026, which is capital; the hurdle goes on with what is left.
  it('return capital first, then the hurdle on what was still out, then the split', () => {
    const [first, second] = runWaterfall(terms, PARTNERS, contributions, [payout('2028-11-15', 22_000n), payout('2026-11-15', 10_000n)]);
    expect(first?.steps.map((step) => step.amountWon)).toEqual([10_000_000_000n, 0n, 0n]);
    // 24,409,028,194.53 − 10 billion × 1.05^(731/365) = 13,382,554,365.73
    expect(second?.hurdleBalanceWon).toBe(13_382_554_366n);
    expect(second?.steps.map((step) => step.amountWon)).toEqual([8_000_000_000n, 5_382_554_366n, 8_617_445_634n]);
    expect(second?.carryWon).toBe(1_723_489_126n);
  });

  it('set earlier ones right when facts change: carry paid too much is withheld, the rest stands until the clawback', () => {
    const once = planDistribution(terms, PARTNERS, contributions, [], payout('2028-11-15', 32_000n));
    const paid: PaidDistribution[] = [{ on, byPartner: once.byPartner, carryWon: once.carryWon }];
    // A receipt of 1 billion, found later, was paid in on 2022-11-15: capital and hurdle were more than it seemed.
    const found = [...contributions, ...called('2022-11-15', 1_000n)];
    const next = planDistribution(terms, PARTNERS, found, paid, payout('2029-01-15', 1_000n));
    // 1.05^(2192/365) billion of the excess were the investors': carry 20 % of 6,250,517,851, and of the new billion, is 1,450,103,570.
    expect([next.carryWon, next.distribution.totals.carryWon, next.overpaidCarryWon, next.setsEarlierRight]).toEqual([0n, 1_450_103_570n, 68_090_791n, true]);
    expect(sumWon(next.byPartner.map((each) => each.amountWon))).toBe(1_000_000_000n);
  });

  it('refuse what cannot be: nothing paid in yet, a date before the last one, a catch-up below the carry', () => {
    expect(() => runWaterfall(terms, PARTNERS, contributions, [payout('2021-11-14', 1n)])).toThrow(expect.objectContaining({ code: 'waterfall.nothing-paid-in' }));
    const paid: PaidDistribution[] = [{ on, byPartner: [{ partnerId: 'GP', amountWon: won(1n) }], carryWon: ZERO_WON }];
    expect(() => planDistribution(terms, PARTNERS, contributions, paid, payout('2028-11-14', 1n))).toThrow(expect.objectContaining({ code: 'waterfall.out-of-order' }));
    expect(() => runWaterfall({ ...terms, catchUp: basisPoints(2000) }, PARTNERS, contributions, [])).toThrow(expect.objectContaining({ code: 'waterfall.catch-up' }));
    expect(() => runWaterfall({ ...terms, carry: basisPoints(10_001) }, PARTNERS, contributions, [])).toThrow(expect.objectContaining({ code: 'waterfall.carry' }));
  });
});

describe('first loss: the general partner stands in with 10 % of the capital, of which it paid 1 %', () => {
  const withLoss: WaterfallTerms = { ...terms, firstLoss: [{ partnerId: 'GP', share: basisPoints(1000) }] };

  it.each([
    ['all is back', 18_000n, [9_000, 4_500, 2_700, 1_620, 180]],
    ['100 million are lost: the general partner bears them', 17_900n, [9_000, 4_500, 2_700, 1_620, 80]],
    ['180 million are lost: its whole capital', 17_820n, [9_000, 4_500, 2_700, 1_620, 0]],
    ['1,962 million are lost: the others bear what is above', 16_038n, [8_100, 4_050, 2_430, 1_458, 0]],
  ])('%s', (_what, millions, expected) => {
    const [distribution] = runWaterfall(withLoss, PARTNERS, contributions, [payout('2028-11-15', millions)]);
    expect(distribution?.byPartner.map((each) => Number(each.amountWon) / 1_000_000)).toEqual(expected);
  });

  it('takes no more than was agreed', () => {
    const half: WaterfallTerms = { ...terms, firstLoss: [{ partnerId: 'GP', share: basisPoints(50) }] };
    const [distribution] = runWaterfall(half, PARTNERS, contributions, [payout('2028-11-15', 17_820n)]);
    // 90 million come back last. 17,910 million come before: 17,820 of them are there, the general partner's 90 among them in proportion.
    expect(distribution?.byPartner.map((each) => each.amountWon)).toEqual([8_954_773_869n, 4_477_386_935n, 2_686_432_161n, 1_611_859_296n, 89_547_739n]);
  });
});

describe('the clawback when the fund is wound up', () => {
  const early = called('2021-11-15', 10_000n);
  const first = planDistribution(terms, PARTNERS, early, [], payout('2022-11-15', 20_000n));
  const paid: PaidDistribution[] = [{ on: localDate('2022-11-15'), byPartner: first.byPartner, carryWon: first.carryWon }];
  const all = [...early, ...called('2023-11-15', 9_000n)];

  // 10 billion in, 20 out: carry 20 % of what is above 10.5 billion. Then 9 billion more come in and so much is left of them.
  it.each([
    ['all of it, and the hurdle on it: carry on the new profit too', 9_450n, 0n, 1_990_000_000n, 0n],
    ['a third', 3_000n, 0n, 1_900_000_000n, 1_100_000_000n],
    ['nothing', 0n, 0n, 1_900_000_000n, 1_700_000_000n],
  ])('1.9 billion were paid as carry; of the second capital came back: %s', (_what, millions, tax, carryPaid, clawback) => {
    const last = planDistribution(terms, PARTNERS, all, paid, payout('2024-11-14', millions));
    const standing = [...paid, { on: localDate('2024-11-14'), byPartner: last.byPartner, carryWon: last.carryWon }];
    expect(carryClawback(terms, PARTNERS, all, standing, { on: localDate('2024-11-14'), taxWon: won(tax) })).toMatchObject({ carryPaidWon: carryPaid, clawbackWon: clawback });
  });

  it('is at most the carry after tax, and goes to partners by paid-in capital', () => {
    const { clawbackWon, byPartner, beyondShareWon, text } = carryClawback(terms, PARTNERS, all, paid, { on: localDate('2024-11-14'), taxWon: won(900_000_000n) });
    expect([clawbackWon, beyondShareWon]).toEqual([1_000_000_000n, 1_700_000_000n]);
    expect(byPartner.map((each) => each.amountWon)).toEqual([500_000_000n, 250_000_000n, 150_000_000n, 90_000_000n, 10_000_000n]);
    expect(text.ko).toContain('1,000,000,000원을 돌려받아야');
  });

  it('counts the hurdle that investors lack', () => {
    const lost = carryClawback(terms, PARTNERS, [...early, ...called('2022-11-16', 30_000n)], paid, { on: localDate('2024-11-14'), taxWon: ZERO_WON });
    expect([lost.clawbackWon, lost.hurdleShortfallWon > lost.carryPaidWon]).toEqual([1_900_000_000n, true]);
  });
});

describe('distributions while the obligation is not met', () => {
  it.each([
    ['PRINCIPAL_ONLY', 18_000n, false, 'PASS'],
    ['PRINCIPAL_ONLY', 18_001n, false, 'BLOCK'],
    ['PRINCIPAL_ONLY', 18_001n, true, 'PASS'],
    ['NONE', 1n, false, 'BLOCK'],
    ['NONE', 1n, true, 'PASS'],
    ['UNRESTRICTED', 18_001n, false, 'PASS'],
  ] as const)('%s: %s of 18,000 unreturned, obligation met %s: %s', (interim, amount, obligationMet, result) => {
    expect(interimPayoutStaysWithinPrincipal({ amountWon: won(amount), unreturnedWon: won(18_000n), obligationMet }, { interim, clause: '' }).result).toBe(result);
  });
});

describe('years under a day count', () => {
  it.each([
    ['ACTUAL_365', '2023-11-15', '2024-11-15', '1.0027397260273973'],
    ['ACTUAL_ACTUAL', '2023-11-15', '2024-11-15', '1'],
    ['ACTUAL_ACTUAL', '2023-11-15', '2024-11-14', '0.99726775956284153'],
    ['ACTUAL_ACTUAL', '2021-11-15', '2028-11-15', '7'],
    ['ACTUAL_ACTUAL', '2024-02-29', '2025-02-28', '1'],
    ['ACTUAL_365', '2024-02-29', '2024-02-29', '0'],
  ] as const)('%s from %s to %s is %s', (dayCount, from, to, years) => {
    expect(yearsBetween(localDate(from), localDate(to), dayCount).toSignificantDigits(17).toString()).toBe(years);
  });
});
