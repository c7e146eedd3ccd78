import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { basisPoints, sumWon, won, ZERO_WON } from '#libs/money';
import fc from 'fast-check';
import { forecast } from './forecast.rules.js';
import type { ForecastStart, Scenario } from './forecast.js';

const mn = (millions: number) => won(BigInt(millions) * 1_000_000n);

const start: ForecastStart = {
  asOf: localDate('2023-06-30'),
  partners: [
    { partnerId: '모태펀드', commitmentWon: mn(10_000) },
    { partnerId: '공제회', commitmentWon: mn(9_800) },
    { partnerId: 'GP', commitmentWon: mn(200) },
  ],
  contributions: [
    { partnerId: '모태펀드', on: localDate('2021-11-15'), amountWon: mn(4_000) },
    { partnerId: '공제회', on: localDate('2021-11-15'), amountWon: mn(3_920) },
    { partnerId: 'GP', on: localDate('2021-11-15'), amountWon: mn(80) },
  ],
  paid: [],
  holdings: [
    { investmentId: 'I1', costWon: mn(2_000), fairValueWon: mn(3_000) },
    { investmentId: 'I2', costWon: mn(4_000), fairValueWon: mn(4_000) },
  ],
  cashWon: mn(1_500),
  terms: {
    hurdle: basisPoints(500),
    dayCount: 'ACTUAL_365',
    carry: basisPoints(2000),
    catchUp: null,
    firstLoss: [],
    carriedPartners: [{ partnerId: 'GP', weight: 1n }],
    interim: 'UNRESTRICTED',
    clause: '규약 제41조',
  },
};

const base: Scenario = {
  name: { ko: '기준', en: 'Base' },
  calls: [{ on: localDate('2024-01-31'), amountWon: mn(6_000) }, { on: localDate('2025-01-31'), amountWon: mn(9_000) }],
  deals: [{ on: localDate('2024-03-31'), amountWon: mn(5_000), exit: { on: localDate('2029-03-31'), multiple: basisPoints(20_000) } }],
  expenses: [{ on: localDate('2024-06-30'), amountWon: mn(400) }, { on: localDate('2025-06-30'), amountWon: mn(400) }],
  exit: { on: localDate('2028-06-30'), multiple: basisPoints(15_000) },
  exits: new Map([['I1', { on: localDate('2026-06-30'), multiple: basisPoints(30_000) }]]),
  payoutsOn: [localDate('2026-12-31'), localDate('2028-12-31'), localDate('2029-11-14')],
  reserveWon: mn(300),
};

describe('a forecast', () => {
  const run = forecast(start, base);

  it('goes day by day, calls no more than is left, and hands everything out in the end', () => {
    expect(run.events.map((event) => [event.on, event.kind, Number(event.amountWon / 1_000_000n), Number(event.cashAfterWon / 1_000_000n)])).toEqual([
      ['2024-01-31', 'CALL', 6_000, 7_500],
      ['2024-03-31', 'DEAL', -5_000, 2_500],
      ['2024-06-30', 'EXPENSE', -400, 2_100],
      ['2025-01-31', 'CALL', 6_000, 8_100],
      ['2025-06-30', 'EXPENSE', -400, 7_700],
      ['2026-06-30', 'EXIT', 9_000, 16_700],
      ['2026-12-31', 'PAYOUT', -16_400, 300],
      ['2028-06-30', 'EXIT', 6_000, 6_300],
      ['2028-12-31', 'PAYOUT', -6_000, 300],
      ['2029-03-31', 'EXIT', 10_000, 10_300],
      ['2029-11-14', 'PAYOUT', -10_300, 0],
    ]);
  });

  it('is net of carry: 20 % of what lies above 5 % a year', () => {
    // 16.4 and 3.6 billion return the capital, 2.4 go to the hurdle; on 2029-11-14 2,230,586,630 are owed before carry begins.
    expect(run.carryWon).toBe(1_613_882_674n);
    expect(sumWon(run.byPartner.map((each) => each.amountWon)) + run.carryWon).toBe(mn(32_700));
    expect([run.multiples.pic, run.multiples.rvpi, run.shortOfCash, run.cashAtEndWon]).toEqual(['1.0000', '0.0000', null, 0n]);
    expect(run.netRate.percent).toBe('9.8290');
  });

  it('says when the plan runs out of cash', () => {
    expect(forecast(start, { ...base, calls: [] }).shortOfCash).toEqual({ on: '2024-03-31', mostWon: mn(4_300) });
  });

  it('takes days that have passed as today', () => {
    const late = forecast(start, { ...base, calls: [{ on: localDate('2023-01-31'), amountWon: mn(1_000) }] });
    expect(late.events[0]).toMatchObject({ on: '2023-06-30', kind: 'CALL', amountWon: mn(1_000) });
  });

  it('loses no won, and a better exit leaves nobody worse off, under any scenario', () => {
    const multiple = fc.integer({ min: 0, max: 60_000 });
    fc.assert(
      fc.property(multiple, multiple, fc.bigInt({ min: 0n, max: 20_000_000_000n }), fc.integer({ min: 1, max: 20_000 }), (one, two, called, better) => {
        const scenario = (more: number): Scenario => ({
          ...base,
          calls: [{ on: localDate('2024-01-31'), amountWon: won(called) }],
          exit: { on: localDate('2028-06-30'), multiple: basisPoints(one + more) },
          exits: new Map([['I1', { on: localDate('2026-06-30'), multiple: basisPoints(two) }]]),
        });
        const [plain, good] = [forecast(start, scenario(0)), forecast(start, scenario(better))];
        const moved = sumWon(plain.events.map((event) => event.amountWon));
        expect(start.cashWon + moved).toBe(plain.cashAtEndWon);
        const out = (run_: typeof plain) => sumWon(run_.byPartner.map((each) => each.amountWon));
        expect(out(plain) + plain.carryWon).toBe(-sumWon([ZERO_WON, ...plain.events.filter((event) => event.kind === 'PAYOUT').map((event) => event.amountWon)]));
        expect([out(good) >= out(plain), good.carryWon >= plain.carryWon]).toEqual([true, true]);
      }),
    );
  });
});
