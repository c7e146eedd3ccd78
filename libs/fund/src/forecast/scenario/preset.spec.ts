import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { won } from '#libs/money';
import fc from 'fast-check';
import { presetAssumptions } from './preset.rules.js';

const prospects = { asOf: localDate('2026-11-22'), lifeTo: localDate('2029-10-20'), lifetimeExpensesWon: won(2_600_000_000n), feesAndExpensesPaidWon: won(1_600_000_001n) };

describe('a scenario to start from', () => {
  it('sells everything on the last day, and pays and hands out at year-ends until then', () => {
    const preset = presetAssumptions(prospects, 15_000);
    expect(preset).toMatchObject({ exitOn: '2029-10-20', multipleBasisPoints: 15_000, payoutsOn: ['2026-12-31', '2027-12-31', '2028-12-31', '2029-10-20'], calls: [], deals: [], reserveWon: '999999999' });
    expect(preset.expenses.map((expense) => expense.amountWon)).toEqual(['249999999', '250000000', '250000000', '250000000']);
  });

  it('pays no more than is left of the agreed expenses, and all of that', () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 11n }).map(won);
    fc.assert(
      fc.property(amount, amount, (lifetimeExpensesWon, feesAndExpensesPaidWon) => {
        const { expenses, reserveWon } = presetAssumptions({ ...prospects, lifetimeExpensesWon, feesAndExpensesPaidWon }, 10_000);
        const left = lifetimeExpensesWon > feesAndExpensesPaidWon ? lifetimeExpensesWon - feesAndExpensesPaidWon : 0n;
        expect(expenses.reduce((sum, expense) => sum + BigInt(expense.amountWon), 0n)).toBe(left);
        expect(reserveWon).toBe(left.toString());
      }),
    );
  });

  it('of a fund past its last day hands out tomorrow', () => {
    expect(presetAssumptions({ ...prospects, lifeTo: localDate('2026-01-01') }, 10_000).payoutsOn).toEqual(['2026-11-23']);
  });
});
