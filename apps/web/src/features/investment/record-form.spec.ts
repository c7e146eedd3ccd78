import { describe, expect, it } from '@jest/globals';
import type { InvestmentSummary } from '../../api/types.js';
import { blankRecordForm, missingForSimulation, originOf, readRecordForm, simulatedBody, type FaultTexts } from './record-form.js';

const TEXTS: FaultTexts = { brn: 'brn', name: 'name', amount: 'amount', date: 'date', instrument: 'instrument', claim: 'claim', route: 'route', basis: 'basis', count: 'count', won: 'won' };
const blank = blankRecordForm('2023-06-30');
const filled = { ...blank, company: { ...blank.company, businessNumber: '124-81-00998', name: ' (주)하늘 ' }, amountWon: '55억', claim: 'no' };
const deal = (paidOn: string, fields: Partial<InvestmentSummary> = {}): InvestmentSummary => ({ businessNumber: '1248100998', paidOn, voided: false, kind: 'NEW', id: paidOn, ...fields }) as InvestmentSummary;

describe('the record form', () => {
  it('asks for five things and no more', () => {
    expect(readRecordForm(blank, null, TEXTS).faults.map(({ pointer }) => pointer)).toEqual(['/company/businessNumber', '/company/name', '/amountWon', '/claim']);
    expect(missingForSimulation(readRecordForm(blank, null, TEXTS).faults)).toEqual(['businessNumber', 'name', 'amountWon']);
  });

  it('sends digits, trimmed texts and nothing that is empty', () => {
    expect(readRecordForm(filled, null, TEXTS)).toEqual({
      body: { company: { businessNumber: '1248100998', name: '(주)하늘' }, kind: 'NEW', instrument: 'RCPS', amountWon: '5500000000', paidOn: '2023-06-30' },
      faults: [],
    });
  });

  it('makes a second deal with a company a follow-on of the first live one', () => {
    const origin = originOf([deal('2023-02-01'), deal('2022-01-01', { voided: true }), deal('2022-09-01'), deal('2021-01-01', { kind: 'CONVERSION' })], '124-81-00998');
    expect(origin?.paidOn).toBe('2022-09-01');
    expect(readRecordForm(filled, origin, TEXTS).body).toMatchObject({ kind: 'FOLLOW_ON', originId: '2022-09-01' });
  });

  it('simulates while optional fields and the claim are unfinished', () => {
    const half = { ...filled, shares: 'viele', claim: 'yes', recognition: { route: 'LAB_COMPANY', companyBasis: '' } };
    const reading = readRecordForm(half, null, TEXTS);
    expect(reading.faults.map(({ pointer }) => pointer)).toEqual(['/shares', '/recognition/companyBasis']);
    expect(simulatedBody(reading)).toEqual({ company: { businessNumber: '1248100998', name: '(주)하늘' }, kind: 'NEW', instrument: 'RCPS', amountWon: '5500000000', paidOn: '2023-06-30', dryRun: true });
  });

  it('simulates nothing without an amount', () => {
    expect(simulatedBody(readRecordForm({ ...filled, amountWon: '0' }, null, TEXTS))).toBeNull();
  });
});
