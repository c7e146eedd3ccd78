import { describe, expect, it } from '@jest/globals';
import type { InvestmentSummary } from '../../api/types.js';
import { blankRecordForm, missingForSimulation, originOf, readRecordForm, recordFormOf, simulatedBody, type FaultTexts } from './record-form.js';

const TEXTS: FaultTexts = { brn: 'brn', name: 'name', amount: 'amount', date: 'date', instrument: 'instrument', claim: 'claim', route: 'route', basis: 'basis', count: 'count', won: 'won', percent: 'percent', missing: 'missing' };
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

describe('a stored deal that is corrected', () => {
  it('fills the form in as it was typed, so that sending it unchanged sends the same deal', () => {
    const stored = {
      company: { kind: 'COMPANY', name: '(주)새길로봇', businessNumber: '4068106180', corporateNumber: null, incorporatedOn: '2020-02-29' },
      deal: { kind: 'NEW', instrument: 'RCPS', amountWon: '2000000000', paidOn: '2023-06-30', committeeOn: null, shares: '40000', pricePerShareWon: '50000', round: 'Series A', note: null },
      recognition: { route: 'LAB_COMPANY', companyBasis: 'STARTUP' },
      evidence: [{ kind: '주주명부', issuedOn: '2023-06-01', validTo: null, issuer: null, documentId: null }],
    };
    const { body, faults } = readRecordForm(recordFormOf(stored), null, TEXTS);
    expect(faults).toEqual([]);
    expect(body).toEqual({
      company: { businessNumber: '4068106180', name: '(주)새길로봇', incorporatedOn: '2020-02-29' },
      kind: 'NEW',
      instrument: 'RCPS',
      amountWon: '2000000000',
      paidOn: '2023-06-30',
      shares: '40000',
      pricePerShareWon: '50000',
      round: 'Series A',
      recognition: { route: 'LAB_COMPANY', companyBasis: 'STARTUP' },
      evidence: [{ kind: '주주명부', issuedOn: '2023-06-01' }],
    });
  });
});
