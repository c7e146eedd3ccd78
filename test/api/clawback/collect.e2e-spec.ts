import { describe, expect, it, beforeAll } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { clawbackPage, collect, decidedClawback, paidVoucher, type PaidVoucher } from '../../support/clawbacks.js';
import type { Json } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { capturedService, draftedRun, today, yearInUse, type TestUse } from '../../support/services.js';
import { balanceOf, withSql } from '../../support/sql.js';
import { figuresOf } from '../../support/voucher-life.js';

const receive = (id: string, amountWon: string, more: Json = {}, ask = {}) => collect(id, 'receive', { amountWon, valueOn: today(), ...more }, ask);
const REASON = '폐업하여 재산이 없음';

describe('collecting a clawback', () => {
  itIsClosedTo('checker', 'receiveClawback', (client) => client.post(`/clawbacks/${NOWHERE}/receive`, { amountWon: '1', valueOn: '2026-01-01' }));
  itIsClosedTo('checker', 'offsetClawback', (client) => client.post(`/clawbacks/${NOWHERE}/offset`, { amountWon: '1', serviceId: NOWHERE }));
  itIsClosedTo('checker', 'surchargeClawback', (client) => client.post(`/clawbacks/${NOWHERE}/surcharge`, {}));
  itIsClosedTo('checker', 'writeOffClawback', (client) => client.post(`/clawbacks/${NOWHERE}/write-off`, { reason: REASON }));
  itFindsNothingAt((id) => receive(id, '1'));
  itFindsNothingAt((id) => collect(id, 'offset', { amountWon: '1', serviceId: NOWHERE }));
  itFindsNothingAt((id) => collect(id, 'surcharge'));
  itFindsNothingAt((id) => collect(id, 'write-off', { reason: REASON }));

  describe('in cash', () => {
    let paid: PaidVoucher;
    let id: string;
    beforeAll(async () => {
      paid = await paidVoucher();
      id = await decidedClawback(paid.voucherId, { instalments: 2 });
    });

    itWritesOncePerKey((ask, variation) => receive(id, variation === 'first' ? '1000000' : '2000000', {}, ask));

    it('settles the earliest instalment first, and the voucher has recovered with the last won', async () => {
      expect(await clawbackPage(id)).toMatchObject({ openWon: '3800000', plan: [{ amountWon: '2400000', settledWon: '1000000' }, { amountWon: '2400000', settledWon: '0' }] });
      expect(refusal(await receive(id, '3800001'))).toEqual([400, 'clawback.more-than-owed', '/amountWon']);
      expect((await receive(id, '3799999')).body).toMatchObject({ before: { openWon: '3800000' }, after: { openWon: '1', settledWon: '4799999' } });
      expect((await figuresOf(paid.voucherId)).state).toBe('CLAWBACK');
      expect((await receive(id, '1', { bankReference: '국고 2026-1' })).body).toMatchObject({ after: { openWon: '0' } });
      expect([(await figuresOf(paid.voucherId)).state, (await clawbackPage(id)).status, await balanceOf(paid.year.account('voucher.recovered-cash'))]).toEqual(['RECOVERED', 'SETTLED', 4_800_000n]);
    });

    it('takes nothing more, and no date that cannot be', async () => {
      expect(refusal(await receive(id, '1'))).toEqual([400, 'clawback.more-than-owed', '/amountWon']);
      expect(refusal(await receive(id, '1', { valueOn: '2099-01-01' }))).toEqual([400, 'clawback.not-received-yet', '/valueOn']);
      expect(refusal(await receive(id, '1', { valueOn: '2021-01-01' }))).toEqual([400, 'clawback.received-before-notice', '/valueOn']);
      expect(refusal(await collect(id, 'write-off', { reason: REASON }))).toEqual([409, 'clawback.settled']);
    });
  });

  it('gives up what cannot be collected, and takes it back when it is paid after all', async () => {
    const paid = await paidVoucher();
    const id = await decidedClawback(paid.voucherId);
    const account = (chart: string, part?: string) => balanceOf(paid.year.account(chart, part));
    expectStatus(await receive(id, '800000'), 201);
    expect((await collect(id, 'write-off', { reason: REASON, dryRun: true })).body).toMatchObject({ dryRun: true, after: { openWon: '0', writtenOffWon: '4000000' } });
    expectStatus(await collect(id, 'write-off', { reason: REASON }), 201);
    expect([(await figuresOf(paid.voucherId)).state, await account('voucher.written-off'), await account('voucher.clawback-receivable', id)]).toEqual(['WRITTEN_OFF', 4_000_000n, 0n]);
    expect((await receive(id, '1000000')).body).toMatchObject({ after: { openWon: '0', writtenOffWon: '3000000' }, entries: [{ posting: 'voucher.clawback-reinstated' }, { posting: 'voucher.clawback-received' }] });
    expect((await figuresOf(paid.voucherId)).state).toBe('WRITTEN_OFF');
    expectStatus(await receive(id, '3000000'), 201);
    expect([(await figuresOf(paid.voucherId)).state, await account('voucher.written-off'), await account('voucher.recovered-cash')]).toEqual(['RECOVERED', 0n, 4_800_000n]);
  });

  it('ends only when every clawback of the voucher has', async () => {
    const paid = await paidVoucher();
    const [first, second] = [await decidedClawback(paid.voucherId), await decidedClawback(paid.voucherId, { principalWon: '1000000', ground: 'MISPAYMENT' })];
    await receive(first, '4800000');
    expect((await figuresOf(paid.voucherId)).state).toBe('CLAWBACK');
    await receive(second, '1000000');
    expect((await figuresOf(paid.voucherId)).state).toBe('RECOVERED');
  });

  describe('by set-off', () => {
    let use: TestUse;
    let id: string;
    let waiting: string;
    beforeAll(async () => {
      use = await yearInUse(2);
      const [first = '', second = ''] = use.voucherIds;
      const serviceId = await capturedService(first, use.provider.id);
      waiting = await capturedService(second, use.provider.id);
      id = await decidedClawback(first, { serviceId, debtor: 'PROVIDER' });
    });

    it('is offered what waits to be paid to the debtor', async () => {
      const { offsets } = await clawbackPage(id);
      expect((offsets as Json[]).map(({ payableWon }) => payableWon as string)).toEqual(['2666666', '2666666']);
    });

    it('pays the provider that much less', async () => {
      const payable = use.year.account('voucher.payable-public', use.provider.partyId);
      const before = await balanceOf(payable);
      expect((await collect(id, 'offset', { serviceId: waiting, amountWon: '2000000' })).body).toMatchObject({ after: { openWon: '2800000' }, entries: [{ posting: 'voucher.clawback-offset' }] });
      expect(await balanceOf(payable)).toBe(before - 2_000_000n);
      const owed = `select y.amount_won::text as amount from payable y join payable_state s on s.payable_id = y.id and s.state = 'OWED' where s.subject_id = $1`;
      expect((await withSql('AUDITOR', async (sql) => (await sql.query(owed, [waiting])).rows)).map(({ amount }) => amount as string)).toEqual(['1333333']);
      expect(refusal(await collect(id, 'offset', { serviceId: waiting, amountWon: '666667' }))).toEqual([400, 'clawback.more-than-owed', '/amountWon']);
    });

    it('leaves alone what is on its way to the bank, and what is owed to somebody else', async () => {
      const other = await yearInUse(1);
      const foreign = await capturedService(other.voucherIds[0] ?? '', other.provider.id);
      expect(refusal(await collect(id, 'offset', { serviceId: foreign, amountWon: '1' }))).toEqual([400, 'clawback.owed-to-somebody-else', '/serviceId']);
      await draftedRun(other.year.id, [foreign]);
      const own = await decidedClawback(other.voucherIds[0] ?? '', { serviceId: foreign, debtor: 'PROVIDER' });
      expect(refusal(await collect(own, 'offset', { serviceId: foreign, amountWon: '1' }))).toEqual([409, 'clawback.payment-under-way']);
    });
  });

  it('adds the surcharge of the delay, once', async () => {
    const paid = await paidVoucher();
    const id = await decidedClawback(paid.voucherId);
    expect(refusal(await collect(id, 'surcharge'))).toEqual([422, 'clawback.nothing-overdue']);
    // Time does not pass for a test: the owner of the database sets the due date back by ten days, triggers asleep.
    await withSql('OWNER', async (sql) => {
      await sql.query('alter table clawback_instalment disable trigger user');
      await sql.query(`update clawback_instalment set due_on = (now() at time zone 'Asia/Seoul')::date - 10 where clawback_id = $1`, [id]);
      await sql.query('alter table clawback_instalment enable trigger user');
    });
    expect(await clawbackPage(id)).toMatchObject({ status: 'OVERDUE', overdueWon: '4800000', surchargeDueWon: '96000' });
    expect((await receive(id, '1000', { dryRun: true })).body.verdicts).toMatchObject([{ rule: 'late-payment-bears-its-surcharge', result: 'WARN', inputs: { surchargeLeftWon: '96000' } }]);
    expect((await collect(id, 'surcharge')).body).toMatchObject({ amountWon: '96000', after: { surchargedWon: '96000', openWon: '4896000' }, entries: [{ posting: 'voucher.clawback-surcharged' }] });
    expect(refusal(await collect(id, 'surcharge'))).toEqual([422, 'clawback.nothing-overdue']);
    expect(await balanceOf(paid.year.account('voucher.recovery-surcharge'))).toBe(96_000n);
  });
});
