import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Client } from '../support/client.js';
import { callAndReceive, decideTerms, waterfallTerms } from '../support/distributions.js';
import { formFund } from '../support/funds.js';
import { decidedRule } from '../support/mandates.js';
import { MatureFund, OUTCOME_KINDS, type OutcomeKind, type OutcomeMove } from '../support/mature.js';
import { PlayedFund } from '../support/play.js';
import { tiesOf } from '../support/ties.js';

const SEED = 20_231_117;
const RUNS = 5;

const index = fc.nat({ max: 20 });
const amount = fc.oneof(fc.integer({ min: 1, max: 30 }).map((units) => BigInt(units) * 100_000_000n), fc.bigInt({ min: 1n, max: 2_000_000_000n }));
const WEIGHTS: Readonly<Record<OutcomeKind, number>> = { deal: 5, decide: 3, void: 1, value: 5, exit: 4, bill: 3, 'pay-fee': 3, expense: 2, 'void-expense': 1, receive: 2, 'reverse-receipt': 2, distribute: 4, 'reverse-distribution': 2 };
const moves: fc.Arbitrary<OutcomeMove> = fc.oneof(...OUTCOME_KINDS.map((kind) => ({ weight: WEIGHTS[kind], arbitrary: fc.record({ kind: fc.constant(kind), index, amount, half: fc.boolean() }) })));

/** A fund of 20 billion with half of it paid in, terms of distribution, and a rule of its own beside the main obligation. */
async function matureFund(): Promise<MatureFund> {
  const { id } = await formFund(Client.as('manager'), { obligationRatioBasisPoints: 2000, recycling: true });
  expect((await decideTerms(id, waterfallTerms())).status).toBe(201);
  await callAndReceive(id, '10000000000', '2024-02-01');
  await decidedRule(id, { nameKo: '대전 10%', ratioBasisPoints: 1000 });
  return new MatureFund(id);
}

describe('a fund that invests, values, sells, pays and hands out, in whatever order', () => {
  it('has books that say what its facts say', async () => {
    const done = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(moves, { minLength: 14, maxLength: 22 }), async (script) => {
        const fund = await matureFund();
        for (const move of script) {
          const answer = await fund.play(move);
          expect([move, [201, 400, 404, 409, 422].includes(answer.status)]).toEqual([move, true]);
          if (answer.status === 201) done.add(move.kind);
        }
        const { books, facts } = await tiesOf(fund.id);
        expect([script, books]).toEqual([script, facts]);
        expect(books['cash']).toBe(fund.cash);
        expect(await new PlayedFund(fund.id).accountsThatDoNotAddUp()).toEqual([]);
      }),
      { seed: SEED, numRuns: RUNS, endOnFailure: true },
    );
    // A sample in which something was never done would prove nothing about it.
    expect([...done].sort()).toEqual([...OUTCOME_KINDS].sort());
  }, 180_000);
});
