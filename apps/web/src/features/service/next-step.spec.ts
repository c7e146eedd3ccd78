import { describe, expect, it } from '@jest/globals';
import { isDecidable, neighbour, nextStepOf, otherStepsOf, permissionOf, WAY } from './next-step.js';
import type { Service } from './service.requests.js';

describe('the next step of a service', () => {
  it('leads from the contract to the payment', () => {
    expect(WAY.map(nextStepOf)).toEqual(['deliver', 'accept', 'inspect', 'claim', 'capture', 'pay', null]);
  });

  it('is none where a service has ended, and nothing else is offered there', () => {
    expect([nextStepOf('CANCELLED'), nextStepOf('REFUNDED'), otherStepsOf('CANCELLED'), otherStepsOf('REFUNDED')]).toEqual([null, null, [], []]);
  });

  it('is opened by the permission of its name; a payment by drafting one', () => {
    expect([permissionOf('capture'), permissionOf('send-back'), permissionOf('pay')]).toEqual(['service.capture', 'service.send-back', 'payment-run.draft']);
  });
});

describe('a claim', () => {
  const claim = (changes: Partial<Service>): Service => ({ state: 'CLAIMED', claimedById: 'maker', remarks: [], ...changes }) as unknown as Service;
  const remark = (result: string): Service['remarks'] => [{ rule: 'r', clause: '', result, text: { ko: '', en: '' }, inputs: {} }] as unknown as Service['remarks'];

  it.each([
    ['by somebody else', claim({}), true],
    ['with a warning', claim({ remarks: remark('WARN') }), true],
    ['by oneself', claim({ claimedById: 'checker' }), false],
    ['that a rule stops', claim({ remarks: remark('BLOCK') }), false],
    ['that is none yet', claim({ state: 'INSPECTED' }), false],
  ])('%s', (_what, service, decidable) => {
    expect(isDecidable(service, 'checker')).toBe(decidable);
  });
});

describe('going through a list', () => {
  it.each([
    ['b', 1, 'c'],
    ['b', -1, 'a'],
    ['c', 1, 'c'],
    ['a', -1, 'a'],
  ] as const)('from %s by %s', (open, by, there) => {
    expect(neighbour(['a', 'b', 'c'], open, by)).toBe(there);
  });
});
