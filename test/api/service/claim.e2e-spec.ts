import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { capture, claimedService, claimForm, contractedService, inspectedService, invoiceNumber, step, yearInUse, type TestUse } from '../../support/services.js';
import { registerProvider } from '../../support/vouchers.js';

const remarked = (body: Json): string[] => (body.verdicts as Json[]).filter(({ result }) => result !== 'PASS').map(({ rule, result }) => `${result as string} ${rule as string}`);

describe('claiming a service', () => {
  const finance = Client.as('finance');
  let use: TestUse;
  const voucher = (index: number): string => use.voucherIds[index] ?? '';
  const inspected = (index: number, supplyWon = '10000'): Promise<string> => inspectedService(voucher(index), use.provider.id, { supplyWon });

  beforeAll(async () => {
    use = await yearInUse(4);
  });

  itIsClosedTo('checker', 'claimService', (client) => client.post(`/services/${NOWHERE}/claim`, claimForm()));
  itFindsNothingAt((id) => step(id, 'claim', claimForm()));

  let once: { id: string; form: Json } | null = null;
  itWritesOncePerKey(async (ask, variation) => {
    once ??= { id: await inspected(0), form: claimForm() };
    return step(once.id, 'claim', variation === 'first' ? once.form : { ...once.form, vatWon: '999' }, ask);
  });

  it('needs nothing but the invoice: the rest is what was contracted', async () => {
    const id = await inspectedService(voucher(1), use.provider.id);
    const shown = await step(id, 'claim', claimForm({ dryRun: true }));
    expect(shown.body).toMatchObject({ dryRun: true, split: { governmentWon: '2666666', selfWon: '666667', vatWon: '333333' }, toBeReleasedWon: '0' });
    const number = invoiceNumber();
    const claimed = await step(id, 'claim', claimForm({ invoiceNumber: `${number.slice(0, 8)}-${number.slice(8).toUpperCase()}` }));
    expectStatus(claimed, 200);
    expect(claimed.body.invoiceNumber).toBe(number);
    const { body } = await Client.as('auditor').get(`/services/${id}`);
    expect(body).toMatchObject({ state: 'CLAIMED', claimedBy: '이나래', invoiceNumber: number, supplyWon: '3333333' });
  });

  it('splits a smaller bill anew: what stands of all uses decides, and the rest of the hold comes free with the capture', async () => {
    const [first, second] = [await inspectedService(voucher(2), use.provider.id), await contractedService(voucher(2), use.provider.id, { supplyWon: '2916667' })];
    const claimed = await step(first, 'claim', claimForm({ supplyWon: '3000000' }));
    // 80 % of 5,916,667 is 4,733,333; the other use stands with 2,333,334.
    expect(claimed.body).toMatchObject({ split: { governmentWon: '2399999', selfWon: '600001' }, toBeReleasedWon: '266667' });
    expectStatus(await capture(first), 200);
    const after = await Client.as('auditor').get(`/services/${second}`);
    expect(after.body.governmentWon).toBe('2333334');
  });

  it('refuses an invoice that was used in another programme, and names it', async () => {
    const invoice = invoiceNumber();
    await claimedService(voucher(0), use.provider.id, { supplyWon: '10000' }, { invoiceNumber: invoice });
    const other = await yearInUse(1);
    const id = await inspectedService(other.voucherIds[0] ?? '', other.provider.id);
    const refused = await step(id, 'claim', claimForm({ invoiceNumber: invoice }));
    expect(refusal(refused)).toEqual([422, 'rule.invoice-is-claimed-once']);
    expect(refused.body.text.ko).toContain('시제품 시험분석');
  });

  it('lets one of two claims with the same invoice through, when they come at the same moment', async () => {
    const [one, other] = [await inspected(0), await inspected(1)];
    const form = claimForm({ supplyWon: '10000' });
    const answers = await Promise.all([step(one, 'claim', form), step(other, 'claim', form)]);
    expect(answers.map(({ status }) => status).sort().map((status) => (status === 200 ? 'claimed' : 'refused'))).toEqual(['claimed', 'refused']);
    expect(answers.find(({ status }) => status !== 200)?.body.code).toMatch(/^(claim\.invoice-used|rule\.invoice-is-claimed-once)$/);
  });

  it('says everything that is wrong with a bill at once', async () => {
    const id = await inspected(0);
    const shown = await step(id, 'claim', claimForm({ invoicedOn: '2021-01-05', supplyWon: '20000', vatWon: '1', dryRun: true }));
    expectStatus(shown, 200);
    expect(remarked(shown.body)).toEqual(['BLOCK invoice-falls-into-the-validity', 'BLOCK claim-stays-within-the-contract', 'WARN vat-matches-the-supply-price', 'WARN provider-is-in-business']);
  });

  it('refuses the invoice of a supplier that had closed on its day', async () => {
    const closed = await registerProvider(use.year.id);
    const id = await inspectedService(voucher(3), closed.id, { supplyWon: '10000' });
    expectStatus(await finance.post('/business-statuses', { partyId: closed.partyId, status: 'CLOSED', effectiveOn: '2021-02-01' }), 201);
    expect(refusal(await step(id, 'claim', claimForm()))).toEqual([422, 'rule.provider-is-in-business']);
  });

  it('caps the fee of a broker at its share of the supply price', async () => {
    const brokered = await yearInUse(1, { kind: 'KTTN' });
    const id = await inspectedService(brokered.voucherIds[0] ?? '', brokered.provider.id);
    expect(refusal(await step(id, 'claim', claimForm({ brokerFeeWon: '333334' })))).toEqual([422, 'rule.broker-fee-stays-within-the-cap']);
    expectStatus(await step(id, 'claim', claimForm({ brokerFeeWon: '333333' })), 200);
    expectStatus(await capture(id), 200);
  });

  it.each([
    ['an invoice number that is none', { invoiceNumber: '1234' }, 400, 'claim.invoice-malformed', ['/invoiceNumber']],
    ['an invoice of tomorrow', { invoicedOn: '2199-01-01' }, 400, 'claim.invoiced-after-claim', ['/invoicedOn']],
    ['a claim before the inspection', { claimedOn: '2021-01-01', invoicedOn: '2021-01-01' }, 400, 'service.step-out-of-order', ['/claimedOn']],
  ])('refuses %s', async (_what, changes, status, code, pointers) => {
    expect(refusal(await step(await inspected(0, '1000'), 'claim', claimForm(changes)))).toEqual([status, code, ...pointers]);
  });

  it('follows the inspection', async () => {
    const id = await contractedService(voucher(0), use.provider.id, { supplyWon: '1000' });
    await step(id, 'deliver');
    expect(refusal(await step(id, 'claim', claimForm()))).toEqual([409, 'service.not-in-this-state']);
  });
});
