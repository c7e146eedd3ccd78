import { describe, expect, it } from '@jest/globals';
import { parseTaxInvoiceNumber } from './tax-invoice-number.js';

describe('a tax invoice approval number is 24 letters and digits', () => {
  it.each([
    ['2021090849063409ce6e4b9a', '2021090849063409ce6e4b9a'],
    ['20210908-49063409-ce6e4b9a', '2021090849063409ce6e4b9a'],
    [' 20210908-49063409-CE6E4B9A ', '2021090849063409ce6e4b9a'],
  ])('%j is %s', (text, value) => {
    expect(parseTaxInvoiceNumber(text)).toEqual({ ok: true, value, warnings: [] });
  });

  it.each(['', '202109234357875404ff', '2021090849063409ce6e4b9a0', '2021090849063409ce6e4b9가'])('%j is not one', (text) => {
    expect(parseTaxInvoiceNumber(text)).toMatchObject({ ok: false, code: 'INVOICE_FORMAT' });
  });
});
