import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import type { ServiceState } from '../service/service.js';
import type { VoucherState } from '../voucher/voucher.js';
import { NEXT_STEPS, nextStepOf, type NextStep } from './next-step.js';

const on = localDate('2026-06-30');
const next = (state: VoucherState, services: Partial<Record<ServiceState, number>> = {}, others: { validTo?: string; availableWon?: bigint; ownLeftWon?: bigint } = {}): NextStep => {
  const { validTo = '2026-12-31', availableWon = 1n, ownLeftWon = 1n } = others;
  return nextStepOf({ state, services, validTo: localDate(validTo), availableWon, ownLeftWon }, on);
};

describe('what is next for a voucher', () => {
  it.each<[string, NextStep, NextStep]>([
    ['nothing contracted', next('ISSUED'), 'CONTRACT'],
    ['contracted', next('ISSUED', { CONTRACTED: 2 }), 'DELIVER'],
    ['what waits for the agency goes first', next('ISSUED', { CONTRACTED: 1, DELIVERED: 1, ACCEPTED: 1, INSPECTED: 1 }), 'INSPECT'],
    ['a claim before everything', next('ISSUED', { CAPTURED: 1, CLAIMED: 1 }), 'DECIDE'],
    ['decided, not paid', next('ISSUED', { CAPTURED: 1, PAID: 3 }), 'PAY'],
    ['used up', next('ISSUED', { PAID: 2 }, { availableWon: 0n }), 'NONE'],
    ['on the last day', next('ISSUED', {}, { validTo: '2026-06-30' }), 'CONTRACT'],
    ['the day after', next('ISSUED', { CLAIMED: 1 }, { validTo: '2026-06-29' }), 'EXPIRE'],
    ['suspended', next('SUSPENDED', { CLAIMED: 1 }), 'RESUME'],
    ['suspended and over', next('SUSPENDED', {}, { validTo: '2026-06-29' }), 'EXPIRE'],
    ['expired with a claim', next('EXPIRED', { CLAIMED: 1 }), 'DECIDE'],
    ['expired with own money left', next('EXPIRED', { PAID: 1 }), 'RETURN_OWN_MONEY'],
    ['ended with nothing left', next('CANCELLED', {}, { ownLeftWon: 0n }), 'NONE'],
    ['clawed back', next('CLAWBACK', { PAID: 1 }), 'COLLECT'],
  ])('%s: %s', (_what, found, expected) => {
    expect(found).toBe(expected);
    expect(NEXT_STEPS[found].ko.length).toBeGreaterThan(0);
  });
});
