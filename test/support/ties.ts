import { Client, type Json } from './client.js';
import { obligation } from './funds.js';
import { assetsInBooks, balancesOn } from './outcomes.js';
import { balanceOf } from './sql.js';

/** Figures that have to be the same on both sides, by name. */
export interface Ties {
  readonly books: Readonly<Record<string, bigint>>;
  readonly facts: Readonly<Record<string, bigint>>;
}

const EVER = '2199-12-31';

/**
 * The figures of a fund that stand both in its books and in the facts, read today from either side: net asset value, what its
 * partners and the carry are entitled to, the two limits, and the room of every rule of its mandate. Whatever was done to a
 * fund, the sides agree. Only for a fund that has capacity left: what is below zero the figures show as nothing left.
 */
export async function tiesOf(fundId: string): Promise<Ties> {
  const auditor = Client.as('auditor');
  const [balances, position] = [await balancesOn(fundId, EVER), await obligation(fundId)];
  const performance = (await auditor.get(`/funds/${fundId}/performance`)).body as Json;
  const accounts = (await auditor.get(`/funds/${fundId}/performance/capital-accounts?from=${performance.asOf as string}`)).body as Json;
  const shares = (accounts.accounts as Json[]).reduce((sum, { closingWon }) => sum + BigInt(closingWon), BigInt(accounts.carry.closingWon));
  const remaining = BigInt(position.feasibility.remainingWon);
  if (remaining <= 0n) throw new Error(`nothing is left of the capacity of ${fundId}`);
  const rooms = await roomsOf(fundId, remaining);
  const assets = await assetsInBooks(fundId, EVER);
  return {
    books: {
      netAssetValue: assets,
      partnersAndCarry: assets,
      cash: balances['fund.cash'] ?? 0n,
      cost: balances['fund.investment-cost'] ?? 0n,
      fairValueAdjustment: balances['fund.fair-value-adjustment'] ?? 0n,
      capacity: balances['fund.deal-capacity'] ?? 0n,
      headroom: balances['fund.headroom'] ?? 0n,
      ...rooms.books,
    },
    facts: {
      netAssetValue: BigInt(performance.netAssetValueWon),
      partnersAndCarry: shares,
      cash: BigInt(performance.cashWon),
      cost: BigInt(performance.outstandingCostWon),
      fairValueAdjustment: BigInt(performance.holdingsFairValueWon) - BigInt(performance.outstandingCostWon),
      capacity: remaining,
      headroom: remaining - requiredOf(position) + countedOf(position),
      ...rooms.facts,
    },
  };
}

/** The limit in the books is one on commitments, whatever the obligation is measured by. */
const requiredOf = ({ bases }: Json): bigint => BigInt((bases as Json[]).find(({ basis }) => basis === 'COMMITTED')?.requiredWon as string);
const countedOf = ({ rule, qualifyingWon, qualifyingOutstandingWon }: Json): bigint => BigInt(rule.measure === 'CUMULATIVE_COST' ? qualifyingWon : qualifyingOutstandingWon);

/** Rules of the fund's own, beside its main obligation, whose room is the headroom. */
async function roomsOf(fundId: string, remaining: bigint): Promise<Ties> {
  const { positions } = (await Client.as('auditor').get(`/funds/${fundId}/obligations`)).body as { positions: Json[] };
  const [books, facts]: [Record<string, bigint>, Record<string, bigint>] = [{}, {}];
  for (const { rule, requiredWon, countedWon } of positions.filter(({ rule: each }) => each.level === 'FUND' && each.id !== `main:${fundId}`)) {
    const name = `room of ${rule.name.ko as string}`;
    books[name] = await balanceOf(`fund/${fundId}/fund.mandate-room/${rule.id as string}`);
    facts[name] = remaining - BigInt(requiredWon) + BigInt(countedWon);
  }
  return { books, facts };
}
