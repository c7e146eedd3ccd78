import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { holdRole, scopedPerson } from '../../support/scoped.js';
import { capture, capturedService, claimedService, claimForm, contractedService, inspectedService, stateOf, step, today, yearInUse, type TestUse } from '../../support/services.js';
import { withSql } from '../../support/sql.js';
import { registerProvider } from '../../support/vouchers.js';

/** The day before today, in Seoul. */
const yesterday = (): string => new Date(Date.now() + 9 * 3_600_000 - 86_400_000).toISOString().slice(0, 10);

describe('deciding to pay a claim', () => {
  const [finance, checker] = [Client.as('finance'), Client.as('checker')];
  let use: TestUse;
  const voucher = (index: number): string => use.voucherIds[index] ?? '';
  const balances = async (): Promise<Record<string, string>> => {
    const accounts = (await Client.as('auditor').get(`/ledger/accounts?book=${encodeURIComponent(use.year.book)}`)).body as { key: string; balance: string }[];
    return Object.fromEntries(accounts.map(({ key, balance }) => [key.slice(use.year.book.length + 1), balance]));
  };

  beforeAll(async () => {
    use = await yearInUse(8);
  });

  itIsClosedTo('finance', 'captureService', (client) => client.post(`/services/${NOWHERE}/capture`, {}));
  itFindsNothingAt((id) => capture(id));

  let once: string | null = null;
  itWritesOncePerKey(async (ask, variation) => {
    once ??= await claimedService(voucher(0), use.provider.id, { supplyWon: '10000' });
    return capture(variation === 'first' ? once : (await claimedService(voucher(0), use.provider.id, { supplyWon: '20000' })), ask);
  });

  it('shows what it would post, and posts it: S5, two uses are 5,000,000 exactly', async () => {
    const provider = await registerProvider(use.year.id);
    const ids = [await claimedService(voucher(1), provider.id), await claimedService(voucher(1), provider.id, { supplyWon: '2916667' })];
    const shown = await capture(ids[0] ?? '', {}, { dryRun: true });
    expectStatus(shown, 200);
    expect(shown.body).toMatchObject({ publicWon: '2666666', ownWon: '666667', releasedWon: '0', effect: { before: { balanceWon: '5000000', ownMoneyWon: '1250000' }, after: { balanceWon: '2333334', ownMoneyWon: '583333' } } });
    expect(shown.body.effect.entries[0].lines).toHaveLength(6);
    expect(await stateOf(ids[0] ?? '')).toBe('CLAIMED');
    for (const id of ids) expectStatus(await capture(id), 200);
    expect(await balances()).toMatchObject({
      [`voucher.balance/${voucher(1)}`]: '0',
      [`voucher.own-money/${voucher(1)}`]: '0',
      [`voucher.payable-public/${provider.partyId}`]: '5000000',
      [`voucher.payable-own/${provider.partyId}`]: '1250000',
      [`voucher.redeemed/${provider.partyId}`]: '5000000',
    });
  });

  it('gives back what was held and not billed', async () => {
    const id = await claimedService(voucher(2), use.provider.id, {}, { supplyWon: '3000000' });
    const captured = await capture(id);
    expect(captured.body).toMatchObject({ publicWon: '2400000', ownWon: '600000', releasedWon: '266666' });
    const again = await contractedService(voucher(2), use.provider.id, { supplyWon: '3250000' });
    expect((await Client.as('auditor').get(`/services/${again}`)).body.governmentWon).toBe('2600000');
  });

  it('stops a payment for a company that closed yesterday, naming rule, source and cure (S6)', async () => {
    const id = await claimedService(voucher(3), use.provider.id);
    const companyId = await withSql('OWNER', async (sql) => (await sql.query<{ company_id: string }>('select company_id from voucher where id = $1', [voucher(3)])).rows[0]?.company_id ?? '');
    expectStatus(await finance.post('/business-statuses', { partyId: companyId, status: 'CLOSED', effectiveOn: yesterday() }), 201);
    const refused = await capture(id);
    expect(refusal(refused)).toEqual([422, 'rule.company-is-in-business']);
    expect(refused.body.text.ko).toMatch(/폐업했습니다.*취소해 주세요/);
    expect(refused.body.rule).toMatchObject({ id: 'company-is-in-business', clause: expect.stringContaining('국세청') });
    expect(await stateOf(id)).toBe('CLAIMED');
    const listed = (await checker.get(`/voucher-years/${use.year.id}/services?state=CLAIMED`)).body.services as Json[];
    expect((listed.find((each) => each.id === id)?.remarks as Json[]).map(({ rule, result }) => `${result as string} ${rule as string}`)).toContain('BLOCK company-is-in-business');
  });

  it('lets exactly one of two operators capture the same claim at the same moment (S14)', async () => {
    const id = await claimedService(voucher(4), use.provider.id);
    const answers = await Promise.all(Array.from({ length: 8 }, () => capture(id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409, 409, 409]);
    expect((await balances())[`voucher.balance/${voucher(4)}`]).toBe('2333334');
  });

  it('answers each of many for itself: one that is refused stops no other', async () => {
    const good = [await claimedService(voucher(5), use.provider.id, { supplyWon: '100000' }), await claimedService(voucher(6), use.provider.id, { supplyWon: '200000' })];
    const contracted = await contractedService(voucher(5), use.provider.id, { supplyWon: '1000' });
    const key = `many-${crypto.randomUUID()}`;
    const body = { serviceIds: [good[0], contracted, good[1], good[0]] };
    const answer = await checker.post(`/voucher-years/${use.year.id}/captures`, body, { key });
    expectStatus(answer, 200);
    expect((answer.body.outcomes as Json[]).map(({ serviceId, outcome, code }) => [serviceId, outcome, code])).toEqual([
      [good[0], 'CAPTURED', null],
      [contracted, 'REFUSED', 'service.not-in-this-state'],
      [good[1], 'CAPTURED', null],
    ]);
    expect(answer.body).toMatchObject({ captured: 2, totalWon: '300000' });
    const again = await checker.post(`/voucher-years/${use.year.id}/captures`, body, { key });
    expect(again.body).toMatchObject({ captured: 2, totalWon: '300000' });
    const elsewhere = await yearInUse(0);
    expect(refusal(await checker.post(`/voucher-years/${elsewhere.year.id}/captures`, body))).toEqual([404, 'resource.not-found']);
  });

  it('gives the last own money out once, however many claims of a voucher are decided together', async () => {
    const ids = await Promise.all([1, 2, 3].map(() => claimedService(voucher(7), use.provider.id, { supplyWon: '2000000' })));
    const answer = await checker.post(`/voucher-years/${use.year.id}/captures`, { serviceIds: ids });
    expect(answer.body.captured).toBe(3);
    expect((answer.body.outcomes as Json[]).reduce((sum, { ownWon }) => sum + BigInt(ownWon as string), 0n)).toBe(1_200_000n);
    expect((await balances())[`voucher.own-money/${voucher(7)}`]).toBe('50000');
  });

  it('is not for a suspended voucher, nor for whoever recorded the claim', async () => {
    const { voucherIds, provider } = await yearInUse(2);
    const id = await claimedService(voucherIds[0] ?? '', provider.id);
    await finance.post(`/vouchers/${voucherIds[0] ?? ''}/suspend`, { reason: '점검 중' });
    expect(refusal(await capture(id))).toEqual([409, 'voucher.not-in-this-state']);

    // Somebody who recorded a claim, and is a checker by now.
    const own = await inspectedService(voucherIds[1] ?? '', provider.id);
    const person = await scopedPerson('FINANCE_MAKER', ['*']);
    expectStatus(await person.post(`/services/${own}/claim`, claimForm()), 200);
    await holdRole(person.id, 'FINANCE_MAKER', []);
    await holdRole(person.id, 'FINANCE_CHECKER', ['*']);
    expect(refusal(await person.post(`/services/${own}/capture`, {}))).toEqual([422, 'rule.claimer-is-not-the-decider']);
    expectStatus(await capture(own), 200);
  });

  it('still pays a service that was under way when its voucher expired, and passes on what was not billed', async () => {
    const { voucherIds, provider, year } = await yearInUse(1);
    const [voucherId = ''] = voucherIds;
    const id = await claimedService(voucherId, provider.id, {}, { supplyWon: '3000000' });
    await withSql('OWNER', (sql) => sql.query('update voucher_state set valid_to = current_date - 2 where voucher_id = $1', [voucherId]));
    expectStatus(await finance.post(`/voucher-years/${year.id}/expire`, { voucherIds: [voucherId] }), 201);
    const shown = await capture(id, {}, { dryRun: true });
    expect(shown.body.effect).toMatchObject({ before: { balanceWon: '2666666', returnedWon: '2333334' }, after: { balanceWon: '0', heldWon: '0', returnedWon: '2600000' } });
    expectStatus(await capture(id), 200);
  });

  it('needs a claim', async () => {
    const id = await inspectedService(voucher(0), use.provider.id, { supplyWon: '1000' });
    expect(refusal(await capture(id))).toEqual([409, 'service.not-in-this-state']);
    expect((await step(id, 'claim', claimForm({ invoicedOn: today() }))).status).toBe(200);
  });

  it('leaves nothing to decide once it is done', async () => {
    const id = await capturedService(voucher(0), use.provider.id, { supplyWon: '1000' });
    expect(refusal(await capture(id))).toEqual([409, 'service.not-in-this-state']);
  });
});
