import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import type { DomainError } from '#libs/errors';
import { basisPoints, sumWon, won } from '#libs/money';
import fc from 'fast-check';
import { planDistribution } from '../waterfall/waterfall.rules.js';
import type { Contribution, WaterfallTerms } from '../waterfall/waterfall.js';
import { earlierPayoutsAgree, payoutFollowsObligation, payoutStaysWithinCash, recallableIsReturnedCapital, recallableLimits, recallableParts, requirePayoutDay } from './distribution.rules.js';

const terms: WaterfallTerms = {
  hurdle: basisPoints(500), dayCount: 'ACTUAL_365', carry: basisPoints(2000), catchUp: null, firstLoss: [],
  carriedPartners: [{ partnerId: 'GP', weight: 1n }], interim: 'PRINCIPAL_ONLY', clause: '규약 제41조',
};
const contributions: Contribution[] = [['A', 700n], ['B', 299n], ['GP', 1n]].map(([partnerId, amount]) => ({ partnerId: partnerId as string, on: localDate('2022-01-01'), amountWon: won(amount as bigint) }));
const plan = (amount: bigint, paid: Parameters<typeof planDistribution>[3] = []) => planDistribution(terms, ['A', 'B', 'GP'], contributions, paid, { on: localDate('2023-01-01'), amountWon: won(amount) });

describe('the day of a payout', () => {
  const day = { today: localDate('2024-06-01'), foundedOn: localDate('2022-01-01'), lastPaidOn: localDate('2023-05-01') };
  it.each([
    ['2024-06-02', 'distribution.not-paid-yet'],
    ['2021-12-31', 'distribution.before-founding'],
    ['2023-04-30', 'distribution.out-of-order'],
    ['2023-05-01', null],
    ['2024-06-01', null],
  ])('%s: %s', (on, code) => {
    let refused: unknown = null;
    try {
      requirePayoutDay(localDate(on), day);
    } catch (error) {
      refused = (error as DomainError).code;
    }
    expect(refused).toBe(code);
  });
});

describe('what is said of a payout', () => {
  it.each([
    ['all there is', payoutStaysWithinCash(won(100n), won(100n)).result, 'PASS'],
    ['one won more', payoutStaysWithinCash(won(101n), won(100n)).result, 'BLOCK'],
    ['from an overdrawn account', payoutStaysWithinCash(won(1n), won(-5n)).result, 'BLOCK'],
    ['after the obligation is met', payoutFollowsObligation(true, won(0n), '').result, 'PASS'],
    ['before it is met', payoutFollowsObligation(false, won(1n), '').result, 'WARN'],
    ['after none', earlierPayoutsAgree(plan(100n), '').result, 'PASS'],
    ['after one that went to one partner alone', earlierPayoutsAgree(plan(100n, [{ on: localDate('2022-06-01'), byPartner: [{ partnerId: 'A', amountWon: won(50n) }], carryWon: won(0n) }]), '').result, 'WARN'],
    ['after carry that was too much', earlierPayoutsAgree(plan(100n, [{ on: localDate('2022-06-01'), byPartner: [], carryWon: won(50n) }]), '').result, 'WARN'],
    ['called again: all capital given back', recallableIsReturnedCapital(won(1_000n), plan(1_040n), '').result, 'PASS'],
    ['called again: a won of profit', recallableIsReturnedCapital(won(1_001n), plan(1_040n), '').result, 'BLOCK'],
  ])('%s: %s', (_what, result, expected) => {
    expect(result).toBe(expected);
  });
});

describe('what may be called again', () => {
  it('goes by the capital that each gets back', () => {
    expect(recallableParts(won(500n), plan(1_200n)).map((part) => part.amountWon)).toEqual([350n, 150n, 0n]);
  });

  it('is nobody’s more than their own, and all of it together', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 5_000n }), fc.bigInt({ min: 0n, max: 1_000n }), (amount, share) => {
        const distribution = plan(amount);
        const limits = recallableLimits(distribution);
        const wanted = won((sumWon(limits.map((limit) => limit.amountWon)) * share) / 1_000n);
        const parts = recallableParts(wanted, distribution);
        expect(sumWon(parts.map((part) => part.amountWon))).toBe(wanted);
        expect(parts.every((part, index) => part.amountWon <= (limits[index]?.amountWon ?? -1n))).toBe(true);
      }),
    );
  });
});
