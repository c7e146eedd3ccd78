import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';
import { contractedService, stateOf, step, yearInUse } from '../../support/services.js';

describe('inspecting a service', () => {
  let id: string;

  beforeAll(async () => {
    const { voucherIds, provider } = await yearInUse();
    id = await contractedService(voucherIds[0] ?? '', provider.id);
    await step(id, 'deliver');
  });

  itIsClosedTo('auditor', 'inspectService', (client) => client.post(`/services/${NOWHERE}/inspect`, {}));
  itFindsNothingAt((service) => step(service, 'inspect'));

  it('follows the acceptance by the company', async () => {
    expect(refusal(await step(id, 'inspect'))).toEqual([409, 'service.not-in-this-state']);
    await step(id, 'accept', { rating: 5 });
    expect(refusal(await step(id, 'inspect', { inspectedOn: '2199-01-01' }))).toEqual([400, 'service.step-out-of-order', '/inspectedOn']);
    expectStatus(await step(id, 'inspect', { note: '현장 확인' }), 200);
    expect(await stateOf(id)).toBe('INSPECTED');
  });
});
