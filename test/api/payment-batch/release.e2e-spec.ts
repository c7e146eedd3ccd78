import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { holdRole, scopedPerson } from '../../support/scoped.js';
import { capturedService, draftedBatch, release, stateOf, today, yearInUse, type TestUse } from '../../support/services.js';
import { balanceOf, withSql } from '../../support/sql.js';

describe('releasing payments', () => {
  const finance = Client.as('finance');
  let use: TestUse;
  let accountId: string;
  const captured = (index: number, supplyWon: string): Promise<string> => capturedService(use.voucherIds[index] ?? '', use.provider.id, { supplyWon });
  const balance = (chart: string): Promise<bigint> => balanceOf(use.year.account(chart));

  beforeAll(async () => {
    use = await yearInUse(3);
    accountId = use.provider.accountId;
  });

  itIsClosedTo('finance', 'releasePaymentBatch', (client) => client.post(`/payment-batches/${NOWHERE}/release`, {}));
  itFindsNothingAt((id) => release(id));

  let once: string | null = null;
  itWritesOncePerKey(async (ask, variation) => {
    once ??= await draftedBatch(use.year.id, [await captured(0, '1000')]);
    return release(variation === 'first' ? once : await draftedBatch(use.year.id, [await captured(0, '2000')]), ask);
  });

  it('pays public money out of the appropriation and own money out of custody', async () => {
    const ids = [await captured(0, '100000'), await captured(1, '200000')];
    const batchId = await draftedBatch(use.year.id, ids);
    const [appropriation, custody] = [await balance('voucher.appropriation'), await balance('voucher.custody')];
    const shown = await release(batchId, {}, { dryRun: true });
    expect([shown.body.dryRun, shown.body.totalWon, (shown.body.entries as Json[]).length]).toEqual([true, '300000', 2]);
    expectStatus(await release(batchId), 200);
    expect([appropriation - (await balance('voucher.appropriation')), custody - (await balance('voucher.custody'))]).toEqual([240_000n, 60_000n]);
    expect(await Promise.all(ids.map(stateOf))).toEqual(['PAID', 'PAID']);
    expect((await finance.get(`/payment-batches/${batchId}`)).body).toMatchObject({ state: 'RELEASED', endedBy: '강마루', endedOn: today() });
    expect(refusal(await release(batchId))).toEqual([409, 'payment-batch.ended']);
  });

  it('happens once, however many press the button', async () => {
    const batchId = await draftedBatch(use.year.id, [await captured(1, '5000')]);
    const answers = await Promise.all([1, 2, 3, 4].map(() => release(batchId)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });

  it('is for a third person: not for whoever drafted it, who is a checker by now', async () => {
    const person = await scopedPerson('FINANCE_MAKER', ['*']);
    const id = await captured(2, '6000');
    const drafted = await person.post(`/voucher-years/${use.year.id}/payment-batches`, { serviceIds: [id], totalWon: '6000' });
    expectStatus(drafted, 201);
    await holdRole(person.id, 'FINANCE_MAKER', []);
    await holdRole(person.id, 'FINANCE_CHECKER', ['*']);
    expect(refusal(await person.post(`/payment-batches/${drafted.body.id as string}/release`, {}))).toEqual([422, 'rule.releaser-is-a-third-person']);
    expectStatus(await release(drafted.body.id as string), 200);
  });

  it('wants fresh proof of who it is', async () => {
    const person = await scopedPerson('FINANCE_CHECKER', ['*']);
    const batchId = await draftedBatch(use.year.id, [await captured(2, '7000')]);
    await withSql('OWNER', (sql) => sql.query(`update user_session set stepped_up_at = now() - interval '1 hour' where user_id = $1`, [person.id]));
    expect(refusal(await person.post(`/payment-batches/${batchId}/release`, {}))[1]).toBe('step-up.required');
  });

  it('waits for its day', async () => {
    const batchId = await draftedBatch(use.year.id, [await captured(2, '8000')], { payOn: `${today().slice(0, 4)}-12-31` });
    const onTheDay = today().endsWith('12-31');
    expect(refusal(await release(batchId))).toEqual(onTheDay ? [200, 'none'] : [422, 'payment-batch.before-its-day']);
  });

  it('is stopped for a payee who closed yesterday, and for an account that was closed', async () => {
    const batchId = await draftedBatch(use.year.id, [await captured(2, '9000')]);
    await finance.post('/business-statuses', { partyId: use.provider.partyId, status: 'CLOSED', effectiveOn: today() });
    expect(refusal(await release(batchId))).toEqual([422, 'rule.provider-is-in-business']);
    await finance.post('/business-statuses', { partyId: use.provider.partyId, status: 'ACTIVE', effectiveOn: today() });
    await withSql('OWNER', (sql) => sql.query(`insert into bank_account_close (account_id, closed_on, reason, known_at, command_id) select id, current_date - 2, '해지', now(), command_id from bank_account where id = $1`, [accountId]));
    expect(refusal(await release(batchId))).toEqual([422, 'rule.accounts-are-still-open']);
  });

  it('of a fiscal year that is over waits for its closing, and then comes out of money carried over', async () => {
    const last = Number(today().slice(0, 4)) - 1;
    const on = `${last}-12-01`;
    const old = await yearInUse(1, { fiscalYear: last, terms: { 'voucher.validity-months': '24' } }, { agreedOn: on, issuedOn: on, application: { receivedOn: on, contractOn: on } });
    const id = await capturedService(old.voucherIds[0] ?? '', old.provider.id, { contractedOn: on }, { invoicedOn: `${last}-12-20` });
    const draft = () => finance.post(`/voucher-years/${old.year.id}/payment-batches`, { serviceIds: [id], totalWon: '3333333' });
    expect(refusal(await draft())).toEqual([422, 'payment-batch.year-not-closed']);
    const closed = await finance.post(`/voucher-years/${old.year.id}/close`, { unissued: 'LAPSE', clause: '결산' });
    expect(closed.body.carriedOverWon).toBe('5000000');
    const drafted = await draft();
    expectStatus(drafted, 201);
    expectStatus(await release(drafted.body.id as string), 200);
    expect(await balanceOf(old.year.account('voucher.appropriation-carried'))).toBe(2_333_334n);
  });
});
