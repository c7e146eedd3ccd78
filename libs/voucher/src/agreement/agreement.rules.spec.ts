import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { basisPoints, won } from '#libs/money';
import type { Broker } from '../broker/broker.js';
import type { VoucherState } from '../voucher/voucher.js';
import { agreedAmountStaysWithinFace, agreedAmountStaysWithinRequest, agreementFollowsTheSelection, brokerTakesPart } from './agreement.rules.js';
import { ownMoneyNotNeeded } from './own-money.rules.js';

const ON = localDate('2022-04-01');
const REQUIRED = { value: true, clause: 'KTTN 중개인력 참여 필수화', source: 'SEED' } as const;

const BROKER: Broker = {
  ...{ id: 'b', programmeId: 'p', number: 'KB-001', name: '중개인', organisation: null, field: null, area: null },
  ...{ registeredOn: localDate('2021-01-01'), validTo: localDate('2022-12-31'), turns: [] },
};

describe('a broker at the agreement', () => {
  it.each<[string, Partial<Broker> | null, string]>([
    ['is missing', null, 'BLOCK 등록된 중개인을 지정해 주세요'],
    ['is registered', {}, 'PASS 등록 중입니다'],
    ['is registered later', { registeredOn: localDate('2022-04-02') }, 'BLOCK 등록 중이 아닙니다'],
    ['was good through the day before', { validTo: localDate('2022-03-31') }, 'BLOCK 등록을 갱신해 주세요'],
    ['was renewed', { validTo: localDate('2022-03-31'), turns: [{ kind: 'RENEWED', effectiveOn: localDate('2023-03-31'), reason: '' }] }, 'PASS'],
    ['was struck off that day', { turns: [{ kind: 'STRUCK_OFF', effectiveOn: ON, reason: '' }] }, 'BLOCK 2022. 4. 1. 등록이 말소되었습니다'],
  ])('%s', (_what, changes, expected) => {
    const [verdict] = brokerTakesPart(REQUIRED, changes === null ? null : { ...BROKER, ...changes }, ON);
    const [result, ...words] = expected.split(' ');
    expect([verdict?.result, verdict?.clause, verdict?.inputs.source]).toEqual([result, 'KTTN 중개인력 참여 필수화', 'SEED']);
    expect(verdict?.text.ko).toContain(words.join(' '));
  });

  it('is asked for only where the terms do, and judged wherever there is one', () => {
    const free = { ...REQUIRED, value: false };
    expect(brokerTakesPart(free, null, ON)).toEqual([]);
    expect(brokerTakesPart(free, { ...BROKER, validTo: localDate('2021-12-31') }, ON)[0]?.result).toBe('BLOCK');
  });
});

describe('an agreement', () => {
  const face = { value: won(5_000_000n), clause: '예산 5억원 ÷ 100건', source: 'SEED' } as const;
  it('stays within face value and request, to the won', () => {
    expect([5_000_000n, 5_000_001n].map((each) => agreedAmountStaysWithinFace(won(each), face).result)).toEqual(['PASS', 'BLOCK']);
    expect([3_000_000n, 3_000_001n].map((each) => agreedAmountStaysWithinRequest(won(each), won(3_000_000n)).result)).toEqual(['PASS', 'BLOCK']);
  });

  it.each<[VoucherState, string, string]>([
    ['SELECTED', '2022-04-01', 'PASS'],
    ['SELECTED', '2022-04-02', 'BLOCK'],
    ['WAITLISTED', '2022-03-01', 'BLOCK'],
    ['AGREED', '2022-03-01', 'BLOCK'],
    ['APPLIED', '2022-03-01', 'BLOCK'],
  ])('of one that is %s since %s: %s', (state, since, result) => {
    expect(agreementFollowsTheSelection(state, localDate(since), ON).result).toBe(result);
  });
});

describe('own money that may go back', () => {
  it.each<[string, VoucherState, bigint, bigint, bigint, bigint, bigint]>([
    // state, left, due, available, spoken for, free
    ['before the issue nothing', 'AGREED', 1_250_000n, 1_250_000n, 0n, 0n, 0n],
    ['of a full voucher nothing (TV-10)', 'ISSUED', 1_250_000n, 1_250_000n, 5_000_000n, 0n, 0n],
    ['after use 1 of TV-10 nothing', 'ISSUED', 583_333n, 1_250_000n, 2_333_334n, 0n, 0n],
    ['of a voucher used up what is left', 'ISSUED', 7n, 1_250_000n, 0n, 0n, 7n],
    ['while a service runs all but its part', 'SUSPENDED', 1_250_000n, 1_250_000n, 0n, 1_250_000n, 0n],
    ['of an expired voucher all but what runs', 'EXPIRED', 1_250_000n, 1_250_000n, 0n, 666_667n, 583_333n],
    ['of a given up one everything', 'WITHDRAWN', 1_250_000n, 1_250_000n, 0n, 0n, 1_250_000n],
    ['never more than nothing', 'ISSUED', 100n, 1_250_000n, 5_000_000n, 0n, 0n],
  ])('%s', (_what, state, left, due, available, spokenFor, free) => {
    expect(ownMoneyNotNeeded({ state, leftWon: won(left), dueWon: won(due), availableWon: won(available), spokenForWon: won(spokenFor) }, basisPoints(2000))).toBe(free);
  });
});
