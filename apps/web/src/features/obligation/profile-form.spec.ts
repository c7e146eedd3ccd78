import { describe, expect, it } from '@jest/globals';
import { readFundProfile, readPartnerProfile } from './profile-form.js';

const TEXTS = { missing: 'missing', date: 'date', amount: 'amount' };
const ground = { clause: '등록증', effectiveFrom: '2026-07-01' };

describe('what a fund is to the statute, as it is typed', () => {
  it('is sent with its last day of grace where there is one', () => {
    expect(readFundProfile({ ...ground, purpose: 'SECONDARY', specialRatio: 'YES', graceTo: '' }, TEXTS).body).toEqual({ ...ground, purpose: 'SECONDARY', specialRatio: true });
    expect(readFundProfile({ ...ground, purpose: 'GENERAL', specialRatio: 'NO', graceTo: '2027. 3. 2.' }, TEXTS).body).toMatchObject({ graceTo: '2027-03-02' });
  });

  it('is previewed before its ground is written, and not while a date cannot be read', () => {
    const unwritten = readFundProfile({ ...ground, clause: ' ', purpose: 'GENERAL', specialRatio: 'NO', graceTo: '' }, TEXTS);
    expect([unwritten.found, unwritten.preview]).toEqual([[{ pointer: '/clause', text: 'missing' }], { purpose: 'GENERAL', specialRatio: false, clause: '-', effectiveFrom: '2026-07-01' }]);
    expect(readFundProfile({ ...ground, purpose: 'GENERAL', specialRatio: 'NO', graceTo: 'soon' }, TEXTS)).toMatchObject({ found: [{ pointer: '/graceTo', text: 'date' }], preview: null });
  });
});

describe('what a manager is to the statute, as it is typed', () => {
  it('sends capital of a venture investment company only', () => {
    expect(readPartnerProfile({ ...ground, kind: 'VENTURE_INVESTMENT_COMPANY', ownCapitalWon: '50억' }, TEXTS).body).toMatchObject({ ownCapitalWon: '5000000000' });
    expect(readPartnerProfile({ ...ground, kind: 'STARTUP_ACCELERATOR', ownCapitalWon: '50억' }, TEXTS).body).toEqual({ ...ground, kind: 'STARTUP_ACCELERATOR' });
  });

  it('says at the field that an amount cannot be read', () => {
    expect(readPartnerProfile({ ...ground, kind: 'VENTURE_INVESTMENT_COMPANY', ownCapitalWon: 'much' }, TEXTS).found).toEqual([{ pointer: '/ownCapitalWon', text: 'amount' }]);
  });
});
