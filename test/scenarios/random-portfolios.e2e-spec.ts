import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { admittedAmounts, hasRoom, leftIn, limitsOn, roomBy, verdictOf, type Facts } from '../support/brute.js';
import { Client, type Answer, type Json } from '../support/client.js';
import { simulate } from '../support/mandates.js';
import { CLASSES, Portfolio, type Draw, type DrawnRule } from '../support/portfolio.js';
import { balanceOf } from '../support/sql.js';

const SEED = 20_250_301;
const RUNS = 6;

const few = (max: number): fc.Arbitrary<number> => fc.nat({ max });
const drawnRule: fc.Arbitrary<DrawnRule> = fc.record({
  level: fc.constantFrom('FUND', 'FUND', 'GENERAL_PARTNER', 'PROGRAMME'),
  groups: few(CLASSES.length - 1),
  base: fc.constantFrom('FIXED_AMOUNT', 'FIXED_AMOUNT', 'FIXED_AMOUNT', 'COMMITTED', 'PAID_IN', 'PARTNER_STAKE', 'INVESTED', 'INVESTED', 'COMMITTED_MINUS_FEES'),
  ratio: fc.constantFrom(3333, 5000, 10_000, 20_000),
  when: fc.constantFrom('AHEAD', 'AHEAD', 'MILESTONES', 'IN_GRACE', 'CURABLE', 'OVER'),
  outstanding: fc.boolean(),
});
const draws: fc.Arbitrary<Draw> = fc.record({
  sizes: fc.tuple(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 2, max: 9 })),
  tails: fc.tuple(fc.integer({ min: 5, max: 9 }), fc.integer({ min: 5, max: 9 })),
  lack: fc.array(few(3), { minLength: 6, maxLength: 6 }),
  toLimit: fc.array(few(9), { minLength: 8, maxLength: 8 }),
  blocks: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
  drawn: fc.array(drawnRule, { minLength: 2, maxLength: 3 }),
});

interface Intent {
  readonly fund: number;
  readonly company: number;
  readonly traits: Record<string, string>;
}

const intents: fc.Arbitrary<Intent> = fc.record({
  fund: few(1),
  company: few(7),
  traits: fc.record({ region: fc.constantFrom('-', '가', '나', '다'), shares: fc.constantFrom('NEW', 'NEW', 'SECONDARY'), place: fc.constantFrom('DOMESTIC', 'DOMESTIC', 'OVERSEAS'), market: fc.constantFrom('UNLISTED', 'UNLISTED', 'LISTED') }),
});
const moves = fc.record({ ...{ intent: intents, amount: fc.integer({ min: 1, max: 2 }) }, kind: fc.constantFrom('deal', 'claim', 'void', 'sell'), index: few(20) });

/** What the sample came by: one that never met a bar of some kind would prove nothing of it. */
const seen = new Map<string, number>();
const see = (what: string): void => void seen.set(what, (seen.get(what) ?? 0) + 1);

describe('two funds with a dozen won left, under rules of fund, manager and programme', () => {
  it('are judged, and let deals be made, as trying out every won says', async () => {
    await fc.assert(
      fc.asyncProperty(draws, fc.array(moves, { minLength: 3, maxLength: 5 }), fc.array(intents, { minLength: 3, maxLength: 3 }), async (draw, script, tried) => {
        const portfolio = new Portfolio(draw);
        await portfolio.lay();
        for (const move of script) await play(portfolio, move);
        await verdictsAreThoseOfTheFacts(portfolio);
        for (const intent of tried) await largestIsWhatIsLeft(portfolio, intent);
        await verdictsAreThoseOfTheFacts(portfolio);
      }),
      { seed: SEED, numRuns: RUNS, endOnFailure: true },
    );
    for (const each of ['deal admitted', 'deal refused', 'MET', 'IN_PROGRESS', 'CURABLE', 'NOT_MET', 'PASS', 'WARN', 'BLOCK']) expect([...seen.keys()]).toContain(each);
  }, 120_000);
});

async function play(portfolio: Portfolio, { kind, intent, amount, index }: { kind: string; intent: Intent; amount: number; index: number }): Promise<void> {
  const { deals } = portfolio.facts;
  const [any, small] = [deals, deals.filter((deal) => deal.amount < 100n)].map((list) => list[index % Math.max(1, list.length)]);
  if (kind === 'void' && small !== undefined) await portfolio.undo(small);
  else if (kind === 'sell' && any !== undefined) await portfolio.sell(any, BigInt(amount));
  else await portfolio.record(intent.fund, intent.company, BigInt(amount), kind === 'claim' ? { ...intent.traits, purpose: 'PUBLIC_TECHNOLOGY' } : intent.traits);
}

/** Every rule that bears on a fund, as the page of its obligations shows it, and the rooms in its books. */
async function verdictsAreThoseOfTheFacts({ facts, fundIds }: Portfolio): Promise<void> {
  for (const [fund, id] of fundIds.entries()) {
    const { positions } = (await Client.as('auditor').get(`/funds/${id}/obligations`)).body as { positions: Json[] };
    const bearing = facts.rules.filter(({ funds }) => funds.includes(fund));
    const told = positions.map(({ rule, baseWon, countedWon, requiredWon, met, verdict }) => [rule.id, { base: BigInt(baseWon), counted: BigInt(countedWon), required: BigInt(requiredWon), met, verdict }] as const);
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(bearing.map((rule) => [rule.id, verdictOf(facts, rule)])));
    for (const { verdict } of positions) see(verdict as string);
    for (const rule of bearing.filter((each) => hasRoom(facts, each))) expect([rule.id, await balanceOf(`fund/${id}/fund.mandate-room/${rule.id}`)]).toEqual([rule.id, roomBy(facts, rule)]);
  }
}

/** By halving over dry runs of `investment.record`; every answer on the way is held against the facts, limit by limit. */
async function largestIsWhatIsLeft(portfolio: Portfolio, { fund, company, traits }: Intent): Promise<void> {
  const { facts } = portfolio;
  const admitted = admittedAmounts(facts, portfolio.fact(fund, company, 0n, traits));
  see(admitted === null ? 'out of reach' : 'in reach');
  if (admitted === null) return;
  let [low, high] = [0n, leftIn(facts, fund) + 2n];
  await roomIsTold(portfolio, fund, traits, admitted);
  while (low < high) {
    const middle = (low + high + 1n) / 2n;
    const accepted = await isAccepted(portfolio, facts, { fund, company, traits }, middle, admitted);
    if (accepted) low = middle;
    else high = middle - 1n;
  }
  const more = await portfolio.record(fund, company, low + 1n, traits);
  expect([low + 1n, more.status]).toEqual([low + 1n, 422]);
  if (low > 0n) expect([low, (await portfolio.record(fund, company, low, traits)).status]).toEqual([low, 201]);
}

async function isAccepted(portfolio: Portfolio, facts: Facts, { fund, company, traits }: Intent, amount: bigint, admitted: (amount: bigint) => boolean): Promise<boolean> {
  const answer = await portfolio.ask(fund, company, amount, traits, { dryRun: true });
  const expected = limitsOn(facts, portfolio.fact(fund, company, amount, traits));
  expect([amount, traits, limitsIn(answer, Object.keys(expected))]).toEqual([amount, traits, expected]);
  for (const result of Object.values(expected)) see(result);
  const isFree = admitted(amount);
  see(isFree ? 'deal admitted' : 'deal refused');
  const accepted = answer.status === 201 && answer.body.blocked === false;
  expect([amount, traits, accepted]).toEqual([amount, traits, isFree && !Object.values(expected).includes('BLOCK')]);
  return accepted;
}

const limitsIn = (answer: Answer, rules: readonly string[]): Record<string, string> =>
  Object.fromEntries(((answer.body.verdicts ?? answer.body.details?.verdicts ?? []) as Json[]).filter(({ rule }) => rules.includes(rule as string)).map(({ rule, result }) => [rule as string, result as string]));

/** The simulator looks at mandates alone: its room is the largest amount that they admit. */
async function roomIsTold(portfolio: Portfolio, fund: number, traits: Record<string, string>, admitted: (amount: bigint) => boolean): Promise<void> {
  const told = Object.fromEntries(Object.entries(traits).filter(([, value]) => value !== '-'));
  const { steps } = await simulate([portfolio.fundIds[fund] ?? '', '1', told]);
  let room = -1n;
  while (admitted(room + 1n)) room += 1n;
  const shown = steps[0].roomWon === null ? -1n : BigInt(steps[0].roomWon as string);
  expect([traits, shown < 0n ? -1n : shown]).toEqual([traits, room]);
}
