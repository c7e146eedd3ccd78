import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { capturedService, contractedService, step, yearInUse } from '../../support/services.js';
import { balanceOf, withSql } from '../../support/sql.js';
import { deed, expire, figuresOf } from '../../support/voucher-life.js';
import { issuedVouchers, openVoucherYear, registerProvider, type TestYear } from '../../support/vouchers.js';

const OVER = { issuedOn: '2021-05-03', validTo: '2021-06-30' };
const then = { contractedOn: '2021-06-01' };

describe('letting vouchers expire', () => {
  itIsClosedTo('checker', 'expireVoucher', (client) => client.post(`/voucher-years/${NOWHERE}/expire`, {}));
  itFindsNothingAt((id) => expire(id));

  describe('the story of TV-9', () => {
    let year: TestYear;
    let voucherId: string;

    beforeAll(async () => {
      year = await openVoucherYear();
      const provider = await registerProvider(year.id);
      [voucherId = ''] = await issuedVouchers(year.id, 1, OVER);
      await capturedService(voucherId, provider.id, { supplyWon: '3333333', ...then }, { invoicedOn: '2021-06-10' });
      const failed = await contractedService(voucherId, provider.id, { supplyWon: '2916667', ...then });
      expect(await figuresOf(voucherId)).toMatchObject({ available: '0', held: '2333334', captured: '2666666' });
      expectStatus(await step(failed, 'cancel', { reason: '수행 실패' }), 200);
    });

    it('in a dry run says what goes back, and leaves it', async () => {
      const { body } = await expire(year.id, { dryRun: true });
      expect(body).toMatchObject({ dryRun: true, expiredWon: '2333334', reissued: false, before: { outstandingWon: '2333334' }, after: { outstandingWon: '0' } });
      expect(body.expired).toMatchObject([{ voucherId, expiredWon: '2333334', heldWon: '0', ownLeftWon: '583333' }]);
      expect((await figuresOf(voucherId)).state).toBe('ISSUED');
    });

    it('ends with issued = captured + expired, and the rest with the programme', async () => {
      expectStatus(await expire(year.id), 201);
      expect(await figuresOf(voucherId)).toEqual({ state: 'EXPIRED', given: '5000000', available: '0', held: '0', captured: '2666666', expired: '2333334', revoked: '0', own: '583333' });
      expect([await balanceOf(year.account('voucher.returned')), await balanceOf(year.account('voucher.outstanding')), await balanceOf(year.account('voucher.balance', voucherId))]).toEqual([2_333_334n, 0n, 0n]);
    });
  });

  it('leaves alone what is not due, and says why', async () => {
    const { year, voucherIds } = await yearInUse(2);
    const { body } = await expire(year.id, { voucherIds });
    expect([body.expired, body.expiredWon, (body.spared as Json[]).length]).toEqual([[], '0', 2]);
    expect(body.spared[0].text.en).toMatch(/^The voucher is valid through .+ It can expire from .+ on\.$/);
  });

  it('lets what is held stand, whatever else expires', async () => {
    const year = await openVoucherYear();
    const provider = await registerProvider(year.id);
    const [held = '', idle = '', halted = ''] = await issuedVouchers(year.id, 3, OVER);
    const serviceId = await contractedService(held, provider.id, { supplyWon: '2400000', ...then });
    expectStatus(await deed(halted, 'suspend'), 201);
    const { body } = await expire(year.id);
    expect([(body.expired as Json[]).length, body.expiredWon]).toEqual([3, '13080000']);
    expect([await figuresOf(held), await figuresOf(idle), (await figuresOf(halted)).state]).toMatchObject([{ state: 'EXPIRED', held: '1920000', expired: '3080000' }, { expired: '5000000' }, 'EXPIRED']);
    expectStatus(await step(serviceId, 'cancel', { reason: '만료 뒤 취소' }), 200);
    expect(await figuresOf(held)).toMatchObject({ available: '0', held: '0', expired: '5000000' });
    expect((await expire(year.id)).body.expired).toEqual([]);
  });

  it('gives the money back to the budget where the terms let it be issued again in the same year', async () => {
    const { year, voucherIds } = await yearInUse(1, { terms: { 'voucher.reissues-returned': 'true' } });
    const left = await balanceOf(year.account('voucher.budget'));
    // Time does not pass for a test: the last day is set back by the owner of the database.
    await withSql('OWNER', (sql) => sql.query(`update voucher_state set valid_to = current_date - 2 where voucher_id = $1`, [voucherIds[0]]));
    expect((await expire(year.id)).body).toMatchObject({ reissued: true, expiredWon: '5000000' });
    expect([await balanceOf(year.account('voucher.budget')), await balanceOf(year.account('voucher.returned'))]).toEqual([left + 5_000_000n, 0n]);
  });

  it('touches no voucher of another year', async () => {
    const [one, other] = [await openVoucherYear(), await openVoucherYear()];
    const [voucherId] = await issuedVouchers(other.id, 1, OVER);
    expect((await expire(one.id, { voucherIds: [voucherId] })).body).toMatchObject({ expired: [], spared: [] });
  });

  it('refuses a list that is none', async () => {
    expect(refusal(await expire(NOWHERE, { voucherIds: ['x'] }))).toEqual([400, 'request.invalid', '/voucherIds']);
  });

  describe('twice', () => {
    let yearId: string;
    beforeAll(async () => {
      yearId = (await openVoucherYear()).id;
      await issuedVouchers(yearId, 1, OVER);
    });
    itWritesOncePerKey((ask, variation) => expire(yearId, variation === 'first' ? {} : { voucherIds: [] }, ask));
  });

  it('is done by the program itself, in the name of nobody; so are the drafts of schedules and the printing of what was issued, and nothing else', async () => {
    const kinds = (await Client.as('auditor').get('/command-kinds')).body as Json[];
    expect(kinds.some(({ command }) => command === 'voucher.expire')).toBe(true);
    const { rows } = await withSql('OWNER', (sql) => sql.query<{ command: string }>('select command from command_kind where automatic order by command'));
    expect(rows.map(({ command }) => command).sort()).toEqual(['report-schedule.draft', 'report.print', 'voucher.expire']);
  });
});
