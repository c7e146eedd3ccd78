import { describe, expect, it } from '@jest/globals';
import { won } from '#libs/money';
import { sumsOf } from '../year-close.rules.js';
import type { OpenOrder, OrderCarryOver } from './order-carry.js';
import { noCertifiedOrderLapses, planOrders } from './order-carry.rules.js';

const order = (orderId: string, changes: Partial<OpenOrder> = {}): OpenOrder => ({
  ...{ orderId, number: `SO-2021-${orderId}`, company: '의뢰기업', lab: '시험원', fiscalYear: 2021, state: 'ACCEPTED', openWon: won(1_500_000n), carriedBefore: false, carriedByAccident: false },
  ...changes,
});
const carry = (orderId: string): OrderCarryOver => ({ orderId, kind: 'EXPLICIT', reason: '성적서 지연', clause: '명시이월 승인' });

describe('orders at the end of a fiscal year', () => {
  it('are carried over where somebody says so, and given up otherwise', () => {
    const plan = planOrders([order('1'), order('2')], [carry('2')]);
    expect([plan.carried.map(({ commitment }) => commitment.number), plan.lapsing.map(({ number }) => number)]).toEqual([['SO-2021-2'], ['SO-2021-1']]);
  });

  it.each([
    ['of something that is not open', [carry('9')], '/orderCarryOvers/0/orderId'],
    ['twice', [carry('1'), carry('1')], '/orderCarryOvers/1/orderId'],
  ])('are not carried over %s', (_what, carryOvers, pointer) => {
    expect(() => planOrders([order('1')], carryOvers)).toThrow(expect.objectContaining({ code: 'grant-year.nothing-open', faults: [expect.objectContaining({ pointer })] }));
  });

  it.each([
    ['ACCEPTED', 'PASS'],
    ['CERTIFIED', 'BLOCK'],
    ['APPROVED', 'BLOCK'],
  ] as const)('are given up while %s: %s', (state, result) => {
    expect(noCertifiedOrderLapses([order('1', { state })]).result).toBe(result);
  });

  it('leave the appropriation of their year once, and what is given up is free budget of the year only before that', () => {
    const open = [order('new'), order('again', { fiscalYear: 2020, carriedBefore: true }), order('missed', { fiscalYear: 2020 }), order('given'), order('lost', { fiscalYear: 2020, carriedBefore: true }), order('late', { fiscalYear: 2019 })];
    const orders = planOrders(open, ['new', 'again', 'missed'].map(carry));
    const one = 1_500_000n;
    expect(sumsOf({ carried: [], lapsing: [], orders }, 2021)).toEqual({
      ...{ carriedWon: 3n * one, lapsedWon: 3n * one, freedOfYearWon: one },
      newlyCarriedWon: new Map([[2020, one], [2021, one]]),
      freedBeforeWon: new Map([[2019, one]]),
    });
  });
});
