import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { registered } from '../../support/bank-accounts.js';
import { Client, type Json } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { capturedService, claimedService, draftedBatch, payableProvider, today, yearInUse, type TestUse } from '../../support/services.js';
import { registerProvider } from '../../support/vouchers.js';

const codes = (body: Json): string[] => (body.refused as Json[]).map(({ code }) => code as string);

describe('drafting payments', () => {
  const finance = Client.as('finance');
  let use: TestUse;
  const draft = (body: Json, ask = {}) => finance.post(`/voucher-years/${use.year.id}/payment-batches`, body, ask);
  const captured = (index: number, supplyWon: string, providerId = use.provider.id): Promise<string> => capturedService(use.voucherIds[index] ?? '', providerId, { supplyWon });

  beforeAll(async () => {
    use = await yearInUse(4);
  });

  itIsClosedTo('checker', 'draftPaymentBatch', (client) => client.post(`/voucher-years/${NOWHERE}/payment-batches`, { totalWon: '1' }));
  itFindsNothingAt((id) => finance.post(`/voucher-years/${id}/payment-batches`, { totalWon: '1' }));

  it('takes all that is owed with one click, and leaves out by name whom it cannot pay', async () => {
    const nameless = await registerProvider(use.year.id);
    const strange = await registerProvider(use.year.id);
    await registered({ partyId: strange.partyId, holder: '다른 사람' });
    const [one, two] = [await captured(0, '100000'), await captured(0, '50000')];
    const [unpaid, unchecked] = [await captured(1, '20000', nameless.id), await captured(1, '30000', strange.id)];
    await claimedService(use.voucherIds[1] ?? '', use.provider.id, { supplyWon: '70000' });
    const shown = await draft({ dryRun: true });
    expectStatus(shown, 201);
    expect(shown.body).toMatchObject({ id: null, dryRun: true, totalWon: '150000' });
    expect((shown.body.payables as Json[]).map(({ serviceId }) => serviceId)).toEqual([one, two]);
    expect((shown.body.refused as Json[]).map(({ serviceId, code }) => [serviceId, code]).sort()).toEqual([[unpaid, 'payment-batch.no-account'], [unchecked, 'payment-batch.holder-unchecked']].sort());
    expect((shown.body.refused as Json[]).every(({ payee, text }) => (text.ko as string).includes(payee as string))).toBe(true);
    expect((await finance.get(`/voucher-years/${use.year.id}/payment-batches`)).body).toEqual([]);

    const drafted = await draft({ totalWon: '150000' });
    expectStatus(drafted, 201);
    expect(drafted.body.number).toMatch(new RegExp(`^PAY-${today().slice(0, 4)}-\\d{4}$`));
    // What waits in a batch is not drafted again.
    expect((await draft({ dryRun: true })).body).toMatchObject({ totalWon: '0', payables: [] });
    expect(codes((await draft({ serviceIds: [one], dryRun: true })).body)).toEqual(['payment-batch.waits-already']);
    const { body } = await finance.get(`/payment-batches/${drafted.body.id as string}`);
    expect(body).toMatchObject({ state: 'DRAFTED', totalWon: '150000', lines: 2, payees: 1, draftedBy: '이나래' });
    expect((body.items as Json[]).map(({ publicWon, ownWon }) => [publicWon, ownWon])).toEqual([['80000', '20000'], ['40000', '10000']]);
  });

  it('is refused where it comes to something else than was seen', async () => {
    const id = await captured(2, '10000');
    expect(refusal(await draft({ serviceIds: [id], totalWon: '9999' }))).toEqual([409, 'payment-batch.total-changed', '/totalWon']);
    expect(refusal(await draft({ serviceIds: [id] }))).toEqual([400, 'payment-batch.total-missing', '/totalWon']);
    expectStatus(await draft({ serviceIds: [id], totalWon: '10000' }), 201);
  });

  it('says of what was not decided that it was not, and drafts nothing where nothing is left', async () => {
    const claimed = await claimedService(use.voucherIds[2] ?? '', use.provider.id, { supplyWon: '1000' });
    expect(codes((await draft({ serviceIds: [claimed], dryRun: true })).body)).toEqual(['payment-batch.not-decided']);
    expect(refusal(await draft({ serviceIds: [claimed], totalWon: '0' }))[1]).toBe('request.invalid');
    const id = await captured(2, '2000');
    expect(codes((await draft({ serviceIds: [id], payOn: '2021-12-31', dryRun: true })).body)).toEqual(['payment-batch.captured-later']);
  });

  it('pays nobody who closed before the day', async () => {
    const closed = await payableProvider(use.year.id);
    const id = await captured(3, '3000', closed.id);
    await finance.post('/business-statuses', { partyId: closed.partyId, status: 'CLOSED', effectiveOn: today() });
    expect(codes((await draft({ serviceIds: [id], dryRun: true })).body)).toEqual(['rule.provider-is-in-business']);
  });

  it('puts a claim into one of two batches that are drafted at the same moment', async () => {
    const id = await captured(3, '4000');
    const answers = await Promise.all([1, 2, 3].map(() => draft({ serviceIds: [id], totalWon: '4000' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  let once: string | null = null;
  itWritesOncePerKey(async (ask, variation) => {
    once ??= await captured(3, '5000');
    return draft({ serviceIds: [once], totalWon: variation === 'first' ? '5000' : '6000' }, ask);
  });

  it('numbers its batches without a gap', async () => {
    const ids = [await draftedBatch(use.year.id, [await captured(3, '6000')]), await draftedBatch(use.year.id, [await captured(3, '7000')])];
    const numbers = (await finance.get(`/voucher-years/${use.year.id}/payment-batches`)).body as Json[];
    const taken = ids.map((id) => Number((numbers.find((each) => each.id === id)?.number as string).slice(-4)));
    expect((taken[1] ?? 0) - (taken[0] ?? 0)).toBeGreaterThanOrEqual(1);
  });
});
