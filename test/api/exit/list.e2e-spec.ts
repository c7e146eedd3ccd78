import { describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../../support/client.js';
import { exit, fundWithDeals, posted } from '../../support/outcomes.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';

describe('the exits of a fund', () => {
  const auditor = Client.as('auditor');

  itIsClosedTo('admin', 'listExits', (client) => client.get(`/funds/${NOWHERE}/exits`));
  itFindsNothingAt((id) => auditor.get(`/funds/${id}/exits`));

  it('come latest first, with fees, taxes and what is still held back', async () => {
    const { id, deals } = await fundWithDeals(['1000000000', '500000000']);
    const send = (body: Json) => posted(Client.as('manager').post(`/funds/${id}/exits`, body));
    await send(exit(deals[0] ?? '', '1200000000', { kind: 'MERGER', counterparty: { name: '(주)인수기업' }, feeWon: '5', taxWon: '7', escrowWon: '300000000', escrowUntil: '2026-03-03' }));
    await send(exit(deals[1] ?? '', '600000000', { exitedOn: '2025-04-01' }));
    const { body } = await auditor.get(`/funds/${id}/exits?asOf=2025-12-31`);
    expect((body as unknown as Json[]).map(({ kind, exitedOn, counterparty, feeWon, taxWon, expenseWon, escrowLeftWon, escrowUntil }) => [kind, exitedOn, counterparty, feeWon, taxWon, expenseWon, escrowLeftWon, escrowUntil])).toEqual([
      ['LISTING', '2025-04-01', null, '0', '0', '0', '0', null],
      ['MERGER', '2025-03-03', '(주)인수기업', '5', '7', '12', '300000000', '2026-03-03'],
    ]);
    expect((await auditor.get(`/funds/${id}/exits?asOf=2025-03-31`)).body).toHaveLength(1);
  });
});
