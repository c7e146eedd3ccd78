import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Client, type Answer, type Json } from '../support/client.js';
import { formFund, obligation } from '../support/funds.js';
import { FundModel, type Decision, type Move } from '../support/model.js';
import { PlayedFund } from '../support/play.js';

const SEED = 20_201_117;

/** Mostly round amounts, sometimes odd ones, and now and then far too much. */
const amount = fc.oneof(
  fc.integer({ min: 1, max: 80 }).map((units) => BigInt(units) * 100_000_000n),
  fc.bigInt({ min: 1n, max: 3_000_000_000n }),
  fc.constant(25_000_000_000n),
);
const index = fc.nat({ max: 20 });
const decided = fc.constantFrom<Decision>('QUALIFIED', 'QUALIFIED', 'NOT_QUALIFIED', 'PENDING', 'REVOKED');
const deal = fc.record({ kind: fc.constant('deal' as const), amount, claims: fc.boolean() });
const decide = fc.record({ kind: fc.constant('decide' as const), index, decision: decided });
const moves: fc.Arbitrary<Move> = fc.oneof(
  { weight: 5, arbitrary: deal },
  { weight: 4, arbitrary: decide },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('void' as const), index }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('call' as const), amount }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('receive' as const), index, partner: fc.nat({ max: 2 }), amount }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('expenses' as const), amount: fc.integer({ min: 0, max: 90 }).map((units) => BigInt(units) * 100_000_000n) }) },
);

const sharesOf = ({ status, body }: Answer): bigint[] => (status === 201 && Array.isArray(body.shares) ? (body.shares as Json[]).map(({ amountWon }) => BigInt(amountWon)) : []);

describe('a fund, whatever is done to it', () => {
  it('answers every move as a page of arithmetic would, and ends where it ends', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(moves, { minLength: 8, maxLength: 16 }), async (script) => {
        const model = new FundModel();
        const fund = new PlayedFund((await formFund(Client.as('manager'))).id);
        for (const move of script) {
          const answer = await fund.play(move);
          expect([move, answer.status]).toEqual([move, model.play(move, sharesOf(answer))]);
          const after = answer.body.after as Json;
          if (after !== undefined) expect([after.investedWon, after.qualifyingWon, after.headroomWon]).toEqual([model.invested, model.qualifying, model.headroom].map(String));
        }
        await expectSame(fund, model);
      }),
      { seed: SEED, numRuns: 8, endOnFailure: true },
    );
  }, 120_000);

  it('adds up when several people do all of it at once', async () => {
    const fund = new PlayedFund((await formFund(Client.as('manager'))).id);
    for (const claims of [true, true, false, true]) await fund.play({ kind: 'deal', amount: 900_000_000n, claims });
    const scripts = fc.sample(fc.array(fc.oneof(deal, decide, fc.record({ kind: fc.constant('void' as const), index })), { minLength: 12, maxLength: 12 }), { seed: SEED, numRuns: 4 });
    const statuses = await Promise.all(
      scripts.map(async (script) => {
        const answers: number[] = [];
        for (const move of script) answers.push((await fund.play(move)).status);
        return answers;
      }),
    );
    expect(statuses.flat().filter((status) => ![201, 409, 422].includes(status))).toEqual([]);
    expect(statuses.flat().filter((status) => status === 201).length).toBeGreaterThan(10);
    const deals = ((await Client.as('auditor').get(`/funds/${fund.id}/investments`)).body as Json[]).filter(({ voided }) => voided === false);
    const total = (list: Json[]): bigint => list.reduce((sum, { amountWon }) => sum + BigInt(amountWon), 0n);
    const [invested, qualifying] = [total(deals), total(deals.filter(({ status }) => status === 'QUALIFIED'))];
    const balances = await fund.balances();
    expect(balances['fund.headroom']).toBe(7_400_000_000n - (invested - qualifying));
    expect([balances['fund.deal-capacity'], balances['fund.investment-cost'], balances['fund.cash']]).toEqual([17_400_000_000n - invested, invested, -invested]);
    expect(await obligation(fund.id)).toMatchObject({ investedWon: invested.toString(), qualifyingWon: qualifying.toString() });
    expect(await fund.accountsThatDoNotAddUp()).toEqual([]);
  }, 120_000);

  it('never loses the order of decisions that are made at the same moment', async () => {
    const fund = new PlayedFund((await formFund(Client.as('manager'))).id);
    await fund.play({ kind: 'deal', amount: 1_000_000_000n, claims: true });
    for (let round = 1; round <= 4; round += 1) {
      await Promise.all((['QUALIFIED', 'NOT_QUALIFIED', 'PENDING', 'QUALIFIED', 'NOT_QUALIFIED', 'QUALIFIED'] as const).map((decision) => fund.play({ kind: 'decide', index: 0, decision })));
      const { qualifyingWon } = await obligation(fund.id);
      expect((await fund.balances())['fund.headroom']).toBe(6_400_000_000n + BigInt(qualifyingWon));
    }
  });
});

async function expectSame(fund: PlayedFund, model: FundModel): Promise<void> {
  const position = await obligation(fund.id);
  expect(position).toMatchObject({
    investedWon: model.invested.toString(),
    qualifyingWon: model.qualifying.toString(),
    pendingWon: model.pending.toString(),
    paidInWon: model.received.toString(),
    lifetimeExpensesWon: model.expenses.toString(),
    feasibility: { capacityWon: model.capacity.toString(), remainingWon: model.remaining.toString(), shortfallWon: model.shortfall.toString(), headroomWon: model.headroom.toString() },
  });
  const balances = await fund.balances();
  const balance = (chart: string): bigint => balances[chart] ?? 0n;
  expect({
    headroom: balance('fund.headroom'),
    capacity: balance('fund.deal-capacity'),
    cost: balance('fund.investment-cost'),
    cash: balance('fund.cash'),
    receivable: balance('fund.capital-receivable'),
    uncalled: balance('fund.uncalled-commitment'),
    paidIn: balance('fund.capital-paid-in'),
  }).toEqual({
    headroom: model.ledgerHeadroom,
    capacity: model.ledgerCapacity,
    cost: model.invested,
    cash: model.received - model.invested,
    receivable: model.called - model.received,
    uncalled: 20_000_000_000n - model.called,
    paidIn: model.received,
  });
  expect(await fund.accountsThatDoNotAddUp()).toEqual([]);
}
