import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { statusOn } from '#libs/identifier';
import { providerActiveOn, suspensionOn, type ProviderTurn } from './provider.js';
import { providerIsInBusiness } from './provider.rules.js';

const day = localDate;
const turn = (kind: ProviderTurn['kind'], on: string): ProviderTurn => ({ kind, effectiveOn: day(on), reason: `${kind} ${on}` });

describe('whether a provider may be chosen on a day', () => {
  const registered = { registeredOn: day('2021-03-02'), turns: [] };
  const suspended = { registeredOn: day('2021-03-02'), turns: [turn('SUSPENDED', '2021-05-01'), turn('RESUMED', '2021-06-01'), turn('SUSPENDED', '2021-08-01')] };
  it.each([
    ['before its registration', registered, '2021-03-01', false],
    ['on the day of its registration', registered, '2021-03-02', true],
    ['named by a roster without a day', { registeredOn: null, turns: [] }, '2000-01-01', true],
    ['before the suspension', suspended, '2021-04-30', true],
    ['on the day of the suspension', suspended, '2021-05-01', false],
    ['once resumed', suspended, '2021-06-01', true],
    ['suspended again', suspended, '2021-08-01', false],
    ['suspended and resumed on one day', { registeredOn: null, turns: [turn('SUSPENDED', '2021-05-01'), turn('RESUMED', '2021-05-01')] }, '2021-05-01', true],
  ])('%s', (_what, provider, on, expected) => {
    expect(providerActiveOn(provider, day(on))).toBe(expected);
  });

  it('says which suspension is in force', () => {
    expect([suspensionOn(suspended, day('2021-05-15'))?.reason, suspensionOn(suspended, day('2021-07-01'))]).toEqual(['SUSPENDED 2021-05-01', null]);
  });
});

describe('what the tax office said of a day', () => {
  const records = [
    { status: 'RESTING' as const, effectiveOn: day('2021-03-02'), source: 'a' },
    { status: 'CLOSED' as const, effectiveOn: day('2021-05-31'), source: 'b' },
    { status: 'ACTIVE' as const, effectiveOn: day('2021-04-01'), source: 'c' },
    { status: 'ACTIVE' as const, effectiveOn: day('2021-05-31'), source: 'correction' },
  ];
  it.each([
    ['2021-03-01', null, 'PASS'],
    ['2021-03-02', 'a', 'BLOCK'],
    ['2021-04-30', 'c', 'PASS'],
    ['2021-06-01', 'correction', 'PASS'],
  ])('%s', (on, source, result) => {
    const status = statusOn(records, day(on));
    expect([status?.source ?? null, providerIsInBusiness(status, day(on)).result]).toEqual([source, result]);
  });
});
