import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';
import { contractedService, stateOf, step, yearInUse } from '../../support/services.js';

describe('accepting a service', () => {
  let id: string;

  beforeAll(async () => {
    const { voucherIds, provider } = await yearInUse();
    id = await contractedService(voucherIds[0] ?? '', provider.id);
  });

  itIsClosedTo('manager', 'acceptService', (client) => client.post(`/services/${NOWHERE}/accept`, { rating: 5 }));
  itFindsNothingAt((service) => step(service, 'accept', { rating: 5 }));

  it('follows the delivery, with how satisfied the company is', async () => {
    expect(refusal(await step(id, 'accept', { rating: 5 }))).toEqual([409, 'service.not-in-this-state']);
    await step(id, 'deliver');
    expect(refusal(await step(id, 'accept', { rating: 6 }))).toEqual([400, 'request.invalid', '/rating']);
    expect(refusal(await step(id, 'accept', { rating: 4, acceptedOn: '2021-01-01' }))).toEqual([400, 'service.step-out-of-order', '/acceptedOn']);
    expectStatus(await step(id, 'accept', { rating: 4 }), 200);
    expect(await stateOf(id)).toBe('ACCEPTED');
  });
});
