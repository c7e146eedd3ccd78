import { localDate } from '#libs/calendar';
import { describe, expect, it } from '@jest/globals';
import { maskAccount, parseBankAccount } from './bank-account.js';
import { BANKS, findBank } from './banks.js';

describe('an account is a known bank and 10 to 16 digits', () => {
  it.each([
    ['004', '1234567890', '1234567890'],
    ['088', '110-123-456789', '110123456789'],
    [' ０８８ ', '１１０ １２３ ４５６７８９', '110123456789'],
    ['271', '1234567890123456', '1234567890123456'],
  ])('%j %j is read', (bankCode, account, digits) => {
    expect(parseBankAccount(bankCode, account)).toEqual({
      ok: true,
      value: { bankCode: bankCode.normalize('NFKC').trim(), account: digits },
      warnings: [],
    });
  });

  it.each([
    ['999', '1234567890', 'BANK_UNKNOWN'],
    ['4', '1234567890', 'BANK_UNKNOWN'],
    ['', '1234567890', 'BANK_UNKNOWN'],
    ['004', '123456789', 'ACCOUNT_FORMAT'],
    ['004', '12345678901234567', 'ACCOUNT_FORMAT'],
    ['004', '301-0147-****-21', 'ACCOUNT_FORMAT'],
  ])('%j %j is refused: %s', (bankCode, account, code) => {
    expect(parseBankAccount(bankCode, account)).toMatchObject({ ok: false, code });
  });

  it.each([
    ['110123456789', '********6789'],
    ['1234', '1234'],
  ])('%s is shown as %s', (account, masked) => {
    expect(maskAccount(account)).toBe(masked);
  });
});

describe('a bank keeps its code through a change of name', () => {
  it.each([
    ['031', '2024-06-04', '대구은행'],
    ['031', '2024-06-05', 'iM뱅크'],
    ['088', '2021-01-01', '신한은행'],
  ])('%s on %s is %s', (code, on, name) => {
    expect(findBank(code, localDate(on))?.ko).toBe(name);
  });

  it('is null for an unknown code', () => {
    expect(findBank('999', localDate('2026-06-30'))).toBeNull();
  });

  it('has exactly one name on any day', () => {
    for (const on of ['2000-01-01', '2024-06-04', '2024-06-05', '2030-01-01'].map(localDate)) {
      const current = BANKS.filter((bank) => (bank.validFrom ?? on) <= on && on <= (bank.validTo ?? on));
      expect(current.length).toBe(new Set(BANKS.map(({ code }) => code)).size);
    }
  });
});
