import { describe, expect, it } from '@jest/globals';
import { addDays, localDate } from '#libs/calendar';
import { basisPoints, won, type Won } from '#libs/money';
import fc from 'fast-check';
import type { MatchTerms } from '../match/match.js';
import { decideQueue, type QueueCandidate } from './queue.rules.js';

const TERMS: MatchTerms = { match: basisPoints(10_000), governmentAtMost: basisPoints(5_000), capPerProjectWon: won(300_000_000n), clause: '사업공고' };
const mn = (millions: number): Won => won(BigInt(millions) * 1_000_000n);
const plan = (number: string, on: string, millions: number, more: Partial<QueueCandidate> = {}): QueueCandidate => ({
  ...{ applicationId: number, number, receivedOn: localDate(on), score: '80', waiting: false, privateWon: mn(millions), matchBasisPoints: null, ...more },
});

describe('the queue of a pool', () => {
  /** The projects of the pilot of 2021: 900 million won in the order in which they came. */
  it('TV-16: gives the budget out in turn, the last one what is left', () => {
    const plans = [plan('5', '2021-07-19', 400), plan('3', '2021-05-10', 400), plan('2', '2021-04-12', 250, { matchBasisPoints: 8_000 }), plan('4', '2021-06-07', 30), plan('1', '2021-04-05', 250), plan('6', '2021-08-01', 100)];
    const queue = decideQueue(plans, mn(900), TERMS, 60);
    expect(queue.map(({ candidate, position, outcome, commitment }) => [candidate.number, position, outcome, commitment?.governmentWon, commitment?.bound, commitment?.budgetLeftBeforeWon])).toEqual([
      ['1', 1, 'SELECTED', mn(250), 'MATCH', mn(900)],
      ['2', 2, 'SELECTED', mn(200), 'MATCH', mn(650)],
      ['3', 3, 'SELECTED', mn(300), 'CAP', mn(450)],
      ['4', 4, 'SELECTED', mn(30), 'MATCH', mn(150)],
      ['5', 5, 'SELECTED', mn(120), 'BUDGET', mn(120)],
      ['6', 6, 'WAITLISTED', 0n, 'BUDGET', 0n],
    ]);
  });

  it.each([
    ['59.99', 'REJECTED'],
    ['60', 'SELECTED'],
    [null, 'REJECTED'],
  ])('a mean of %s is %s where 60 is the lowest', (score, outcome) => {
    expect(decideQueue([plan('1', '2021-04-05', 10, { score })], mn(900), TERMS, 60)[0]?.outcome).toBe(outcome);
  });

  it('keeps who waits in its place, without asking for its score again', () => {
    const queue = decideQueue([plan('2', '2021-04-06', 10), plan('1', '2021-04-05', 10, { waiting: true, score: null })], mn(10), TERMS, 60);
    expect(queue.map(({ candidate, outcome }) => [candidate.number, outcome])).toEqual([['1', 'SELECTED'], ['2', 'WAITLISTED']]);
  });

  it('is the same in whatever order the plans are read, and never gives out more than there is', () => {
    const start = localDate('2021-01-01');
    const plans = fc.uniqueArray(fc.record({ number: fc.integer({ min: 1, max: 999 }), day: fc.integer({ min: 0, max: 20 }), own: fc.integer({ min: 1, max: 500 }) }), { selector: ({ number }) => number, minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(plans, fc.integer({ min: 0, max: 900 }), fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (drawn, budget, random) => {
        const candidates = drawn.map(({ number, day, own }) => plan(String(number).padStart(3, '0'), addDays(start, day), own));
        const shuffled = candidates.map((each) => ({ each, key: random.next().value as number })).sort((one, other) => one.key - other.key).map(({ each }) => each);
        const [queue, again] = [decideQueue(candidates, mn(budget), TERMS, 60), decideQueue(shuffled, mn(budget), TERMS, 60)];
        expect(again).toEqual(queue);
        const given = queue.reduce((sum, { commitment }) => sum + (commitment?.governmentWon ?? 0n), 0n);
        expect(given <= mn(budget)).toBe(true);
        for (const { candidate, commitment } of queue) expect((commitment?.governmentWon ?? 0n) <= candidate.privateWon).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
