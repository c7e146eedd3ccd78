import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { InvariantError } from '#libs/errors';
import { negateWon, won, ZERO_WON, type Won } from '#libs/money';
import { tableOf, type ReportDraft } from '../report/report.js';
import { tv2IlpaPerformance, tv2IlpaReporting } from '../testing/ilpa.js';
import { ilpaPerformanceModel } from './ilpa-performance.model.js';
import { ilpaReportingModel } from './ilpa-reporting.model.js';

const fieldsOf = (draft: ReportDraft, section: string): Map<string, readonly (string | undefined)[]> =>
  new Map(tableOf(draft, section).rows.map(({ cells }) => [cells.field ?? '', [cells.quarterWon, cells.yearWon, cells.lifeWon]]));

describe('the fields of the reporting template', () => {
  const draft = ilpaReportingModel(tv2IlpaReporting());
  const own = fieldsOf(draft, 'partner');
  const all = fieldsOf(draft, 'fund');

  it.each([
    ['Beginning NAV – Net of Accrued Carried Interest', '3,970,000,000', '3,980,000,000', '0'],
    ['Contributions – Cash & Non-Cash', '0', '0', '4,000,000,000'],
    ['Distributions – Cash & Non-Cash', '△150,000,000', '△150,000,000', '△150,000,000'],
    ['Management Fees – Net', '△40,000,000', '△50,000,000', '△70,000,000'],
    ['Partnership Expenses – Bank & Custody Fees', '△10,000,000', '△10,000,000', '△10,000,000'],
    ['Total Management Fees & Partnership Expenses', '△50,000,000', '△60,000,000', '△80,000,000'],
    ['Realized Gain / (Loss)', '195,000,000', '195,000,000', '195,000,000'],
    ['Ending NAV – Net of Accrued Carried Interest', '3,965,000,000', '3,965,000,000', '3,965,000,000'],
    ['Ending Unfunded Commitment', '6,000,000,000', '6,000,000,000', '6,000,000,000'],
  ])('%s of the partner: %s, %s, %s', (field, ...amounts) => {
    expect(own.get(field)).toEqual(amounts);
  });

  it('gives the fund as a whole its net asset value, with carry in it', () => {
    expect(all.get('Ending NAV – Gross of Accrued Carried Interest')).toEqual(['7,930,000,000', '7,930,000,000', '7,930,000,000']);
    expect(all.get('Accrued Carried Interest – Ending Balance')).toEqual(['0', '0', '0']);
  });

  it('says why, wherever there is no figure', () => {
    for (const section of ['partner', 'general-partner', 'fund']) {
      const silent = tableOf(draft, section).rows.filter(({ cells }) => cells.quarterWon === '-' && (cells.reason ?? '') === '');
      expect(silent).toEqual([]);
    }
  });

  it('tells the partner nothing of the other ones', () => {
    for (const other of ['공제회', '은행A', '기업B']) expect(JSON.stringify(draft)).not.toContain(other);
  });

  it('is refused where an account does not add up', () => {
    const { stretches, ...rest } = tv2IlpaReporting();
    const accounts = { ...stretches.year.accounts, accounts: stretches.year.accounts.accounts.map((each, at) => (at === 0 ? { ...each, closingWon: won(each.closingWon + 1n) } : each)) };
    expect(() => ilpaReportingModel({ ...rest, stretches: { ...stretches, year: { ...stretches.year, accounts } } })).toThrow(InvariantError);
  });
});

describe('the fields of the performance template', () => {
  const draft = ilpaPerformanceModel(tv2IlpaPerformance());
  const metrics = (index: string): Map<string, string | undefined> => new Map(tableOf(draft, index).rows.map(({ cells }) => [cells.field ?? '', cells.figure]));

  it('has net figures in both methodologies, and gross ones where flows to investments are known', () => {
    expect(['Net TVPI', 'DPI', 'RVPI'].map((field) => [metrics('granular').get(field), metrics('gross-up').get(field)])).toEqual([
      ['1.0288배', '1.0288배'],
      ['0.0375배', '0.0375배'],
      ['0.9913배', '0.9913배'],
    ]);
    expect([metrics('granular').get('Gross TVPI / MOIC'), metrics('gross-up').get('Gross MOIC')]).toEqual(['-', '1.0667배']);
  });

  it('lists flows that add up', () => {
    expect(tableOf(draft, 'granular', 1).totals).toMatchObject({ amountWon: '△7,700,000,000' });
    expect(tableOf(draft, 'gross-up', 1).totals).toMatchObject({ amountWon: '△5,110,000,000' });
    expect(tableOf(draft, 'portfolio').totals).toMatchObject({ costWon: '6,000,000,000', proceedsWon: '900,000,000', fairValueWon: '5,500,000,000', totalWon: '6,400,000,000' });
  });

  const extra = (amountWon: Won) => ({ on: localDate('2023-06-01'), type: 'Distribution', subject: '-', amountWon });
  it.each([[won(1n)], [negateWon(won(1n))]])('is refused with a flow of %s won too many', (amountWon) => {
    const facts = tv2IlpaPerformance();
    expect(() => ilpaPerformanceModel({ ...facts, partnerFlows: [...facts.partnerFlows, extra(amountWon)] })).toThrow(InvariantError);
    expect(() => ilpaPerformanceModel({ ...facts, dealFlows: [...facts.dealFlows, extra(amountWon)] })).toThrow(InvariantError);
    expect(() => ilpaPerformanceModel({ ...facts, dealFlows: [...facts.dealFlows, extra(ZERO_WON)] })).not.toThrow();
  });
});
