import { beforeAll, describe, expect, it } from '@jest/globals';
import { refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { assetsInBooks, balancesOn, exit, fundWithDeals, netAssetValue, posted } from '../../support/outcomes.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

describe('money held back at an exit', () => {
  const finance = Client.as('finance');
  let fundId: string;
  let exitId: string;
  const settle = (changes: Json = {}, ask = {}) => finance.post(`/funds/${fundId}/escrow-receipts`, { exitId, settledOn: '2025-09-01', receivedWon: '1000000', ...changes }, ask);

  beforeAll(async () => {
    const { id, deals } = await fundWithDeals(['1000000000']);
    fundId = id;
    exitId = (await posted(Client.as('manager').post(`/funds/${id}/exits`, exit(deals[0] ?? '', '1200000000', { kind: 'MERGER', counterparty: { name: '(주)인수기업' }, escrowWon: '300000000' })))).id as string;
  });

  itIsClosedTo('manager', 'receiveEscrow', (client) => client.post(`/funds/${NOWHERE}/escrow-receipts`, { exitId: NOWHERE, settledOn: '2025-09-01', receivedWon: '1' }));
  itFindsNothingAt((id) => finance.post(`/funds/${id}/escrow-receipts`, { exitId: NOWHERE, settledOn: '2025-09-01', receivedWon: '1' }));
  itWritesOncePerKey((ask, variation) => settle({ receivedWon: variation === 'first' ? '1000000' : '2000000' }, ask));

  it('is no income until it comes, and then on its own day; the rest may go back to the buyer', async () => {
    const before = await balancesOn(fundId, '2025-08-31');
    expect([before['fund.escrow-held'], before['fund.exit-gain']]).toEqual([300_000_000n, 200_000_000n]);
    const held = (await balancesOn(fundId, '2199-12-31'))['fund.escrow-held'] ?? 0n;
    const body = await posted(settle({ receivedWon: (held - 50_000_000n).toString(), forfeitedWon: '40000000', settledOn: '2025-10-01' }));
    expect(body.leftWon).toBe('10000000');
    const after = await balancesOn(fundId, '2199-12-31');
    expect([after['fund.escrow-held'], after['fund.exit-gain']]).toEqual([10_000_000n, 450_000_000n]);
    expect(await assetsInBooks(fundId, '2025-12-31')).toBe(await netAssetValue(fundId, '2025-12-31'));
    const exits = (await finance.get(`/funds/${fundId}/exits`)).body as unknown as Json[];
    expect(exits.filter(({ isEscrow }) => isEscrow === true).map(({ costWon, kind }) => [costWon, kind])).toEqual(exits.filter(({ isEscrow }) => isEscrow === true).map(() => ['0', 'MERGER']));
    expect(exits.filter(({ isEscrow }) => isEscrow === true).length).toBeGreaterThanOrEqual(1);
  });

  it.each<[string, Json, string, string]>([
    ['more than is held', { receivedWon: '300000001' }, 'escrow.more-than-held', '/receivedWon'],
    ['more back than is held', { receivedWon: '0', forfeitedWon: '300000001' }, 'escrow.more-than-held', '/forfeitedWon'],
    ['nothing', { receivedWon: '0' }, 'escrow.nothing', '/receivedWon'],
    ['money before the exit', { settledOn: '2025-03-02' }, 'escrow.date', '/settledOn'],
  ])('refuses %s', async (_what, changes, code, pointer) => {
    expect(refusal(await settle(changes))).toEqual([400, code, pointer]);
  });
});
