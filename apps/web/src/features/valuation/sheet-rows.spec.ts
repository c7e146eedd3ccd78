import { describe, expect, it } from '@jest/globals';
import { isChanged, itemOf, pasteInto, startingRow, type SheetRow } from './sheet-rows.js';
import type { Holding } from './valuation.requests.js';

const holding = (number: string): Holding => ({
  investmentId: `id-${number}`, number, company: '기업', instrument: 'RCPS', paidOn: '2024-06-03', acquisitionWon: '2000', costWon: '2000', valuedOn: null, fairValueWon: '2000', impairmentWon: '0',
  method: null, note: null, reasons: [], exceptions: [], auditor: null, signedOn: null, documentId: null, recordedBy: null,
});
const rows = ['INV-2024-0001', 'INV-2024-0002', 'INV-2024-0003'].map((number) => startingRow(holding(number)));
const amounts = (list: readonly SheetRow[]) => list.map(({ fairValue, impairment }) => [fairValue, impairment]);

describe('cells from Excel', () => {
  it.each<[string, string, number, 'fairValue' | 'impairment', unknown]>([
    ['a column of amounts fills downwards', '2,500\r\n1,800\r\n', 0, 'fairValue', [['2,500', '0'], ['1,800', '0'], ['2,000', '0']]],
    ['two columns fill both', '2,500\t100\n1,800\t200', 1, 'fairValue', [['2,000', '0'], ['2,500', '100'], ['1,800', '200']]],
    ['the second column fills only itself', '300\t999', 2, 'impairment', [['2,000', '0'], ['2,000', '0'], ['2,000', '300']]],
    ['rows with deal numbers go where they stand', 'INV-2024-0003\t900\t1,100\nINV-2024-0001\t2,100', 0, 'fairValue', [['2,100', '0'], ['2,000', '0'], ['900', '1,100']]],
    ['an empty cell leaves what was there', 'INV-2024-0002\t\t50', 0, 'fairValue', [['2,000', '0'], ['2,000', '50'], ['2,000', '0']]],
  ])('%s', (_what, text, row, column, expected) => {
    expect(amounts(pasteInto(rows, text, { row, column }).rows)).toEqual(expected);
  });

  it('names what it could not place', () => {
    expect(pasteInto(rows, 'INV-2024-0001\t1\nINV-2024-0099\t2', { row: 0, column: 'fairValue' })).toMatchObject({ filled: 1, unknown: ['INV-2024-0099'] });
  });
});

describe('a row of the sheet', () => {
  const row = rows[0] as SheetRow;
  it('is sent when an amount, or the judgement, has changed', () => {
    expect([isChanged(row), isChanged({ ...row, fairValue: '2,001' }), isChanged({ ...row, impairment: '' }), isChanged({ ...row, touched: true })]).toEqual([false, true, false, true]);
  });

  it('says only what was filled in', () => {
    expect(itemOf(row, '취득원가')).toEqual({ investmentId: 'id-INV-2024-0001', fairValueWon: '2000', impairmentWon: '0', method: '취득원가' });
    const full = { ...row, impairment: '1,000', reasons: ['LAWSUIT'], ifrs: true, followOnPaidOn: '2024-11-01', followOnAmount: '30억', followOnShare: '3.5', note: ' 메모 ' };
    expect(itemOf(full, '취득원가')).toMatchObject({ impairmentWon: '1000', reasons: [{ code: 'LAWSUIT' }], ifrsConversion: true, followOn: { paidOn: '2024-11-01', amountWon: '3000000000', shareBasisPoints: 350 }, note: '메모' });
    expect(itemOf({ ...row, fairValue: '많이' }, '취득원가')).toBeNull();
  });
});
