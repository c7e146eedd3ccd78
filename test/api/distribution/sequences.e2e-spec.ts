import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Client, type Json } from '../../support/client.js';
import { exitDeal, heldDeal, paidInFund, pay } from '../../support/distributions.js';
import { PlayedFund } from '../../support/play.js';

/** What happens to a fund, in any order: deals are made and sold, money is handed out and taken back as never handed out. */
type Step = { readonly kind: 'deal'; readonly amount: bigint } | { readonly kind: 'exit'; readonly proceeds: bigint } | { readonly kind: 'pay'; readonly share: bigint; readonly recallable: boolean } | { readonly kind: 'reverse' };

const steps = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('deal' as const), amount: fc.bigInt({ min: 1n, max: 3_000_000_000n }) }),
    fc.record({ kind: fc.constant('exit' as const), proceeds: fc.bigInt({ min: 0n, max: 9_000_000_000n }) }),
    fc.record({ kind: fc.constant('pay' as const), share: fc.bigInt({ min: 1n, max: 120n }), recallable: fc.boolean() }),
    fc.record({ kind: fc.constant('reverse' as const) }),
  ),
  { minLength: 6, maxLength: 10 },
);

const day = (index: number): string => `2024-${String(index + 1).padStart(2, '0')}-15`;
const sum = (rows: readonly Json[], pick: string): bigint => rows.reduce((total, row) => total + BigInt(row[pick]), 0n);

async function play(fundId: string, moves: readonly Step[]): Promise<void> {
  const held: string[] = [];
  const paid: string[] = [];
  const cash = async (on: string): Promise<bigint> => BigInt((await Client.as('auditor').get(`/funds/${fundId}/performance?asOf=${on}`)).body.cashWon);
  for (const [index, move] of moves.entries()) {
    const on = day(index);
    if (move.kind === 'deal') {
      if ((await cash('2026-01-01')) >= move.amount) held.push(await heldDeal(fundId, move.amount.toString(), '2023-06-01'));
    } else if (move.kind === 'exit') {
      const deal = held.pop();
      if (deal !== undefined) await exitDeal(fundId, deal, move.proceeds.toString(), on);
    } else if (move.kind === 'pay') {
      const amount = ((await cash(on)) * move.share) / 100n;
      if (amount <= 0n) continue;
      const answer = await pay(fundId, amount.toString(), { paidOn: on, ...(move.recallable ? { recallableWon: '1' } : {}) });
      // More than there is never goes through, and less is only refused where no capital is left to be called again.
      if (move.share > 100n) expect(answer.status).toBe(422);
      if (answer.status === 201) paid.push(answer.body.id as string);
    } else {
      const last = paid.pop();
      if (last !== undefined) expect((await Client.as('finance').post(`/distributions/${last}/reverse`, { reason: '시험' })).status).toBe(201);
    }
  }
}

describe('any course of a fund', () => {
  it('leaves cash, parts and partners’ accounts that are the whole', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (moves) => {
        const fund = await paidInFund();
        await play(fund.id, moves);
        const book = new PlayedFund(fund.id);
        const balances = await book.balances();
        const performance = (await Client.as('auditor').get(`/funds/${fund.id}/performance`)).body as Json;
        expect((balances['fund.cash'] ?? 0n) >= 0n).toBe(true);
        expect([performance.cashWon, performance.otherCashWon, performance.distributedWon, performance.carryPaidWon]).toEqual([balances['fund.cash'] ?? 0n, 0n, balances['fund.distributed'] ?? 0n, balances['fund.carry-paid'] ?? 0n].map(String));
        expect(await book.accountsThatDoNotAddUp()).toEqual([]);
        const standing = ((await Client.as('auditor').get(`/funds/${fund.id}/distributions`)).body as Json[]).filter((row) => row.reversedReason === null);
        for (const row of standing) expect(sum(row.parts as Json[], 'amountWon') + sum(row.parts as Json[], 'carryWon')).toBe(BigInt(row.amountWon));
        expect([sum(standing, 'investorsWon'), sum(standing, 'carryWon')].map(String)).toEqual([performance.distributedWon, performance.carryPaidWon]);
        const accounts = (await Client.as('auditor').get(`/funds/${fund.id}/performance/capital-accounts?from=2017-11-01`)).body as Json;
        expect((sum(accounts.accounts as Json[], 'closingWon') + BigInt(accounts.carry.closingWon)).toString()).toBe(performance.netAssetValueWon);
      }),
      { numRuns: 4 },
    );
  }, 180_000);
});
