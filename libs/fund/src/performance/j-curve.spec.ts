import { describe, expect, it } from '@jest/globals';
import { addDays, localDate } from '#libs/calendar';
import { sumWon, won } from '#libs/money';
import fc from 'fast-check';
import { jCurve } from './j-curve.rules.js';
import type { CashFlow } from './performance.js';

const flow = (on: string, amount: number): CashFlow => ({ on: localDate(on), amountWon: won(BigInt(amount)) });

describe('the J-curve of a fund', () => {
  const flows = [flow('2021-11-15', -80), flow('2022-11-15', -60), flow('2023-02-01', 30), flow('2023-02-01', -40), flow('2024-05-01', 200)];
  const curve = jCurve(flows, (day) => (day === '2022-12-31' ? won(150n) : null), localDate('2024-06-15'));

  it('shows every quarter-end and the day asked for', () => {
    expect(curve.points.map((point) => [point.on, point.paidInWon, point.distributedWon, point.netWon, point.gainWon])).toEqual([
      ['2021-12-31', 80n, 0n, -80n, null],
      ['2022-03-31', 80n, 0n, -80n, null],
      ['2022-06-30', 80n, 0n, -80n, null],
      ['2022-09-30', 80n, 0n, -80n, null],
      ['2022-12-31', 140n, 0n, -140n, 10n],
      ['2023-03-31', 180n, 30n, -150n, null],
      ['2023-06-30', 180n, 30n, -150n, null],
      ['2023-09-30', 180n, 30n, -150n, null],
      ['2023-12-31', 180n, 30n, -150n, null],
      ['2024-03-31', 180n, 30n, -150n, null],
      ['2024-06-15', 180n, 230n, 50n, null],
    ]);
  });

  it('is deepest at the end of a day, and whole again later', () => {
    expect(curve).toMatchObject({ lowestWon: 150n, lowestOn: '2023-02-01', breaksEvenOn: '2024-05-01' });
  });

  it.each<[string, CashFlow[], bigint, string | null, string | null]>([
    ['nothing yet', [], 0n, null, null],
    ['only out', [flow('2021-11-15', -80)], 80n, '2021-11-15', null],
    ['whole, then deeper than before', [flow('2021-11-15', -80), flow('2022-01-01', 90), flow('2022-02-01', -100)], 90n, '2022-02-01', null],
    ['whole, then less deep than before', [flow('2021-11-15', -80), flow('2022-01-01', 90), flow('2022-02-01', -50)], 80n, '2021-11-15', '2022-01-01'],
    ['what comes after the day asked for', [flow('2021-11-15', -80), flow('2024-06-16', 90)], 80n, '2021-11-15', null],
  ])('%s', (_what, list, lowestWon, lowestOn, breaksEvenOn) => {
    const { points: _points, ...turns } = jCurve(list, () => null, localDate('2024-06-15'));
    expect(turns).toEqual({ lowestWon, lowestOn, breaksEvenOn });
  });

  it('ends where all flows together are', () => {
    const any = fc.array(fc.record({ days: fc.integer({ min: 0, max: 3_000 }), amount: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }) }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(any, (list) => {
        const dated = list.map(({ days, amount }) => ({ on: addDays(localDate('2021-11-15'), days), amountWon: won(amount) }));
        expect(jCurve(dated, () => null, localDate('2031-01-01')).points.at(-1)?.netWon).toBe(sumWon(dated.map((each) => each.amountWon)));
      }),
    );
  });
});
