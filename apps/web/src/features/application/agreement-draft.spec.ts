import { describe, expect, it } from '@jest/globals';
import { agreementsOf, depositsOf, firstAgreement } from './agreement-draft.js';

const ROWS = [{ voucherId: 'a' }, { voucherId: 'b' }];
const agreement = (changes: object = {}) => ({ chosen: true, amountWon: '5,000,000', brokerId: '', ...changes });
const deposit = (changes: object = {}) => ({ chosen: true, amountWon: '1,250,000', bankReference: '', ...changes });

describe('agreements as they are typed', () => {
  it.each([
    ['7000000', '5000000', '5,000,000'],
    ['3000000', '5000000', '3,000,000'],
    ['3000000', '', '3,000,000'],
  ])('start at the lesser of the %s asked for and the face value %s', (requestedWon, faceWon, amountWon) => {
    expect(firstAgreement({ requestedWon }, faceWon)).toEqual({ chosen: true, amountWon, brokerId: '' });
  });

  it('are sent as whole won, but for those not chosen', () => {
    expect(agreementsOf(ROWS, { a: agreement({ amountWon: '500만', brokerId: 'k' }), b: agreement({ chosen: false }) }, '2021. 4. 1.')).toEqual({ agreedOn: '2021-04-01', vouchers: [{ voucherId: 'a', amountWon: '5000000', brokerId: 'k' }] });
  });

  it.each([
    ['nothing is chosen', { a: agreement({ chosen: false }) }, '2021-04-01'],
    ['an amount is none', { a: agreement({ amountWon: '많이' }) }, '2021-04-01'],
    ['an amount is nothing', { a: agreement({ amountWon: '0' }) }, '2021-04-01'],
    ['the day is none', { a: agreement() }, '2021-04-31'],
  ])('wait while %s', (_what, drafts, day) => {
    expect(agreementsOf(ROWS, drafts, day)).toBeNull();
  });
});

describe('deposits as they are typed', () => {
  it('are sent with their day and reference', () => {
    expect(depositsOf(ROWS, { a: deposit({ bankReference: ' 1차 ' }), b: deposit() }, '2021-04-02')).toEqual([
      { voucherId: 'a', amountWon: '1250000', valueOn: '2021-04-02', bankReference: '1차' },
      { voucherId: 'b', amountWon: '1250000', valueOn: '2021-04-02' },
    ]);
  });

  it('are none while nothing is chosen, and wait while one is not complete', () => {
    expect([depositsOf(ROWS, {}, '2021-04-02'), depositsOf(ROWS, { a: deposit({ amountWon: '' }) }, '2021-04-02')]).toEqual([[], null]);
  });
});
