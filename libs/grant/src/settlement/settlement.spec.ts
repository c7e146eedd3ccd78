import { describe, expect, it } from '@jest/globals';
import { sumWon, won, ZERO_WON, type Won } from '#libs/money';
import fc from 'fast-check';
import { isIndirect, type BudgetLine, type Resource } from '../line/line.js';
import type { InstitutionType } from '../share/share.js';
import type { LineExecution, SettlementFacts, SettlementTerms } from './settlement.js';
import { settlementOf, sumOfRows } from './settlement.rules.js';

const TERMS: SettlementTerms = { lowExecutionBasisPoints: 5_000, indirectReturnedBy: ['SME', 'MID_SIZE', 'MID_SIZE_LARGE_SALES', 'LARGE'], clause: '국가연구개발혁신법 시행령 제26조' };
const w = (amount: number): Won => won(BigInt(amount));

type Row = readonly [line: BudgetLine, resource: Resource, planned: number, change: number, used: number, disallowed?: number];

function line([code, resource, planned, change, used, disallowed = 0]: Row): LineExecution {
  return {
    line: code,
    indirect: isIndirect(code),
    resource,
    carriedWon: ZERO_WON,
    plannedWon: w(planned),
    changeWon: w(change),
    interestInWon: ZERO_WON,
    usedWon: w(used),
    disallowedWon: w(disallowed),
    carriedForwardWon: ZERO_WON,
    retainedWon: ZERO_WON,
  };
}

function facts(institution: InstitutionType, government: number, ownCash: number, interest: readonly number[], rows: readonly Row[]): SettlementFacts {
  return {
    institution,
    lines: rows.map(line),
    governmentCashWon: w(government),
    ownCashWon: w(ownCash),
    otherCashWon: ZERO_WON,
    ownCashUnpaidWon: ZERO_WON,
    governmentUnpaidWon: ZERO_WON,
    interest: interest.map((earned) => ({ earnedWon: w(earned), usedWon: ZERO_WON })),
    terminated: false,
  };
}

const SME_ROWS: readonly Row[] = [
  ['D1', 'CASH', 40_000_000, 0, 39_200_000],
  ['D3', 'CASH', 22_000_000, -2_000_000, 19_500_000],
  ['D4', 'CASH', 58_000_000, 2_000_000, 57_300_000, 3_100_000],
  ['D8', 'CASH', 15_000_000, 0, 13_600_000],
  ['D9', 'CASH', 5_000_000, 0, 5_000_000],
  ['I1', 'CASH', 15_000_000, 0, 14_200_000],
  ['D1', 'IN_KIND', 30_000_000, 0, 29_000_000],
  ['D3', 'IN_KIND', 10_000_000, 0, 9_500_000],
  ['D4', 'IN_KIND', 5_000_000, 0, 4_500_000],
];

describe('what goes back', () => {
  it.each<[string, SettlementFacts, readonly [a: number, b: string, c: number, inKind: number, indirect: number, d: number, e: number, total: number, notice: number]]>([
    ['TV-12, an SME: own part of the rest stays with it', facts('SME', 150_000_000, 5_000_000, [310_000, 15_500], SME_ROWS), [9_300_000, '30/31', 9_000_000, 2_000_000, 0, 325_500, 315_000, 11_315_000, 11_315_000]],
    [
      'a mid-size company: nine won are dropped by the notice',
      facts('MID_SIZE', 140_000_000, 6_000_000, [131_346], [
        ['D1', 'CASH', 36_000_000, 0, 35_250_000],
        ['D3', 'CASH', 30_000_000, 0, 28_765_432, 1_234_567],
        ['D4', 'CASH', 55_000_000, 0, 52_330_247],
        ['D8', 'CASH', 12_000_000, 0, 11_000_000],
        ['D9', 'CASH', 3_000_000, 0, 3_000_000],
        ['I2', 'CASH', 10_000_000, 0, 8_000_000],
        ['D1', 'IN_KIND', 54_000_000, 0, 54_000_000],
      ]),
      [8_888_888, '70/73', 8_523_591, 0, 0, 131_346, 125_948, 8_649_539, 8_649_530],
    ],
    [
      'TV-13, a university that hardly began: indirect cost in proportion, its unused rest stays',
      facts('NON_PROFIT', 120_000_000, 0, [88_321], [
        ['D2', 'CASH', 30_000_000, 0, 14_000_000],
        ['D3', 'CASH', 40_000_000, 0, 12_500_000],
        ['D4', 'CASH', 20_000_000, 0, 9_500_000],
        ['D8', 'CASH', 10_000_000, 0, 4_000_000],
        ['I2', 'CASH', 20_000_000, 0, 18_000_000],
      ]),
      [60_000_000, '1/1', 60_000_000, 0, 10_000_000, 88_321, 88_321, 70_088_321, 70_088_320],
    ],
  ])('%s', (_what, input, expected) => {
    const settled = settlementOf(input, TERMS);
    const part = `${settled.governmentPart.numerator}/${settled.governmentPart.denominator}`;
    expect([settled.cashWon, part, settled.returnedCashWon, settled.inKindShortageWon, settled.indirectProportionalWon, settled.interestWon, settled.returnedInterestWon, settled.totalWon, settled.noticeWon]).toEqual(
      expected.map((each) => (typeof each === 'number' ? BigInt(each) : each)),
    );
  });

  it('prints table 1 as the form asks: ⑤, the rest, and the rate half-up', () => {
    const { rows } = settlementOf(facts('SME', 150_000_000, 5_000_000, [], SME_ROWS), TERMS);
    expect(rows.slice(1, 4).map((row) => [row.subtotalWon, row.balanceWon, row.usedPercent])).toEqual([
      [20_000_000n, 500_000n, '97.50'],
      [60_000_000n, 2_700_000n, '95.50'],
      [15_000_000n, 1_400_000n, '90.67'],
    ]);
    expect(sumOfRows(rows, 'CASH')).toEqual({ subtotalWon: 155_000_000n, usedWon: 148_800_000n, balanceWon: 6_200_000n, usedPercent: '96.00' });
  });

  it('asks back nothing that was never paid', () => {
    const early = { ...facts('SME', 150_000_000, 5_000_000, [310_000, 15_500], SME_ROWS), governmentUnpaidWon: w(4_000_000) };
    expect(settlementOf(early, TERMS)).toMatchObject({ returnedCashWon: 9_000_000n, neverPaidWon: 4_000_000n, totalWon: 7_315_000n });
    expect(settlementOf({ ...early, governmentUnpaidWon: w(30_000_000) }, TERMS)).toMatchObject({ neverPaidWon: 9_000_000n, totalWon: 2_315_000n });
  });

  it('knows no proportion of indirect cost where the regime has no such rule', () => {
    const hardly = facts('NON_PROFIT', 120_000_000, 0, [], [['D4', 'CASH', 100_000_000, 0, 40_000_000], ['I2', 'CASH', 20_000_000, 0, 18_000_000]]);
    expect([settlementOf(hardly, TERMS).indirectProportionalWon, settlementOf(hardly, { ...TERMS, lowExecutionBasisPoints: null }).indirectProportionalWon]).toEqual([10_000_000n, 0n]);
  });

  it('an ended agreement takes unused indirect cost back from everybody', () => {
    const university = facts('NON_PROFIT', 100_000_000, 0, [], [['D4', 'CASH', 80_000_000, 0, 80_000_000], ['I2', 'CASH', 20_000_000, 0, 15_000_000]]);
    expect([settlementOf(university, TERMS).totalWon, settlementOf({ ...university, terminated: true }, TERMS).totalWon]).toEqual([0n, 5_000_000n]);
  });

  it('what goes on to the next stage, or a special rule leaves, is not returned', () => {
    const [first] = [line(['D2', 'CASH', 30_000_000, 0, 14_000_000])];
    const carried = { ...facts('NON_PROFIT', 30_000_000, 0, [], []), lines: first === undefined ? [] : [{ ...first, carriedForwardWon: w(10_000_000), retainedWon: w(4_000_000) }] };
    expect(settlementOf(carried, TERMS).unusedCashWon).toBe(2_000_000n);
  });

  it('conserves: what was accepted, what goes back and what stays with the institution are all the cash there was', () => {
    const amount = fc.integer({ min: 0, max: 1_000_000_000 });
    // Parts of a million, because whole numbers come a good deal faster than fractions do.
    const part = fc.integer({ min: 0, max: 1_000_000 });
    const rows = fc.array(fc.tuple(amount, part, part), { minLength: 1, maxLength: 6 });
    const partOf = (whole: number, millionths: number): number => Math.floor((whole * millionths) / 1_000_000);
    fc.assert(
      fc.property(rows, part, (list, governments) => {
        const lines: Row[] = list.map(([planned, used, disallowed]) => ['D4', 'CASH', planned, 0, partOf(planned, used), partOf(partOf(planned, used), disallowed)]);
        const all = list.reduce((sum, [planned]) => sum + planned, 0);
        const government = partOf(all, governments);
        const input = facts('SME', government, all - government, [], lines);
        const settled = settlementOf(input, TERMS);
        const accepted = sumWon(settled.rows.map((row) => won(row.usedWon - row.disallowedWon)));
        const stays = settled.cashWon - settled.returnedCashWon;
        // One answer for a run: a hundred thousand matchers cost more than what they look at.
        return (
          accepted + settled.returnedCashWon + stays === BigInt(all) &&
          settled.returnedCashWon >= 0n && settled.returnedCashWon <= settled.cashWon && settled.returnedCashWon <= BigInt(government) &&
          settled.noticeWon % 10n === 0n
        );
      }),
      { numRuns: 100_000, seed: 20_260_331 },
    );
  }, 60_000);
});
