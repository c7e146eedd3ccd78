import { describe, expect, it } from '@jest/globals';
import { holidayCalendar, localDate } from '#libs/calendar';
import { won } from '#libs/money';
import { INNOVATION_ROYALTIES } from '../royalty.policy.js';
import { partsFault, royaltyDueOn, royaltyStatement, type DeclaredIncome, type StatementFacts } from './statement.rules.js';

const licence = (year: number, amount: bigint): DeclaredIncome => ({ year, use: 'LICENCE', contributionBasisPoints: null, incomeWon: won(amount), collectedOn: amount === 0n ? null : localDate(`${year}-05-02`) });
const sales = (year: number, amount: bigint, contribution = 2_000): DeclaredIncome => ({ year, use: 'OWN_USE', contributionBasisPoints: contribution, incomeWon: won(amount), collectedOn: localDate(`${year}-03-02`) });
const facts = (changes: Partial<StatementFacts>): StatementFacts => ({ payer: 'SME', grantWon: won(150_000_000n), endedOn: localDate('2021-12-31'), declared: [], claimed: [], ...changes });
const statement = (changes: Partial<StatementFacts>) => royaltyStatement(facts(changes), INNOVATION_ROYALTIES);

describe('the statement of an agreement', () => {
  it('TV-15 and S13: the year that reaches the cap, and the next one that costs nothing', () => {
    const { years, capWon } = statement({ declared: [sales(2023, 3_000_000_000n), sales(2024, 4_000_000_000n)] });
    expect(capWon).toBe(15_000_000n);
    expect(years.map(({ year, dueWon, reason }) => [year, dueWon, reason])).toEqual([[2023, 15_000_000n, 'FULL'], [2024, 0n, 'CAP_REACHED']]);
  });

  it('weighs the sales of several results each by its own contribution', () => {
    const { years } = statement({ grantWon: won(10n ** 12n), declared: [sales(2023, 1_000_000_000n, 1_000), sales(2023, 2_000_000_000n, 2_500), licence(2023, 10_000_000n)] });
    // 2.5 % of 100 + 500 + 10 million.
    expect(years[0]).toMatchObject({ salesWon: 3_000_000_000n, licenceWon: 10_000_000n, computedWon: 15_250_000n });
  });

  it('asks for what a correction adds, in tens of won, and never for more than is left below the cap', () => {
    const claimed = [{ year: 2023, computedWon: won(14_000_000n) }];
    expect(statement({ declared: [sales(2023, 3_000_000_000n)], claimed }).years[0]).toMatchObject({ claimedWon: 14_000_000n, openWon: 1_000_000n });
    const other = [{ year: 2022, computedWon: won(14_999_991n) }];
    expect(statement({ declared: [licence(2023, 200_000_000n)], claimed: other }).years[0]).toMatchObject({ openWon: 9n, noticeWon: 0n });
  });

  it.each<[string, DeclaredIncome[], string]>([
    ['a year without income', [licence(2023, 0n)], 'NO_INCOME'],
    ['the year in which the cap cuts', [licence(2023, 700_000_000n)], 'CAPPED'],
    ['a year after the end', [licence(2022, 1_000_000n), licence(2028, 1_000_000n)], 'ENDED'],
  ])('says why: %s', (_what, declared, reason) => {
    expect(statement({ declared }).years.at(-1)?.reason).toBe(reason);
  });

  it('asks a non-profit owner for nothing', () => {
    expect(statement({ payer: null, declared: [licence(2023, 500_000_000n)] })).toMatchObject({ capWon: 0n, years: [{ licenceWon: 500_000_000n, dueWon: 0n }] });
  });
});

describe('a notice and a division', () => {
  it('is paid within ninety days, put off where the last one is a holiday', () => {
    // 2026-07-05 + 90 days is Saturday 3 October, National Foundation Day; Monday 5 October substitutes for it.
    expect(royaltyDueOn(localDate('2026-07-05'), 90, holidayCalendar())).toBe('2026-10-06');
  });

  it.each([
    [[60n, 25n, 15n], null],
    [[59n, 26n, 15n], 'BELOW_LEAST'],
    [[60n, 25n, 14n], 'NOT_THE_WHOLE'],
  ] as const)('parts %p: %p', (parts, fault) => {
    expect(partsFault(won(100n), parts.map((part) => won(part)), [6_000, 1_000, null])).toBe(fault);
  });
});
