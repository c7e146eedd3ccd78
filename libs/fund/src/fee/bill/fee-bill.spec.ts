import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { basisPoints, won } from '#libs/money';
import type { BaseStep, FeeTerm } from '../fee.js';
import { comingBills, leftOfPlan, nextBillingPeriod, planBill, type BilledPeriod, type FeeGround } from './fee-bill.rules.js';

const term = (from: string, to: string, base: FeeTerm['base'] = 'COMMITTED', rate = 200): FeeTerm => ({ from: localDate(from), to: localDate(to), base, rate: basisPoints(rate), clause: '규약 제36조' });
const step = (base: BaseStep['base'], from: string, amount: bigint): BaseStep => ({ base, from: localDate(from), amountWon: won(amount) });
const billed = (from: string, to: string, amount: bigint): BilledPeriod => ({ from: localDate(from), to: localDate(to), amountWon: won(amount) });
const period = (from: string, to: string) => ({ from: localDate(from), to: localDate(to) });

/** 2 % of 20 billion won in 2022: TV-6. */
const QUARTERS = [billed('2022-01-01', '2022-03-31', 98_630_136n), billed('2022-04-01', '2022-06-30', 99_726_028n), billed('2022-07-01', '2022-09-30', 100_821_918n)];
const LAST = period('2022-10-01', '2022-12-31');
const ground = (changes: Partial<FeeGround> = {}): FeeGround => ({ terms: [term('2022-01-01', '2023-12-31')], reductions: [], steps: [step('COMMITTED', '2021-11-15', 20_000_000_000n)], billed: QUARTERS, ...changes });

describe('the period that is billed next', () => {
  it.each<[string, FeeTerm[], BilledPeriod[], [string, string] | null]>([
    ['the rest of the quarter in which the terms begin', [term('2022-02-15', '2024-02-14')], [], ['2022-02-15', '2022-03-31']],
    ['the quarter after the last one billed', [term('2022-01-01', '2024-12-31')], [QUARTERS[0] ?? billed('2022-01-01', '2022-03-31', 0n)], ['2022-04-01', '2022-06-30']],
    ['no further than the terms go', [term('2022-01-01', '2022-05-14')], QUARTERS.slice(0, 1), ['2022-04-01', '2022-05-14']],
    ['nothing once they have ended', [term('2022-01-01', '2022-09-30')], QUARTERS, null],
    ['nothing without terms', [], [], null],
    ['from the earliest of several terms to the last', [term('2024-01-01', '2024-12-31'), term('2022-01-01', '2023-12-31')], [], ['2022-01-01', '2022-03-31']],
  ])('is %s', (_what, terms, done, expected) => {
    const next = nextBillingPeriod(terms, done);
    expect(next === null ? null : [next.from, next.to]).toEqual(expected);
  });
});

describe('the bill of the last quarter of 2022', () => {
  it.each<[string, Partial<FeeGround>, accrued: bigint, adjustment: bigint, amount: bigint]>([
    ['nothing came up: the year is 400,000,000 to the won (TV-6)', {}, 100_821_918n, 0n, 100_821_918n],
    ['the first quarter was billed a million too low', { billed: [billed('2022-01-01', '2022-03-31', 97_630_136n), ...QUARTERS.slice(1)] }, 100_821_918n, 1_000_000n, 101_821_918n],
    ['and a million too high', { billed: [billed('2022-01-01', '2022-03-31', 99_630_136n), ...QUARTERS.slice(1)] }, 100_821_918n, -1_000_000n, 99_821_918n],
    ['the commitments of the summer turned out to be half', { steps: [step('COMMITTED', '2021-11-15', 20_000_000_000n), step('COMMITTED', '2022-07-01', 10_000_000_000n)] }, 50_410_959n, -50_410_959n, 0n],
    ['more was billed than the year comes to: nothing, and nothing is paid back by a bill', { billed: [billed('2022-01-01', '2022-09-30', 500_000_000n)] }, 100_821_918n, -200_821_918n, 0n],
    ['a bill of the year before is that year’s', { billed: [billed('2021-11-15', '2021-12-31', 999n), ...QUARTERS] }, 100_821_918n, 0n, 100_821_918n],
  ])('%s', (_what, changes, accrued, adjustment, amount) => {
    const bill = planBill(ground(changes), LAST);
    expect([bill.accruedWon, bill.adjustmentWon, bill.amountWon]).toEqual([accrued, adjustment, amount]);
  });

  it('says what a reduction took off', () => {
    const reductions = [{ ...period('2022-10-01', '2022-12-31'), keeps: basisPoints(5_000), reason: { ko: '핵심인력 이탈', en: 'a key manager left' }, clause: '규약 제36조 제3항' }];
    expect(planBill(ground({ reductions }), LAST)).toMatchObject({ accruedWon: 50_410_959n, reducedByWon: 50_410_959n, amountWon: 50_410_959n });
  });
});

describe('the bills that are to come', () => {
  it('follow each other to the end of the terms, and what is too high in one lowers the next of the year', () => {
    const overBilled = ground({ billed: [billed('2022-01-01', '2022-03-31', 248_630_136n)] });
    expect(comingBills(overBilled, localDate('2022-12-31'), 10).map(({ period: { from }, amountWon }) => [from, amountWon])).toEqual([
      ['2022-04-01', 0n],
      ['2022-07-01', 50_547_946n],
      ['2022-10-01', 100_821_918n],
    ]);
  });

  it('are as many as asked for', () => {
    expect(comingBills(ground(), localDate('2030-12-31'), 2).map(({ period: { from, to } }) => [from, to])).toEqual([['2022-10-01', '2022-12-31'], ['2023-01-01', '2023-03-31']]);
    expect(comingBills(ground(), localDate('2030-12-31'), 10)).toHaveLength(5);
  });

  it.each([[100n, 30n, 20n, 50n], [100n, 80n, 30n, -10n]])('of a plan of %s, %s paid and %s owed leave %s', (plan, paid, owed, left) => {
    expect(leftOfPlan(won(plan), won(paid), won(owed))).toBe(left);
  });
});
