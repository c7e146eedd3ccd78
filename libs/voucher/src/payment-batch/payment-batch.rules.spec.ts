import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { won } from '#libs/money';
import type { VoucherYear } from '../year/year.js';
import type { Payable } from './payment-batch.js';
import { accountsAreStillOpen, isPaidOutOfCarriedMoney, owedWon, refusalOfPayable, releaserIsAThirdPerson, requireStatedTotal } from './payment-batch.rules.js';

const on = localDate('2021-06-10');
const payable: Payable = {
  serviceId: 's',
  number: 'AS-2021-0001-01',
  payeeId: 'p',
  payee: '시험연구원',
  business: { status: 'ACTIVE', since: localDate('2021-01-01') },
  company: '(주)시험',
  companyBusiness: null,
  publicWon: won(80n),
  ownWon: won(20n),
  capturedOn: localDate('2021-06-10'),
  account: { id: 'a', holderIsParty: true, signed: false },
  waitsIn: null,
};

describe('what is owed', () => {
  it('is public and own money together', () => {
    expect(owedWon(payable)).toBe(100n);
  });

  it.each<[string, Partial<Payable>, string | null]>([
    ['to a payee with a checked account', {}, null],
    ['to a payee whose account bears another name, which a second person signed', { account: { id: 'a', holderIsParty: false, signed: true } }, null],
    ['to a payee whose account bears another name', { account: { id: 'a', holderIsParty: false, signed: false } }, 'payment-batch.holder-unchecked'],
    ['to a payee without an account', { account: null }, 'payment-batch.no-account'],
    ['and waits in another batch', { waitsIn: 'PAY-2021-0001' }, 'payment-batch.waits-already'],
    ['since tomorrow', { capturedOn: localDate('2021-06-11') }, 'payment-batch.captured-later'],
    ['to a payee who closed', { business: { status: 'CLOSED', since: on } }, 'rule.provider-is-in-business'],
    ['for a company that closed', { companyBusiness: { status: 'CLOSED', since: on } }, 'rule.company-is-in-business'],
  ])('%s', (_what, changes, code) => {
    expect(refusalOfPayable({ ...payable, ...changes }, on)?.code ?? null).toBe(code);
  });
});

describe('from which appropriation it is paid', () => {
  const year = { fiscalYear: 2021, closedOn: null } as VoucherYear;
  it.each([
    ['within the fiscal year', year, '2021-12-31', false],
    ['after the closing', { ...year, closedOn: localDate('2022-01-20') }, '2022-02-01', true],
  ])('%s', (_what, of, payOn, carried) => {
    expect(isPaidOutOfCarriedMoney(of, localDate(payOn))).toBe(carried);
  });

  it('is nobody’s between the year and its closing', () => {
    expect(() => isPaidOutOfCarriedMoney(year, localDate('2022-01-02'))).toThrow(expect.objectContaining({ code: 'payment-batch.year-not-closed' }));
  });
});

describe('who releases', () => {
  it.each([
    [['maker', 'checker'], 'third', 'PASS'],
    [['maker', 'checker'], 'checker', 'BLOCK'],
    [['maker'], 'maker', 'BLOCK'],
  ])('drafted and signed by %s, released by %s', (hands, releaser, result) => {
    expect(releaserIsAThirdPerson(hands, releaser).result).toBe(result);
  });

  it('looks at the accounts once more, and at the total that was seen', () => {
    expect([accountsAreStillOpen([]).result, accountsAreStillOpen(['시험연구원']).result]).toEqual(['PASS', 'BLOCK']);
    expect(() => requireStatedTotal(won(1n), won(1n))).not.toThrow();
    expect(() => requireStatedTotal(won(1n), won(2n))).toThrow(expect.objectContaining({ code: 'payment-batch.total-changed', kind: 'conflict' }));
  });
});
