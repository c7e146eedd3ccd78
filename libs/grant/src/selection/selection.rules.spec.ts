import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { localDate } from '#libs/calendar';
import { sumWon, won } from '#libs/money';
import { decideRanking, roomAfter, type Candidate, type Room } from './selection.rules.js';

const candidate = (number: string, score: string | null, amount = 100_000_000): Candidate => ({
  ...{ applicationId: number, number, title: `과제 ${number}`, lead: `기관 ${number}`, receivedOn: localDate('2021-03-02'), receivedTime: null, score, held: false },
  amountWon: won(BigInt(amount)),
});
const room = (budget: number, projects: number | null = null): Room => ({ budgetWon: won(BigInt(budget)), projects });
const NOBODY = { waiting: 0, lastRank: 0 };
const outcomes = (...of: Parameters<typeof decideRanking>): string[] => decideRanking(...of).map(({ rank, candidate: { number }, outcome }) => `${rank} ${number} ${outcome}`);

describe('the list of a selection', () => {
  it('goes by score and stops where the budget ends; nobody overtakes', () => {
    expect(outcomes([candidate('C', '70', 10_000_000), candidate('A', '90'), candidate('B', '80.5')], room(150_000_000), 60, NOBODY)).toEqual(['1 A SELECTED', '2 B WAITLISTED', '3 C WAITLISTED']);
  });

  it('stops at the number of projects, whatever the budget', () => {
    expect(outcomes([candidate('A', '90'), candidate('B', '80')], room(10_000_000_000, 1), 60, NOBODY)).toEqual(['1 A SELECTED', '2 B WAITLISTED']);
  });

  it.each([
    ['60', 'SELECTED'],
    ['59.999999', 'REJECTED'],
    [null, 'REJECTED'],
  ])('with a mean of %s against 60: %s', (score, outcome) => {
    expect(decideRanking([candidate('A', score)], room(1_000_000_000), 60, NOBODY).map((each) => each.outcome)).toEqual([outcome]);
  });

  it('lets those who wait come first, and goes on counting', () => {
    expect(outcomes([candidate('A', '90')], room(1_000_000_000), 60, { waiting: 2, lastRank: 7 })).toEqual(['8 A WAITLISTED']);
  });

  it('never promises more than there is', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 500 })), { maxLength: 20 }), fc.integer({ min: 0, max: 2_000 }), (list, budget) => {
        const ranked = decideRanking(list.map(([score, amount], index) => candidate(`N${index}`, String(score), amount)), room(budget), 60, NOBODY);
        const promised = sumWon(ranked.filter(({ outcome }) => outcome === 'SELECTED').map((each) => each.candidate.amountWon));
        expect(promised + roomAfter(room(budget), ranked).budgetWon).toBe(BigInt(budget));
        expect(roomAfter(room(budget), ranked).budgetWon >= 0n).toBe(true);
      }),
    );
  });
});
