import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';
import { claimedService, capture, contractedService, step, yearInUse, type TestUse } from '../../support/services.js';
import { registerProvider, type TestProvider } from '../../support/vouchers.js';

describe('letting another provider stand in', () => {
  const finance = Client.as('finance');
  let use: TestUse;
  let other: TestProvider;
  const reassign = (id: string, providerId: string) => step(id, 'reassign', { providerId, reason: '공급기관 정지' });
  const suspend = (id: string) => finance.post(`/service-providers/${id}/suspend`, { reason: '허위 실적 확인 중' });

  beforeAll(async () => {
    use = await yearInUse(1);
    other = await registerProvider(use.year.id);
  });

  itIsClosedTo('checker', 'reassignService', (client) => client.post(`/services/${NOWHERE}/reassign`, { providerId: NOWHERE, reason: '교체' }));
  itFindsNothingAt((id) => reassign(id, other.id));

  it('is for a suspended provider alone, before it has delivered, and by one that may serve', async () => {
    const [one, delivered] = [await contractedService(use.voucherIds[0] ?? '', use.provider.id), await contractedService(use.voucherIds[0] ?? '', use.provider.id, { supplyWon: '1000' })];
    await step(delivered, 'deliver');
    expect(refusal(await reassign(one, other.id))).toEqual([422, 'service.provider-not-suspended']);
    const idle = await registerProvider(use.year.id);
    expectStatus(await suspend(use.provider.id), 201);
    expectStatus(await suspend(idle.id), 201);
    expect(refusal(await reassign(delivered, other.id))).toEqual([409, 'service.not-in-this-state']);
    expect(refusal(await reassign(one, idle.id))).toEqual([422, 'rule.provider-is-not-suspended']);
    expect(refusal(await reassign(one, use.provider.id))).toEqual([400, 'service.same-provider', '/providerId']);
    expectStatus(await reassign(one, other.id), 200);
    const { body } = await Client.as('auditor').get(`/services/${one}`);
    expect(body).toMatchObject({ state: 'CONTRACTED', providerId: other.id, governmentWon: '2666666' });
  });

  it('pays whoever stood in', async () => {
    const { voucherIds, year, provider } = await yearInUse(1);
    const stand = await registerProvider(year.id);
    const id = await contractedService(voucherIds[0] ?? '', provider.id);
    await suspend(provider.id);
    await reassign(id, stand.id);
    for (const [verb, body] of [['deliver', {}], ['accept', { rating: 5 }], ['inspect', {}]] as const) await step(id, verb, body);
    const claimed = await step(id, 'claim', { invoiceNumber: '0'.repeat(8) + id.replaceAll('-', '').slice(0, 16), invoicedOn: new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10) });
    expectStatus(claimed, 200);
    expectStatus(await capture(id), 200);
    const accounts = await Client.as('auditor').get(`/ledger/accounts?book=${encodeURIComponent(year.book)}`);
    const owed = (accounts.body as { key: string; balance: string }[]).filter(({ key }) => key.includes('/voucher.payable-public/'));
    expect(owed).toEqual([expect.objectContaining({ key: `${year.book}/voucher.payable-public/${stand.partyId}`, balance: '2666666' })]);
  });

  it('knows no service that is claimed', async () => {
    const { voucherIds, provider, year } = await yearInUse(1);
    const id = await claimedService(voucherIds[0] ?? '', provider.id);
    expect(refusal(await reassign(id, (await registerProvider(year.id)).id))).toEqual([409, 'service.not-in-this-state']);
  });
});
