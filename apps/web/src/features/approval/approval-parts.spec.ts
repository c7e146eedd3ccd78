import { describe, expect, it } from '@jest/globals';
import { endOf, fundOf, isLastSignature, mayRecall, mayRedraft, missingNow, seatsOf } from './approval-parts.js';
import type { ApprovalStep } from './approval.requests.js';

const signature = { decision: 'SIGNED' } as ApprovalStep['signatures'][number];
const step = (position: number, quorum: number, signed: number): ApprovalStep => ({ position, quorum, signatures: Array.from({ length: signed }, () => signature) }) as unknown as ApprovalStep;

describe('the approval line', () => {
  it.each([
    [[step(1, 1, 0), step(2, 2, 0)], 1, 1, false],
    [[step(1, 1, 1), step(2, 2, 0)], 2, 2, false],
    [[step(1, 1, 1), step(2, 2, 1)], 2, 1, true],
    [[step(1, 1, 0)], 1, 1, true],
  ])('line %#: what is missing now, and whether the next signature runs the command', (line, position, missing, last) => {
    expect(missingNow({ line, position })).toBe(missing);
    expect(isLastSignature({ line, position })).toBe(last);
  });
});

describe('what a drafter may still do', () => {
  const versions = [{ version: 1 }, { version: 2 }] as never;

  it.each([
    ['RETURNED', 2, true, true],
    ['RECALLED', 2, true, true],
    ['FAILED', 2, true, true],
    ['EXPIRED', 2, true, true],
    ['EXECUTED', 2, true, false],
    ['PENDING', 2, true, false],
    ['RETURNED', 1, true, false],
    ['RETURNED', 2, false, false],
  ] as const)('%s, version %i, drafted by me %s: may be drafted again %s', (state, version, drafted, may) => {
    expect(mayRedraft({ drafted, state, version, versions })).toBe(may);
  });

  it('is to take it back before the first signature', () => {
    expect(mayRecall({ drafted: true, state: 'PENDING', line: [step(1, 1, 0)] })).toBe(true);
    expect(mayRecall({ drafted: true, state: 'PENDING', line: [step(1, 2, 1)] })).toBe(false);
    expect(mayRecall({ drafted: false, state: 'PENDING', line: [step(1, 1, 0)] })).toBe(false);
  });
});

describe('the fund of a request', () => {
  it('is named in the input, or by the books', () => {
    expect(fundOf({ input: { fundId: 'a' }, entries: [], labels: [] })).toBe('a');
    expect(fundOf({ input: {}, entries: [{ book: 'fund/b' }] as never, labels: [] })).toBe('b');
    expect(fundOf({ input: {}, entries: [], labels: [] })).toBeNull();
  });
});

describe('the seats in which somebody may sign', () => {
  const approval = { waitingFor: [{ id: 'a' }, { id: 'b' }] as never, seats: [{ id: 'b', name: '나' }, { id: 'c', name: '다' }] };

  it('are their own first, then those they stand in for, if the step asks for them', () => {
    expect(seatsOf(approval, 'a').map(({ id }) => id)).toEqual(['', 'b']);
    expect(seatsOf(approval, 'x').map(({ id }) => id)).toEqual(['b']);
  });
});

describe('the end of a request', () => {
  const signed = (signedAt: string, decision = 'SIGNED', opinion: string | null = null): never => ({ signedAt, decision, opinion }) as never;
  const line = (...signatures: never[]): never => [{ signatures }] as never;

  it.each([
    [{ end: { kind: 'FAILED', at: 'b', reason: null, problem: { ko: '거절', en: 'refused' } }, line: line(signed('a')), expiresAt: 'z' }, { at: 'b', reason: null, problem: { ko: '거절', en: 'refused' } }],
    [{ end: null, line: line(signed('a'), signed('b', 'RETURNED', '4억원입니다')), expiresAt: 'z' }, { at: 'b', reason: '4억원입니다', problem: null }],
    [{ end: null, line: line(signed('a', 'SIGNED', '좋습니다')), expiresAt: 'z' }, { at: 'a', reason: null, problem: null }],
    [{ end: null, line: line(), expiresAt: 'z' }, { at: 'z', reason: null, problem: null }],
  ])('%#: when, and why', (approval, end) => {
    expect(endOf(approval)).toMatchObject(end);
  });
});
