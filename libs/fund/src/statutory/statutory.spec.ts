import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { won, ZERO_WON } from '#libs/money';
import fc from 'fast-check';
import { STATUTORY_VERSIONS } from './statutory.policy.js';
import { countsForStatute, statutoryPosition, statutoryTestDate, statutoryVersion } from './statutory.rules.js';
import type { StatutoryDeal, StatutoryFund, StatutoryPartner } from './statutory.js';

const mn = (millions: number) => won(BigInt(millions) * 1_000_000n);
const LATE = localDate('2028-12-31');

const good: StatutoryDeal = {
  amountWon: mn(1_000),
  paidOn: localDate('2024-05-01'),
  instrument: 'RCPS',
  newlyIssued: true,
  unsecured: true,
  listedWhenPaid: false,
  target: 'VENTURE_FIRM',
  incorporatedOn: localDate('2020-01-01'),
};

function fundOf(fundId: string, registeredOn: string, committed: number, invested: number, more: Partial<StatutoryFund> = {}): StatutoryFund {
  return { fundId, registeredOn: localDate(registeredOn), committedWon: mn(committed), purpose: 'GENERAL', specialRatio: false, graceTo: null, deals: invested === 0 ? [] : [{ ...good, amountWon: mn(invested) }], ...more };
}

const partnerOf = (funds: readonly StatutoryFund[], more: Partial<StatutoryPartner> = {}): StatutoryPartner => ({ generalPartnerId: 'G', kind: 'OTHER', ownCapitalWon: ZERO_WON, ownDeals: [], funds, ...more });

describe('which wording holds for a fund, and when it is tested', () => {
  // TV-4, and the days around the transition.
  it.each([
    ['2023-03-02', LATE, 'UNTIL_2026_06', '2026-03-02'],
    ['2023-09-01', LATE, 'FROM_2026_07', '2028-09-01'],
    ['2023-06-30', LATE, 'UNTIL_2026_06', '2026-06-30'],
    ['2023-07-01', LATE, 'FROM_2026_07', '2028-07-01'],
    ['2026-07-01', LATE, 'FROM_2026_07', '2031-07-01'],
    ['2024-02-29', LATE, 'FROM_2026_07', '2029-02-28'],
    ['2023-09-01', localDate('2026-06-30'), 'UNTIL_2026_06', '2026-09-01'],
    ['2023-09-01', localDate('2026-07-01'), 'FROM_2026_07', '2028-09-01'],
  ])('registered %s, as of %s: %s, tested %s', (registeredOn, asOf, version, testOn) => {
    const found = statutoryVersion(localDate(registeredOn), STATUTORY_VERSIONS, asOf);
    expect(found.id).toBe(`VENTURE_ACT_51_${version}`);
    expect(statutoryTestDate({ registeredOn: localDate(registeredOn), graceTo: null }, found)).toBe(testOn);
  });

  it('the Minister may grant a year', () => {
    const [before] = STATUTORY_VERSIONS;
    expect(before === undefined ? null : statutoryTestDate({ registeredOn: localDate('2023-03-02'), graceTo: localDate('2027-03-02') }, before)).toBe('2027-03-02');
  });
});

describe('what counts', () => {
  it.each<[string, Partial<StatutoryDeal>, StatutoryPartner['kind'], boolean]>([
    ['new shares of a venture firm', {}, 'OTHER', true],
    ['old shares', { newlyIssued: false }, 'OTHER', false],
    ['old shares by name', { instrument: 'SECONDARY' }, 'OTHER', false],
    ['a listed company', { listedWhenPaid: true }, 'OTHER', false],
    ['neither start-up nor venture firm', { target: null }, 'OTHER', false],
    ['an unsecured convertible bond', { instrument: 'CB' }, 'OTHER', true],
    ['a secured one', { instrument: 'CB', unsecured: false }, 'OTHER', false],
    ['a SAFE', { instrument: 'SAFE', unsecured: false }, 'OTHER', true],
    ['a project', { instrument: 'PROJECT', target: 'SME_PROJECT' }, 'OTHER', true],
    ['an accelerator in a venture firm', {}, 'STARTUP_ACCELERATOR', false],
    ['an accelerator in a start-up of three years', { target: 'STARTUP', incorporatedOn: localDate('2021-05-01') }, 'STARTUP_ACCELERATOR', true],
    ['an accelerator in an older one', { target: 'STARTUP', incorporatedOn: localDate('2021-04-30') }, 'STARTUP_ACCELERATOR', false],
    ['an accelerator, date of incorporation unknown', { target: 'STARTUP', incorporatedOn: null }, 'STARTUP_ACCELERATOR', false],
  ])('%s', (_what, more, kind, counts) => {
    expect(countsForStatute({ ...good, ...more }, kind)).toBe(counts);
  });
});

describe('a general partner with funds on both sides of the change', () => {
  const funds = [
    fundOf('A', '2021-11-15', 20_000, 9_000),
    fundOf('B', '2023-03-02', 10_000, 1_500),
    fundOf('C', '2023-09-01', 10_000, 3_000),
    fundOf('D', '2025-01-10', 10_000, 1_000),
    fundOf('E', '2023-10-01', 30_000, 0, { purpose: 'SECONDARY' }),
    fundOf('F', '2023-10-01', 30_000, 0, { specialRatio: true }),
  ];
  const position = (asOf: string, more: Partial<StatutoryPartner> = {}) => statutoryPosition(partnerOf(funds, more), STATUTORY_VERSIONS, localDate(asOf));

  it('until 2026-06-30 all funds are one base, and each is tested', () => {
    const { funds: each, partner } = position('2026-06-30');
    expect(each.map((fund) => [fund.fundId, fund.testOn, fund.figures.ratioPercent, fund.verdict])).toEqual([
      ['A', '2024-11-15', '45.00', 'MET'],
      ['B', '2026-03-02', '15.00', 'NOT_MET'],
      ['C', '2026-09-01', '30.00', 'MET'],
      ['D', '2028-01-10', '10.00', 'IN_PROGRESS'],
      ['E', '2026-10-01', '0.00', 'IN_PROGRESS'],
      ['F', '2026-10-01', '0.00', 'IN_PROGRESS'],
    ]);
    expect(partner.map((each_) => [each_.figures.baseWon, each_.figures.countedWon, each_.figures.ratioPercent, each_.due.ratioPercent, each_.nextTestOn, each_.verdict])).toEqual([
      [mn(110_000), mn(14_500), '13.18', '35.00', '2026-09-01', 'NOT_MET'],
    ]);
  });

  it('from 2026-07-01 the younger ones are tested through the general partner only, and some are left out', () => {
    const { funds: each, partner } = position('2026-12-31');
    expect(each.map((fund) => [fund.fundId, fund.inBase, fund.verdict])).toEqual([
      ['A', true, 'MET'],
      ['B', true, 'NOT_MET'],
      ['C', true, 'NOT_TESTED'],
      ['D', false, 'NOT_TESTED'],
      ['E', false, 'NOT_TESTED'],
      ['F', false, 'NOT_TESTED'],
    ]);
    expect(partner.map(({ fundIds, figures, nextTestOn, verdict }) => [fundIds, figures.requiredWon, figures.shortfallWon, nextTestOn, verdict])).toEqual([
      [['A', 'B'], mn(12_000), mn(1_500), null, 'NOT_MET'],
      [['C'], mn(4_000), mn(1_000), '2028-09-01', 'IN_PROGRESS'],
    ]);
  });

  it('D joins the base after three years, and both are due after five', () => {
    expect(position('2028-01-10').partner[1]?.fundIds).toEqual(['C', 'D']);
    expect(position('2028-08-31').partner[1]?.verdict).toBe('IN_PROGRESS');
    expect(position('2028-09-01').partner[1]).toMatchObject({ nextTestOn: '2030-01-10', verdict: 'NOT_MET' });
  });

  it('the fund of funds is exempt; a venture investment company is tested with its own capital', () => {
    expect(position('2026-12-31', { kind: 'FUND_OF_FUNDS_MANAGER' }).partner.map((each) => each.verdict)).toEqual(['EXEMPT', 'EXEMPT']);
    const company = position('2026-12-31', { kind: 'VENTURE_INVESTMENT_COMPANY', ownCapitalWon: mn(5_000), ownDeals: [{ ...good, amountWon: mn(4_000) }] });
    expect(company.partner[1]).toMatchObject({ figures: { baseWon: mn(15_000), countedWon: mn(7_000), ratioPercent: '46.66', met: true }, verdict: 'MET' });
    expect(company.partner[0]?.figures.baseWon).toBe(mn(30_000));
  });

  it('a change of the law leaves every earlier date as it was', () => {
    const before = STATUTORY_VERSIONS.slice(0, 1);
    const day = fc.integer({ min: 0, max: 1_900 }).map((days) => localDate(new Date(Date.UTC(2021, 3, 18 + days)).toISOString().slice(0, 10)));
    fc.assert(
      fc.property(day, (asOf) => {
        fc.pre(asOf < '2026-07-01');
        expect(statutoryPosition(partnerOf(funds), STATUTORY_VERSIONS, asOf)).toEqual(statutoryPosition(partnerOf(funds), before, asOf));
      }),
    );
  });
});
