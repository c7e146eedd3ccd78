import { describe, expect, it } from '@jest/globals';
import { addDays, localDate } from '#libs/calendar';
import { basisPoints, won, ZERO_WON } from '#libs/money';
import fc from 'fast-check';
import { interestMayBeWaived, overduePosition } from './overdue.rules.js';
import type { LateShare } from './overdue.js';

const TERMS = { rate: basisPoints(1000), cureDays: 30 };
const share = (changes: Partial<LateShare> = {}): LateShare => ({ calledWon: won(833_333_333), dueOn: localDate('2024-03-04'), receipts: [], interestReceivedWon: ZERO_WON, interestWaivedWon: ZERO_WON, ...changes });
const paid = (valueOn: string, amountWon: bigint) => ({ valueOn: localDate(valueOn), amountWon: won(amountWon) });

describe('a share of 833,333,333 due on 2024-03-04 at 10 % and 30 days to cure', () => {
  it.each([
    ['before it is due', '2024-03-03', [], 'OPEN', 833_333_333n, 0, 0n],
    ['on the day', '2024-03-04', [], 'OPEN', 833_333_333n, 0, 0n],
    ['a day late: 833,333,333 × 10 % / 365', '2024-03-05', [], 'IN_CURE', 833_333_333n, 1, 228_310n],
    ['on the last day of cure', '2024-04-03', [], 'IN_CURE', 833_333_333n, 30, 6_849_315n],
    ['a day later', '2024-04-04', [], 'IN_DEFAULT', 833_333_333n, 31, 7_077_625n],
    ['half of it in time, the rest open', '2024-03-14', [paid('2024-03-04', 400_000_000n)], 'IN_CURE', 433_333_333n, 10, 1_187_214n],
    ['all of it, ten days late', '2024-05-01', [paid('2024-03-14', 833_333_333n)], 'INTEREST_DUE', 0n, 10, 2_283_105n],
    ['all of it in time', '2024-05-01', [paid('2024-02-20', 833_333_333n)], 'PAID', 0n, 0, 0n],
  ] as const)('%s', (_what, asOf, receipts, state, unpaidWon, daysLate, dueWon) => {
    expect(overduePosition(share({ receipts }), TERMS, localDate(asOf))).toMatchObject({ state, unpaidWon, daysLate, dueWon });
  });

  it('owes less by what was received and waived, and never less than nothing', () => {
    const late = { receipts: [paid('2024-03-14', 833_333_333n)] };
    const position = (received: bigint, waived: bigint) => overduePosition(share({ ...late, interestReceivedWon: won(received), interestWaivedWon: won(waived) }), TERMS, localDate('2024-05-01'));
    expect(position(2_000_000n, 283_105n)).toMatchObject({ dueWon: 0n, state: 'PAID', accruedWon: 2_283_105n });
    expect(position(2_000_000n, 0n)).toMatchObject({ dueWon: 283_105n, state: 'INTEREST_DUE' });
    expect(position(3_000_000n, 0n).dueWon).toBe(0n);
  });

  it('does not count on a day what came after it', () => {
    const late = share({ receipts: [paid('2024-03-14', 833_333_333n)] });
    expect(overduePosition(late, TERMS, localDate('2024-03-13'))).toMatchObject({ unpaidWon: 833_333_333n, daysLate: 9, state: 'IN_CURE' });
  });

  it('accrues no less on a later day, however the share is paid', () => {
    const receipts = fc.array(fc.record({ day: fc.integer({ min: 0, max: 90 }), amount: fc.bigInt({ min: 1n, max: 100_000_000n }) }), { maxLength: 8 });
    fc.assert(
      fc.property(receipts, fc.integer({ min: 0, max: 120 }), (parts, day) => {
        const come = parts.map((part) => paid(addDays(localDate('2024-02-20'), part.day), part.amount));
        const at = (days: number) => overduePosition(share({ receipts: come }), TERMS, addDays(localDate('2024-02-20'), days)).accruedWon;
        // Each receipt and the rest are floored for themselves: a payment may cost up to a won of rounding.
        expect(at(day + 1) - at(day)).toBeGreaterThanOrEqual(BigInt(-come.length));
      }),
    );
  });
});

describe('waiving interest', () => {
  it.each(['WARN', 'BLOCK'] as const)('answers %s where the agreement says so', (action) => {
    expect(interestMayBeWaived(action, '규약 제9조').result).toBe(action);
  });
});
