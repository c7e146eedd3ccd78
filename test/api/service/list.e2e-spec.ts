import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';
import { claimedService, contractedService, inspectedService, yearInUse, type TestUse } from '../../support/services.js';

describe('the services of a year', () => {
  const auditor = Client.as('auditor');
  let use: TestUse;
  const list = async (query = ''): Promise<Json> => (await auditor.get(`/voucher-years/${use.year.id}/services${query}`)).body;

  beforeAll(async () => {
    use = await yearInUse(2);
    await contractedService(use.voucherIds[0] ?? '', use.provider.id, { supplyWon: '1000' });
    await inspectedService(use.voucherIds[0] ?? '', use.provider.id, { supplyWon: '2000' });
    await claimedService(use.voucherIds[1] ?? '', use.provider.id, { supplyWon: '3000' });
  });

  itIsClosedTo('admin', 'listServices', (client) => client.get(`/voucher-years/${NOWHERE}/services`));
  itFindsNothingAt((id) => auditor.get(`/voucher-years/${id}/services`));

  it('are counted by state whatever state is asked for, and found by number, company and provider', async () => {
    const claimed = await list('?state=CLAIMED');
    expect(claimed.services).toHaveLength(1);
    expect((claimed.counts as Json[]).map(({ state, count, supplyWon }) => `${state as string} ${count as number} ${supplyWon as string}`).sort()).toEqual(['CLAIMED 1 3000', 'CONTRACTED 1 1000', 'INSPECTED 1 2000']);
    expect((await list(`?voucherId=${use.voucherIds[0] ?? ''}`)).services).toHaveLength(2);
    const [{ number, company, provider }] = claimed.services as [Json];
    for (const search of [number, company, provider]) expect(((await list(`?search=${encodeURIComponent(search as string)}`)).services as Json[]).length).toBeGreaterThan(0);
    expect((await list('?search=%EC%97%86%EB%8A%94%EA%B2%83')).services).toEqual([]);
    expect((await list('?offset=1&limit=1')).services).toHaveLength(1);
  });

  it('say of a claim that nobody asked the tax office', async () => {
    const [claim] = (await list('?state=CLAIMED')).services as [Json];
    expect((claim.remarks as Json[]).map(({ rule, result }) => `${result as string} ${rule as string}`)).toEqual(['WARN company-is-in-business', 'WARN provider-is-in-business']);
  });

  it('refuses a state that is none', async () => {
    expect(refusal(await auditor.get(`/voucher-years/${use.year.id}/services?state=NOPE`))).toEqual([400, 'request.invalid', '/state']);
  });
});

describe('one service', () => {
  itIsClosedTo('admin', 'getService', (client) => client.get(`/services/${NOWHERE}`));
  itFindsNothingAt((id) => Client.as('auditor').get(`/services/${id}`));

  it('shows all that happened to it, by whom, and what the rules said', async () => {
    const { voucherIds, provider } = await yearInUse(1);
    const id = await claimedService(voucherIds[0] ?? '', provider.id);
    const answer = await Client.as('auditor').get(`/services/${id}`);
    expectStatus(answer, 200);
    expect((answer.body.steps as Json[]).map(({ event, by }) => `${event as string} ${by as string}`)).toEqual(['contract 이나래', 'deliver 이나래', 'accept 이나래', 'inspect 이나래', 'claim 이나래']);
    expect((answer.body.steps[4].verdicts as Json[]).length).toBeGreaterThan(4);
    expect(answer.body).toMatchObject({ brokerRequired: false, governmentWon: '2666666', selfWon: '666667' });
  });
});
