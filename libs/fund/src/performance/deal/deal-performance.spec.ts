import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { sumWon, won } from '#libs/money';
import { readWorkbook } from '#libs/sheet';
import { planRegister } from '../../register/register.import.js';
import { NO_FACTS, type RegisterFacts } from '../../register/register.js';
import { fundPerformance } from '../performance.rules.js';
import { dealPerformances } from './deal-performance.rules.js';

const FUND = 'FND-2021-01';
const END = localDate('2026-06-30');
let facts: RegisterFacts;
beforeAll(async () => {
  facts = planRegister((await readWorkbook(readFileSync('test/fixtures/fund-register.xlsx'))).sheets, NO_FACTS).newFacts;
});

describe('the deals of FND-2021-01', () => {
  it('add up to the fund', () => {
    const deals = dealPerformances(facts, FUND, END);
    const fund = fundPerformance(facts, { number: FUND, committedWon: won(20_000_000_000n) }, END);
    const sum = (pick: (deal: (typeof deals)[number]) => bigint) => sumWon(deals.map((deal) => won(pick(deal))));
    expect(sum((deal) => deal.costWon)).toBe(fund.investedWon);
    expect(sum((deal) => deal.fairValueWon)).toBe(fund.holdingsFairValueWon);
    expect(sum((deal) => deal.outstandingCostWon)).toBe(fund.outstandingCostWon);
    expect(sum((deal) => deal.netProceedsWon)).toBe(fund.realisedProceedsWon - fund.exitExpensesWon);
  });

  it('each have a multiple and a rate, or the reason why there is none', () => {
    for (const deal of dealPerformances(facts, FUND, END)) {
      const expected = (Number(deal.netProceedsWon + deal.fairValueWon) / Number(deal.costWon)).toFixed(4);
      expect([deal.number, Number(deal.multiple)]).toEqual([deal.number, Number(expected)]);
      expect(deal.rate.rate === null).toBe(deal.rate.reason !== null);
      // Money that came back in full earned something, and money that did not lost something.
      if (deal.rate.rate !== null) expect(Math.sign(deal.rate.rate)).toBe(Math.sign(Number(deal.netProceedsWon + deal.fairValueWon - deal.costWon)));
    }
  });

  it('were still held the day after they were paid', () => {
    const [first] = facts.investments;
    const state = (on: string) => dealPerformances(facts, FUND, localDate(on)).find((deal) => deal.number === first?.number)?.state;
    expect([state(first?.paidOn ?? ''), dealPerformances(facts, FUND, localDate('2020-01-01'))]).toEqual(['HELD', []]);
  });

  it('take the exit of what they were converted into as their own', () => {
    const [deal] = facts.investments;
    const root = { ...(deal as NonNullable<typeof deal>), number: 'R', kind: 'NEW' as const, origin: null, amountWon: won(100n), paidOn: localDate('2022-01-01') };
    const converted = { ...root, number: 'C', kind: 'CONVERSION' as const, origin: 'R', paidOn: localDate('2023-01-01') };
    const exit = { fund: FUND, investment: 'C', kind: 'MERGER' as const, exitedOn: localDate('2024-01-01'), shares: null, proceedsWon: won(130n), costWon: won(100n), expenseWon: won(10n), counterparty: null, note: null };
    const [only] = dealPerformances({ ...NO_FACTS, investments: [root, converted], exits: [exit] }, FUND, END);
    expect([only?.number, only?.netProceedsWon, only?.multiple]).toEqual(['R', 120n, '1.2000']);
  });
});
