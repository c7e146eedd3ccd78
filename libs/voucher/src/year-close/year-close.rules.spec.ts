import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import fc from 'fast-check';
import { nobodyWaitsForAVoucher, planYearEnd, yearIsOver } from './year-close.rules.js';
import type { VoucherYear } from '../year/year.js';

const year: VoucherYear = { id: 'y', programmeId: 'p', kind: 'AS', fiscalYear: 2021, name: '2021년 A/S 바우처', agency: 'a', legalRegime: 'PUBLIC_FINANCE', closedOn: null };

describe('the end of a year', () => {
  const balances = { budgetWon: 42_000_000n, returnedWon: 3_333_334n, outstandingWon: 10_000_000n, payableWon: 2_666_666n };
  it.each([
    ['LAPSE', { lapsedBudgetWon: 42_000_000n, returnedWon: 3_333_334n, forwardedWon: 0n, carriedOverWon: 12_666_666n }],
    ['FORWARD', { lapsedBudgetWon: 0n, returnedWon: 3_333_334n, forwardedWon: 42_000_000n, carriedOverWon: 12_666_666n }],
  ] as const)('%s', (unissued, plan) => {
    expect(planYearEnd(balances, unissued)).toEqual(plan);
  });

  it('leaves nothing behind, whatever the books hold', () => {
    const won = fc.bigInt({ min: 0n, max: 10n ** 15n });
    fc.assert(
      fc.property(fc.record({ budgetWon: won, returnedWon: won, outstandingWon: won, payableWon: won }), fc.constantFrom('LAPSE' as const, 'FORWARD' as const), (held, unissued) => {
        const { lapsedBudgetWon, returnedWon, forwardedWon, carriedOverWon } = planYearEnd(held, unissued);
        expect(lapsedBudgetWon + returnedWon + forwardedWon + carriedOverWon).toBe(held.budgetWon + held.returnedWon + held.outstandingWon + held.payableWon);
      }),
    );
  });

  it.each([
    ['2021-12-31', 'BLOCK'],
    ['2022-01-01', 'PASS'],
  ])('is there on %s: %s', (today, result) => {
    expect(yearIsOver(year, localDate(today)).result).toBe(result);
  });

  it('warns of those who wait for a voucher', () => {
    expect([0, 3].map((waiting) => nobodyWaitsForAVoucher(waiting).result)).toEqual(['PASS', 'WARN']);
  });
});
