import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { brokerActiveOn, goodThrough, type BrokerTurn } from './broker.js';

const day = localDate;
const turn = (kind: BrokerTurn['kind'], on: string): BrokerTurn => ({ kind, effectiveOn: day(on), reason: '시험' });
const broker = (validTo: string | null, ...turns: BrokerTurn[]) => ({ registeredOn: day('2021-03-02'), validTo: validTo === null ? null : day(validTo), turns });

describe('whether a broker is active on a day', () => {
  const closed = broker('2021-12-31');
  const renewed = broker('2021-12-31', turn('RENEWED', '2022-12-31'));
  const struck = broker('2021-12-31', turn('RENEWED', '2022-12-31'), turn('STRUCK_OFF', '2022-06-01'));
  it.each([
    ['the day before the registration', closed, '2021-03-01', false],
    ['its first day', closed, '2021-03-02', true],
    ['its last day', closed, '2021-12-31', true],
    ['the day after', closed, '2022-01-01', false],
    ['a day of the renewal', renewed, '2022-01-01', true],
    ['after the renewal', renewed, '2023-01-01', false],
    ['the day before it is struck off', struck, '2022-05-31', true],
    ['the day on which it is struck off', struck, '2022-06-01', false],
    ['without an end', broker(null), '2099-01-01', true],
    ['without an end, struck off', broker(null, turn('STRUCK_OFF', '2021-03-02')), '2021-03-02', false],
  ])('%s', (_what, registration, on, expected) => {
    expect(brokerActiveOn(registration, day(on))).toBe(expected);
  });

  it('is good through the last of its renewals', () => {
    expect([goodThrough(closed), goodThrough(renewed), goodThrough(broker(null))]).toEqual(['2021-12-31', '2022-12-31', null]);
  });
});
