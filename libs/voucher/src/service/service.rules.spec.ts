import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { invoiceIsClaimedOnce, requireSameInvoice, type KnownInvoice } from '#libs/invoice';
import { basisPoints, won } from '#libs/money';
import type { Sourced } from '#libs/policy';
import { brokerFeeStaysWithinTheCap, claimStaysWithinTheContract } from '../claim/invoice.rules.js';
import {
  brokerHasReported,
  brokerIsActive,
  deliverableIsNew,
  ownMoneyCoversTheShare,
  partyIsInBusiness,
  providerIsNotSuspended,
  providerIsRegistered,
  requireStepDay,
  serviceIsOnTheMenu,
  useFallsIntoTheValidity,
} from './service.rules.js';

const day = (text: string) => localDate(text);
const notice = <T>(value: T): Sourced<T> => ({ value, clause: '공고', source: 'NOTICE' });
const provider = { name: '시험연구원', registeredOn: day('2021-01-04'), suspendedOn: null };

describe('who may serve', () => {
  it.each([
    ['on the day of registration', '2021-01-04', 'PASS'],
    ['a day earlier', '2021-01-03', 'BLOCK'],
  ])('a provider %s', (_what, on, result) => {
    expect(providerIsRegistered(provider, day(on)).result).toBe(result);
  });

  it('a provider that a roster names without a day', () => {
    expect(providerIsRegistered({ ...provider, registeredOn: null }, day('2020-01-01')).result).toBe('PASS');
  });

  it.each([
    ['a new contract', 'BLOCK', '다른 공급기관을 골라'],
    ['what it delivered', 'WARN', '정지 사유가 이 서비스와'],
  ] as const)('a suspended provider: %s', (_what, otherwise, cure) => {
    const verdict = providerIsNotSuspended({ ...provider, suspendedOn: day('2021-05-01') }, day('2021-06-01'), otherwise);
    expect([verdict.result, verdict.text.ko.includes('2021. 5. 1.'), verdict.text.ko.includes(cure)]).toEqual([otherwise, true, true]);
  });

  it.each([
    ['ACTIVE', 'PASS'],
    ['RESTING', 'WARN'],
    ['CLOSED', 'BLOCK'],
  ] as const)('a company that the tax office calls %s', (status, result) => {
    expect(partyIsInBusiness('company', '(주)시험', { status, since: day('2021-05-31') }, day('2021-06-01'))).toMatchObject({ rule: 'company-is-in-business', result });
  });

  it('somebody whom nobody asked about is looked into, not taken for granted', () => {
    expect(partyIsInBusiness('provider', '시험연구원', null, day('2021-06-01'))).toMatchObject({ result: 'WARN', inputs: { status: null } });
  });
});

describe('what may be bought, and when', () => {
  const menu = notice([{ code: 'T1', nameKo: '시험분석', nameEn: 'Testing' }]);
  it.each([
    ['what is on it', 'T1', menu, 'PASS'],
    ['what is not', 'T2', menu, 'BLOCK'],
    ['nothing in particular', null, menu, 'BLOCK'],
    ['anything, where there is no menu', null, notice([]), 'PASS'],
  ])('the menu: %s', (_what, code, of, result) => {
    expect(serviceIsOnTheMenu(code, of).result).toBe(result);
  });

  const days = { issuedOn: day('2021-05-03'), validTo: day('2021-11-03') };
  it.each([
    ['2021-05-02', 'BLOCK'],
    ['2021-05-03', 'PASS'],
    ['2021-11-03', 'PASS'],
    ['2021-11-04', 'BLOCK'],
  ])('a contract or invoice of %s', (on, result) => {
    expect([useFallsIntoTheValidity('CONTRACT', day(on), days, '').result, useFallsIntoTheValidity('INVOICE', day(on), days, '').result]).toEqual([result, result]);
  });

  it.each([
    ['the day before the last step', '2021-05-31', false],
    ['the day of the last step', '2021-06-01', true],
    ['today', '2021-06-10', true],
    ['tomorrow', '2021-06-11', false],
  ])('a step dated %s', (_what, on, allowed) => {
    const step = (): void => requireStepDay(day(on), day('2021-06-01'), day('2021-06-10'), '/on');
    if (allowed) expect(step).not.toThrow();
    else expect(step).toThrow(expect.objectContaining({ code: 'service.step-out-of-order', faults: [expect.objectContaining({ pointer: '/on' })] }));
  });
});

describe('own money', () => {
  it.each([
    ['covers the share', 100n, 100n, 'DEPOSIT', 'PASS'],
    ['is a won short', 101n, 100n, 'DEPOSIT', 'WARN'],
    ['is paid directly', 101n, 0n, 'DIRECT', 'PASS'],
  ] as const)('%s', (_what, share, lot, channel, result) => {
    expect(ownMoneyCoversTheShare(won(share), won(lot), notice(channel)).result).toBe(result);
  });
});

describe('the broker', () => {
  const on = day('2021-06-01');
  it.each([
    ['is not asked for', null, false, 'PASS'],
    ['is missing', null, true, 'BLOCK'],
    ['was struck off', { name: '김중개', active: false }, true, 'BLOCK'],
    ['is active', { name: '김중개', active: true }, true, 'PASS'],
  ])('%s', (_what, broker, required, result) => {
    expect(brokerIsActive(broker, on, notice(required)).result).toBe(result);
  });

  it.each([
    [null, true, 'BLOCK'],
    [on, true, 'PASS'],
    [null, false, 'PASS'],
  ] as const)('reported on %s, required: %s', (reportedOn, required, result) => {
    expect(brokerHasReported(reportedOn, notice(required)).result).toBe(result);
  });

  it.each([
    [null, 'PASS'],
    [333_333n, 'PASS'],
    [333_334n, 'BLOCK'],
  ] as const)('charges %s for 3,333,333 under a cap of ten percent', (fee, result) => {
    expect(brokerFeeStaysWithinTheCap(fee === null ? null : won(fee), won(3_333_333n), notice(basisPoints(1000))).result).toBe(result);
  });
});

describe('an invoice', () => {
  const known: KnownInvoice = { number: 'a'.repeat(24), subjectId: 'one', label: 'AS-2021-0001-01', invoicedOn: day('2021-06-01'), supplyWon: won(1000n), vatWon: won(100n) };

  it.each([
    ['nobody used', null, 'two', 'PASS'],
    ['this very service used before', known, 'one', 'PASS'],
    ['another service used', known, 'two', 'BLOCK'],
  ])('that %s', (_what, invoice, serviceId, result) => {
    expect(invoiceIsClaimedOnce(invoice, serviceId).result).toBe(result);
  });

  it('that lies out of sight is refused without telling whose it is', () => {
    expect(invoiceIsClaimedOnce({ ...known, label: null }, 'two')).toMatchObject({ result: 'BLOCK', inputs: { usedBy: null } });
  });

  it('says the same when it is claimed anew', () => {
    const stated = { invoicedOn: known.invoicedOn, supplyWon: known.supplyWon, vatWon: known.vatWon };
    expect(() => requireSameInvoice(known, stated)).not.toThrow();
    expect(() => requireSameInvoice(known, { ...stated, supplyWon: won(999n) })).toThrow(expect.objectContaining({ code: 'claim.invoice-differs' }));
  });

  it.each([
    [1000n, 'PASS'],
    [999n, 'PASS'],
    [1001n, 'BLOCK'],
  ])('over %s of 1,000 contracted', (supply, result) => {
    expect(claimStaysWithinTheContract(won(supply), won(1000n)).result).toBe(result);
  });
});

describe('a deliverable', () => {
  it.each([
    ['nobody saw before', [], 'PASS'],
    ['was handed in elsewhere', ['AS-2021-0002-01'], 'WARN'],
  ])('that %s', (_what, others, result) => {
    expect(deliverableIsNew(others).result).toBe(result);
  });
});
