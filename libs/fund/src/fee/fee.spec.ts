import { describe, expect, it } from '@jest/globals';
import { addDays, localDate } from '#libs/calendar';
import { basisPoints, sumWon, won } from '#libs/money';
import fc from 'fast-check';
import { dueDiligenceCost, type DueDiligenceTerms } from './due-diligence.rules.js';
import { feeBills } from './fee-schedule.rules.js';
import type { BaseStep, BillingPeriod, FeeReduction, FeeTerm } from './fee.js';

const period = (from: string, to: string): BillingPeriod => ({ from: localDate(from), to: localDate(to) });
const term = (from: string, to: string, base: FeeTerm['base'], rate: number): FeeTerm => ({ ...period(from, to), base, rate: basisPoints(rate), clause: '규약 제36조' });
const step = (base: BaseStep['base'], from: string, millions: number): BaseStep => ({ base, from: localDate(from), amountWon: won(BigInt(millions) * 1_000_000n) });
const reduction = (from: string, to: string, keeps: number): FeeReduction => ({ ...period(from, to), keeps: basisPoints(keeps), reason: { ko: '존속기간 연장', en: 'extended life' }, clause: '규약 제36조 제3항' });

const quarters = (year: number): BillingPeriod[] => [`${year}-01-01/${year}-03-31`, `${year}-04-01/${year}-06-30`, `${year}-07-01/${year}-09-30`, `${year}-10-01/${year}-12-31`].map((text) => period(text.slice(0, 10), text.slice(11)));
const amounts = (...args: Parameters<typeof feeBills>) => feeBills(...args).map((bill) => Number(bill.amountWon));

describe('the fee of a year in quarters', () => {
  const committed = [step('COMMITTED', '2021-11-15', 20_000)];
  const invested = (millions: number) => [step('COMMITTED', '2021-01-01', 30_000), step('INVESTED', '2021-01-01', millions)];

  // TV-6. The hybrid scheme of 2023: 30 billion, nothing or 12 billion invested, against 2.5 % of commitments.
  it.each<[string, FeeTerm[], BaseStep[], number[], number]>([
    ['2 % of 20 billion', [term('2022-01-01', '2025-11-14', 'COMMITTED', 200)], committed, [98_630_136, 99_726_028, 100_821_918, 100_821_918], 400_000_000],
    ['1 % and 2.5 % of what is invested, nothing yet', [term('2022-01-01', '2025-12-31', 'COMMITTED', 100), term('2022-01-01', '2025-12-31', 'INVESTED', 250)], invested(0), [73_972_602, 74_794_521, 75_616_438, 75_616_439], 300_000_000],
    ['1 % and 2.5 % of 12 billion invested', [term('2022-01-01', '2025-12-31', 'COMMITTED', 100), term('2022-01-01', '2025-12-31', 'INVESTED', 250)], invested(12_000), [147_945_205, 149_589_041, 151_232_877, 151_232_877], 600_000_000],
    ['the old scheme, 2.5 % of 30 billion', [term('2022-01-01', '2025-12-31', 'COMMITTED', 250)], invested(12_000), [184_931_506, 186_986_302, 189_041_096, 189_041_096], 750_000_000],
  ])('%s', (_what, terms, steps, expected, year) => {
    const bills = amounts(terms, [], steps, quarters(2022));
    expect([bills, bills.reduce((sum, each) => sum + each, 0)]).toEqual([expected, year]);
  });

  it('from commitments to net cost in the middle of a quarter, an impairment, and a reduced extension', () => {
    const terms = [term('2021-11-15', '2025-11-14', 'COMMITTED', 200), term('2025-11-15', '2029-11-14', 'NET_COST', 200)];
    const steps = [...committed, step('NET_COST', '2025-11-15', 11_000), step('NET_COST', '2025-12-16', 9_000)];
    const [bill] = feeBills(terms, [reduction('2025-12-01', '2026-12-31', 8_000)], steps, [period('2025-10-01', '2025-12-31')]);
    expect(bill?.pieces.map((piece) => [piece.from, piece.to, piece.days, piece.base, Number(piece.baseWon / 1_000_000n), piece.keeps, Number(piece.amountWon)])).toEqual([
      ['2025-10-01', '2025-11-14', 45, 'COMMITTED', 20_000, 10_000, 49_315_068],
      ['2025-11-15', '2025-11-30', 16, 'NET_COST', 11_000, 10_000, 9_643_836],
      ['2025-12-01', '2025-12-15', 15, 'NET_COST', 11_000, 8_000, 7_232_876],
      ['2025-12-16', '2025-12-31', 16, 'NET_COST', 9_000, 8_000, 6_312_329],
    ]);
    expect([bill?.amountWon, bill?.reducedByWon]).toEqual([72_504_109n, 3_386_301n]);
  });

  it('two reductions of one day are refused', () => {
    expect(() => feeBills([], [reduction('2025-12-01', '2026-12-31', 8_000), reduction('2026-12-31', '2027-12-31', 5_000)], [], [])).toThrow(expect.objectContaining({ code: 'fee.reductions-overlap' }));
  });

  it('is the same over a fiscal year, however it is cut into bills', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 364 }), { maxLength: 8 }).map((list) => [...list].sort((left, right) => left - right));
    const bases = fc.array(fc.record({ day: fc.integer({ min: 0, max: 364 }), amount: fc.bigInt({ min: 0n, max: 10n ** 12n }) }), { maxLength: 4 });
    fc.assert(
      fc.property(cuts, bases, fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 10_000 }), (days, changes, rate, keeps) => {
        const start = localDate('2022-01-01');
        const edges = [0, ...days, 365];
        const cut = edges.slice(0, -1).map((from, index) => ({ from: addDays(start, from), to: addDays(start, (edges[index + 1] ?? 365) - 1) }));
        const steps: BaseStep[] = changes.map(({ day, amount }) => ({ base: 'OUTSTANDING', from: addDays(start, day), amountWon: won(amount) }));
        const terms = [term('2022-01-01', '2022-12-31', 'OUTSTANDING', rate)];
        const reductions = [reduction('2022-03-15', '2022-08-02', keeps)];
        const total = (periods: BillingPeriod[]) => sumWon(feeBills(terms, reductions, steps, periods).map((bill) => bill.amountWon));
        expect(total(cut)).toBe(total([period('2022-01-01', '2022-12-31')]));
      }),
    );
  });
});

describe('the cost of an examination', () => {
  const terms: DueDiligenceTerms = { whenInvested: basisPoints(10_000), whenNot: { FINANCIAL: basisPoints(5_000), LEGAL: basisPoints(5_000) } };

  it.each([
    ['FINANCIAL', true, 30_000_001n, 30_000_001n, 0n],
    ['OTHER', true, 30_000_001n, 30_000_001n, 0n],
    ['FINANCIAL', false, 30_000_001n, 15_000_000n, 15_000_001n],
    ['LEGAL', false, 8_000_000n, 4_000_000n, 4_000_000n],
    ['TECHNICAL', false, 8_000_000n, 0n, 8_000_000n],
  ] as const)('%s, invested %s: of %s won the fund bears %s, the manager %s', (kind, invested, cost, fund, manager) => {
    expect(dueDiligenceCost(won(cost), kind, invested, terms)).toEqual({ fundWon: fund, generalPartnerWon: manager });
  });
});
