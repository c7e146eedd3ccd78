import { describe, expect, it } from '@jest/globals';
import { InvariantError } from '#libs/errors';
import { won } from '#libs/money';
import { tableOf } from '../report/report.js';
import { tv2Quarterly } from '../testing/quarterly.js';
import { fundQuarterlyModel } from './fund-quarterly.model.js';

describe('the quarterly report', () => {
  const draft = fundQuarterlyModel(tv2Quarterly());

  it('goes from the net asset value before the quarter to that at its end', () => {
    const { rows, totals } = tableOf(draft, 'movement');
    expect(rows.map(({ cells }) => cells.amountWon)).toEqual(['7,940,000,000', '0', '△300,000,000', '0', '△100,000,000', '390,000,000', '0']);
    expect(totals).toMatchObject({ item: '기말 순자산가액', amountWon: '7,930,000,000' });
  });

  it('has what was bought, sold, paid and told in the quarter, and no earlier day', () => {
    expect(tableOf(draft, 'events').rows.map(({ cells }) => cells.kind)).toEqual(['회수', '분배']);
    expect(tableOf(draft, 'portfolio').rows.map(({ cells }) => cells.number)).toEqual(['INV-2023-0002']);
    expect(tableOf(draft, 'exits').rows.map(({ cells }) => [cells.company, cells.gainWon])).toEqual([['B 기술이전 창업기업', '400,000,000']]);
    expect(draft.sections.find(({ id }) => id === 'expenses')?.blocks.map(({ kind }) => kind)).toEqual(['text']);
  });

  it('sets each holding beside its value a quarter before', () => {
    expect(tableOf(draft, 'portfolio', 1).rows.map(({ cells }) => [cells.beforeWon, cells.fairValueWon])).toEqual([
      ['2,000,000,000', '2,600,000,000'],
      ['1,500,000,000', '1,000,000,000'],
      ['1,200,000,000', '600,000,000'],
      ['0', '300,000,000'],
      ['0', '1,000,000,000'],
    ]);
  });

  it.each([
    ['the closing', { netAssetValueWon: won(7_930_000_001n) }],
    ['the paid-in capital', { paidInWon: won(8_000_000_001n) }],
    ['the distributions', { distributedWon: won(300_000_001n) }],
    ['the fees', { feesAndExpensesWon: won(160_000_001n) }],
    ['the fair value', { holdingsFairValueWon: won(5_500_000_001n) }],
  ])('is refused where %s of the figures is one won off', (_what, change) => {
    const facts = tv2Quarterly();
    expect(() => fundQuarterlyModel({ ...facts, outcome: { ...facts.outcome, performance: { ...facts.outcome.performance, ...change } } })).toThrow(InvariantError);
  });
});
