import { beforeAll, describe, expect, it } from '@jest/globals';
import { readEmbeddedFiles } from '#libs/pdf';
import { addDays, localDate } from '#libs/calendar';
import { expectStatus, refusal } from '../../support/answers.js';
import { clawbackPage, decideClawback, decidedClawback, paidVoucher, type PaidVoucher } from '../../support/clawbacks.js';
import { Client, type Json } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { capturedService, contractedService, today, yearInUse } from '../../support/services.js';
import { closeAll, open, pageTexts } from '../../pdf/read-pdf.js';
import { balanceOf } from '../../support/sql.js';
import { deed, figuresOf } from '../../support/voucher-life.js';

describe('deciding on a clawback', () => {
  itIsClosedTo('checker', 'decideClawback', (client) => client.post(`/vouchers/${NOWHERE}/clawbacks`, { ground: 'OFF_PURPOSE', principalWon: '1', improperOn: '2026-01-02', noticeOn: '2026-01-02', reason: '사유입니다' }));
  itIsClosedTo('admin', 'listClawbacks', (client) => client.get(`/voucher-years/${NOWHERE}/clawbacks`));
  itIsClosedTo('admin', 'getClawback', (client) => client.get(`/clawbacks/${NOWHERE}`));
  itIsClosedTo('admin', 'getClawbackNotice', (client) => client.get(`/clawbacks/${NOWHERE}/notice`));
  itFindsNothingAt((id) => decideClawback(id));
  itFindsNothingAt((id) => Client.as('auditor').get(`/voucher-years/${id}/clawbacks`));
  itFindsNothingAt((id) => Client.as('auditor').get(`/clawbacks/${id}`));
  itFindsNothingAt((id) => Client.as('auditor').get(`/clawbacks/${id}/notice`));

  describe('on a paid voucher', () => {
    let paid: PaidVoucher;
    beforeAll(async () => {
      paid = await paidVoucher();
    });

    it('in a dry run shows every rule and posting, and changes nothing', async () => {
      const { body } = await decideClawback(paid.voucherId, { dryRun: true });
      expect(body).toMatchObject({ id: null, dryRun: true, demandedWon: '4800000', before: { state: 'ISSUED', availableWon: '2333334' }, after: { state: 'CLAWBACK', availableWon: '0', revokedWon: '2333334' } });
      expect((body.entries as Json[]).map(({ posting }) => posting as string)).toEqual(['voucher.revoked', 'voucher.clawback-decided']);
      const refused = await decideClawback(paid.voucherId, { dryRun: true, principalWon: '2666667', penaltyWon: '1', dueOn: addDays(localDate(today()), 1) });
      expect((refused.body.verdicts as Json[]).map(({ rule, result }) => `${rule as string} ${result as string}`)).toEqual(['claim-stays-within-what-was-paid BLOCK', 'penalty-stays-within-the-law BLOCK', 'due-date-leaves-the-term BLOCK']);
      expect((await figuresOf(paid.voucherId)).state).toBe('ISSUED');
    });

    it.each<[string, Json, readonly unknown[]]>([
      ['more than was paid', { principalWon: '2666667' }, [422, 'rule.claim-stays-within-what-was-paid']],
      ['less penalty than the law', { penaltyWon: '0' }, [422, 'rule.penalty-stays-within-the-law']],
      ['an act of tomorrow', { improperOn: '2099-01-01', noticeOn: '2099-01-02' }, [400, 'clawback.not-happened-yet', '/improperOn']],
      ['a provider without a service', { debtor: 'PROVIDER' }, [400, 'clawback.service-wanted', '/serviceId']],
      ['a service of another voucher', { serviceId: NOWHERE }, [400, 'clawback.service-not-paid', '/serviceId']],
      ['no reason', { reason: '' }, [400, 'request.invalid', '/reason']],
    ])('refuses %s', async (_what, changes, expected) => {
      expect(refusal(await decideClawback(paid.voucherId, changes))).toEqual(expected);
    });

    it('claims money back, revokes the rest, keeps the working and the notice', async () => {
      const decided = await decideClawback(paid.voucherId, { serviceId: paid.serviceId, debtor: 'PROVIDER', instalments: 3 });
      expectStatus(decided, 201);
      const { id, number } = decided.body as { id: string; number: string };
      expect(number).toMatch(/^CB-20\d\d-\d{4}$/);
      expect(await figuresOf(paid.voucherId)).toMatchObject({ state: 'CLAWBACK', available: '0', captured: '2666666', revoked: '2333334' });
      const account = (chart: string, part?: string) => balanceOf(paid.year.account(chart, part));
      expect([await account('voucher.clawback-receivable', id), await account('voucher.recovery-principal'), await account('voucher.recovery-penalty'), await account('voucher.returned')]).toEqual([4_800_000n, 1_600_000n, 3_200_000n, 2_333_334n]);
      const page = await clawbackPage(id);
      expect(page).toMatchObject({ debtorIs: 'PROVIDER', status: 'OPEN', openWon: '4800000', working: { penalty: { standardWon: '3200000', options: [{ amountWon: '8000000' }, { amountWon: '4800000' }, { amountWon: '3200000' }] } } });
      expect((page.plan as Json[]).map(({ amountWon }) => amountWon as string)).toEqual(['1600000', '1600000', '1600000']);
      const listed = (await Client.as('auditor').get(`/voucher-years/${paid.year.id}/clawbacks`)).body as Json[];
      expect(listed.map((each) => [each.number, each.openWon])).toEqual([[number, '4800000']]);
    });

    it('gives the same notice every time, with the data inside', async () => {
      const [{ id, number }] = (await Client.as('auditor').get(`/voucher-years/${paid.year.id}/clawbacks`)).body as [{ id: string; number: string }];
      const [first, second] = [await Client.as('auditor').get(`/clawbacks/${id}/notice`), await Client.as('checker').get(`/clawbacks/${id}/notice`)];
      expect([first.status, first.headers.get('content-type'), first.bytes.equals(second.bytes)]).toEqual([200, 'application/pdf', true]);
      const [file] = readEmbeddedFiles(first.bytes).files;
      expect(JSON.parse(Buffer.from(file?.bytes ?? []).toString())).toMatchObject({ number, demandedWon: '4800000', ground: 'OFF_PURPOSE', principalWon: '1600000' });
    });

    it('states in the notice what the statute wants: payment, day, subject, reason, amounts in words, due date, publication', async () => {
      const [{ id, dueOn, debtor }] = (await Client.as('auditor').get(`/voucher-years/${paid.year.id}/clawbacks`)).body as [{ id: string; dueOn: string; debtor: string }];
      const { bytes } = await Client.as('auditor').get(`/clawbacks/${id}/notice`);
      const [text = ''] = await pageTexts(await open(bytes));
      await closeAll();
      const [year, month, day] = dueOn.split('-').map(Number);
      for (const said of ['지급금의 명칭', '통지일', '대상자', debtor, '환수 사유', '목적 외 사용 확인', '금1,600,000원(금일백육십만원)', '금3,200,000원(금삼백이십만원)', '금4,800,000원(금사백팔십만원)', `${year}. ${month}. ${day}.`, '명단 공표'])
        expect(text.replace(/\s+/g, ' ')).toContain(said);
    });

    it('can be decided again for what is left, and no more', async () => {
      expect(refusal(await decideClawback(paid.voucherId, { principalWon: '1066667' }))).toEqual([422, 'rule.claim-stays-within-what-was-paid']);
      expect((await decideClawback(paid.voucherId, { principalWon: '1066666' })).status).toBe(201);
    });
  });

  it('counts earlier gains of the same debtor: a small gain may be waived once', async () => {
    const use = await yearInUse(1);
    const voucherId = use.voucherIds[0] ?? '';
    await capturedService(voucherId, use.provider.id);
    const small = { principalWon: '600000', penaltyWon: '0' };
    expect((await decideClawback(voucherId, small)).status).toBe(201);
    // The window ends with the month before the notice: a gain of this month does not count yet.
    expect((await decideClawback(voucherId, small)).status).toBe(201);
  });

  it('waits for services under way, and finds nothing where nothing was paid', async () => {
    const use = await yearInUse(2);
    const [first = '', second = ''] = use.voucherIds;
    await capturedService(first, use.provider.id, { supplyWon: '1000000' });
    await contractedService(first, use.provider.id, { supplyWon: '1000000' });
    expect(refusal(await decideClawback(first, { principalWon: '1000', penaltyWon: '0' }))).toEqual([422, 'voucher.services-under-contract']);
    expect(refusal(await decideClawback(second))).toEqual([422, 'voucher.nothing-to-claw-back']);
  });

  it('of a cancelled voucher posts nothing but the claim', async () => {
    const paid = await paidVoucher();
    await deed(paid.voucherId, 'cancel');
    const id = await decidedClawback(paid.voucherId);
    expect([(await figuresOf(paid.voucherId)).state, (await clawbackPage(id)).openWon]).toEqual(['CLAWBACK', '4800000']);
  });

  describe('twice', () => {
    let paid: PaidVoucher;
    beforeAll(async () => {
      paid = await paidVoucher();
    });
    itWritesOncePerKey((ask, variation) => decideClawback(paid.voucherId, variation === 'first' ? {} : { principalWon: '1600001' }, ask));
  });

  it('of one voucher at the same moment is decided within what was paid', async () => {
    const paid = await paidVoucher();
    const answers = await Promise.all([1, 2, 3].map(() => decideClawback(paid.voucherId)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422]);
  });
});
