import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';
import { claimedService, claimForm, contractedService, invoiceNumber, stateOf, step, yearInUse, type TestUse } from '../../support/services.js';

describe('sending a service back', () => {
  let use: TestUse;
  const missing = { reason: '거래명세서 누락' };

  beforeAll(async () => {
    use = await yearInUse();
  });

  itIsClosedTo('manager', 'sendBackService', (client) => client.post(`/services/${NOWHERE}/send-back`, missing));
  itFindsNothingAt((id) => step(id, 'send-back', missing));

  it('lets a result be delivered anew, and nothing be sent back that was not handed in', async () => {
    const id = await contractedService(use.voucherIds[0] ?? '', use.provider.id, { supplyWon: '100000' });
    expect(refusal(await step(id, 'send-back', missing))).toEqual([409, 'service.not-in-this-state']);
    await step(id, 'deliver');
    expectStatus(await step(id, 'send-back', missing), 200);
    expect(await stateOf(id)).toBe('CONTRACTED');
    expectStatus(await step(id, 'deliver'), 200);
  });

  it('lets the checker return a claim, which is claimed anew with the same invoice', async () => {
    const invoice = invoiceNumber();
    const id = await claimedService(use.voucherIds[0] ?? '', use.provider.id, { supplyWon: '200000' }, { invoiceNumber: invoice });
    expectStatus(await Client.as('checker').post(`/services/${id}/send-back`, missing), 200);
    const returned = await Client.as('auditor').get(`/services/${id}`);
    expect(returned.body).toMatchObject({ state: 'INSPECTED', invoiceNumber: null });
    // The same invoice says the same: another amount needs an amended invoice with a number of its own.
    expect(refusal(await step(id, 'claim', claimForm({ invoiceNumber: invoice, supplyWon: '150000' })))).toEqual([409, 'claim.invoice-differs', '/invoiceNumber']);
    expectStatus(await step(id, 'claim', claimForm({ invoiceNumber: invoice.toUpperCase() })), 200);
    expect(await stateOf(id)).toBe('CLAIMED');
  });
});
