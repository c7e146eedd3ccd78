import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { openVoucherYear, registerProvider } from '../../support/vouchers.js';

const finance = Client.as('finance');
const turn = (effectiveOn: string): Json => ({ effectiveOn, reason: '허위 결과보고 조사' });

describe('suspending a provider', () => {
  let yearId: string;
  const suspend = (id: string, effectiveOn: string, ask = {}) => finance.post(`/service-providers/${id}/suspend`, turn(effectiveOn), ask);
  const resume = (id: string, effectiveOn: string) => finance.post(`/service-providers/${id}/resume`, turn(effectiveOn));

  beforeAll(async () => {
    yearId = (await openVoucherYear()).id;
  });

  itIsClosedTo('checker', 'suspendServiceProvider', (client) => client.post(`/service-providers/${NOWHERE}/suspend`, turn('2021-03-02')));
  itIsClosedTo('checker', 'resumeServiceProvider', (client) => client.post(`/service-providers/${NOWHERE}/resume`, turn('2021-03-02')));
  itFindsNothingAt((id) => suspend(id, '2021-03-02'));
  itFindsNothingAt((id) => resume(id, '2021-03-02'));
  const once = openVoucherYear().then(({ id }) => Promise.all([registerProvider(id), registerProvider(id)]));
  itWritesOncePerKey(async (ask, variation) => suspend((await once)[variation === 'first' ? 0 : 1].id, '2021-03-02', ask));

  it('and resuming it leaves both turns on record with their days and reasons', async () => {
    const { id } = await registerProvider(yearId);
    expect((await suspend(id, '2021-03-02')).body).toEqual({ id, openServices: 0 });
    const shown = async (): Promise<Json> => ((await finance.get(`/voucher-years/${yearId}/providers`)).body as Json[]).find((each) => each.id === id);
    expect((await shown()).active).toBe(false);
    expectStatus(await resume(id, '2021-04-01'), 201);
    expect(await shown()).toMatchObject({
      active: true,
      turns: [
        { kind: 'SUSPENDED', effectiveOn: '2021-03-02', reason: '허위 결과보고 조사' },
        { kind: 'RESUMED', effectiveOn: '2021-04-01', reason: '허위 결과보고 조사' },
      ],
    });
  });

  it('goes one way at a time, forward in time', async () => {
    const { id } = await registerProvider(yearId);
    expect(refusal(await resume(id, '2021-03-02'))).toEqual([409, 'service-provider.resumed-already']);
    expect(refusal(await suspend(id, '2021-01-03'))).toEqual([400, 'service-provider.before-last-turn', '/effectiveOn']);
    const answers = await Promise.all([1, 2, 3].map(() => suspend(id, '2021-03-02')));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(refusal(await resume(id, '2021-03-01'))).toEqual([400, 'service-provider.before-last-turn', '/effectiveOn']);
    expect(refusal(await resume(id, '2199-03-01'))).toEqual([400, 'service-provider.in-future', '/effectiveOn']);
  });

  it('asks for a reason', async () => {
    const { id } = await registerProvider(yearId);
    expect(refusal(await finance.post(`/service-providers/${id}/suspend`, { reason: '음' }))).toEqual([400, 'request.invalid', '/reason']);
  });
});
