import { describe, expect, it } from '@jest/globals';
import { BLANK_FUND, blankPartner, committedWon, faultPointerInForm, pastedPartners, readFundForm } from './form-fund.js';

const TEXTS = { missing: 'missing', ratio: 'ratio', partner: 'partner' };

describe('partners pasted from a spreadsheet', () => {
  it('reads names, kinds, numbers and amounts, and leaves the heading out', () => {
    const text = '조합원명\t구분\t사업자등록번호\t약정금액\r\n한국모태펀드\t특별조합원\t138-82-19493\t10,000,000,000\r\n기술지주(주)\t업무집행조합원\t781-88-04874\t2억\r\n';
    expect(pastedPartners(text)).toEqual([
      { name: '한국모태펀드', kind: 'SPECIAL_LIMITED', businessNumber: '138-82-19493', commitmentWon: '10,000,000,000' },
      { name: '기술지주(주)', kind: 'GENERAL', businessNumber: '781-88-04874', commitmentWon: '2억' },
    ]);
  });

  it('takes a single word for what it is', () => {
    expect(pastedPartners('한국모태펀드')).toEqual([]);
  });

  it('adds up what can be read', () => {
    expect(committedWon([{ ...blankPartner(), commitmentWon: '100억' }, { ...blankPartner(), commitmentWon: 'x' }])).toBe(10_000_000_000n);
  });
});

describe('the form of a fund', () => {
  it('leaves blank lines out and finds its way back to the right one', () => {
    const partners = [blankPartner(), { ...blankPartner(), name: 'A', businessNumber: '124-81-00998', commitmentWon: '1억' }];
    expect(readFundForm({ ...BLANK_FUND, partners }, TEXTS).body.partners).toHaveLength(1);
    expect(faultPointerInForm('/partners/0/businessNumber', partners)).toBe('/partners/1/businessNumber');
    expect(faultPointerInForm('/name', partners)).toBe('/name');
  });

  it('reads percentages as basis points', () => {
    const { body } = readFundForm({ ...BLANK_FUND, obligationRatioBasisPoints: '60.5', singleCompanyCapBasisPoints: '' }, TEXTS);
    expect(body.obligationRatioBasisPoints).toBe(6050);
    expect(body).not.toHaveProperty('singleCompanyCapBasisPoints');
  });
});
