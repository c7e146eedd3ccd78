import { describe, expect, it } from '@jest/globals';
import { blankDeal, readDeals } from './simulator-form.js';

describe('deals as they are typed', () => {
  it('are asked about once they name a fund and an amount, in their order', () => {
    const typed = [
      { ...blankDeal(''), amount: '55억' },
      { ...blankDeal('F1'), amount: '' },
      { ...blankDeal('F2'), amount: '55억', route: 'LAB_COMPANY', traits: { region: ' 대전 ', zone: '' } },
      { ...blankDeal('F1'), amount: '1,000', traits: {} },
    ];
    expect(readDeals(typed)).toEqual([
      { fundId: 'F2', amountWon: '5500000000', traits: [{ dimension: 'purpose', value: 'PUBLIC_TECHNOLOGY' }, { dimension: 'route', value: 'LAB_COMPANY' }, { dimension: 'region', value: '대전' }] },
      { fundId: 'F1', amountWon: '1000', traits: [] },
    ]);
  });
});
