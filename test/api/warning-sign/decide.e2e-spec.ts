import { beforeAll, describe, expect, it } from '@jest/globals';
import { refusal } from '../../support/answers.js';
import { Client, type Answer, type Json } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { capture, contractedService, inspectedService, step, today, yearInUse, type TestUse } from '../../support/services.js';
import { appliedVoucher, openVoucherYear, registerProvider } from '../../support/vouchers.js';

const REASON = '공급기관에 확인함';
const signsOf = async (yearId: string): Promise<Json[]> => (await Client.as('auditor').get(`/voucher-years/${yearId}/warning-signs`)).body as Json[];
const named = async (yearId: string, signal: string): Promise<Json[]> => (await signsOf(yearId)).filter((sign) => sign.signal === signal);
const decide = (yearId: string, sign: Json, changes: Json = {}, ask = {}): Promise<Answer> =>
  Client.as('compliance').post(`/voucher-years/${yearId}/warning-signs/decide`, { signal: sign.signal, subjectId: sign.subjectId, fingerprint: sign.fingerprint, verdict: 'EXPLAINED', reason: REASON, ...changes }, ask);
const UNKNOWN = { signal: 'SHORT_INTERVAL', subjectId: NOWHERE, fingerprint: 'a'.repeat(64) };

describe('warning signs', () => {
  itIsClosedTo('admin', 'listWarningSigns', (client) => client.get(`/voucher-years/${NOWHERE}/warning-signs`));
  itIsClosedTo('finance', 'decideWarningSign', (client) => client.post(`/voucher-years/${NOWHERE}/warning-signs/decide`, { ...UNKNOWN, verdict: 'WATCH', reason: REASON }));
  itFindsNothingAt((id) => Client.as('auditor').get(`/voucher-years/${id}/warning-signs`));
  itFindsNothingAt((id) => decide(id, UNKNOWN));

  it('are none where nothing stands out', async () => {
    expect(await signsOf((await openVoucherYear()).id)).toEqual([]);
  });

  describe('about services', () => {
    let use: TestUse;
    beforeAll(async () => {
      use = await yearInUse(6, { terms: { 'voucher.self-burden-channel': 'DIRECT' } });
      const other = await registerProvider(use.year.id);
      for (const voucherId of use.voucherIds.slice(0, 5)) await contractedService(voucherId, use.provider.id, { supplyWon: '6250000' });
      await inspectedService(use.voucherIds[5] ?? '', other.id, { supplyWon: '1000000' });
    });

    it('tell of a provider that gets much, and at which share', async () => {
      const [sign, ...others] = await named(use.year.id, 'PROVIDER_CONCENTRATION');
      expect(others).toEqual([]);
      expect(sign).toMatchObject({ subjectId: use.provider.id, pattern: { ko: '리베이트·페이백' }, decision: null, earlier: null });
      expect(sign?.text.en).toMatch(/has 96\.8% of all contracts \(31,250,000 won, 5 services\)\.$/);
      expect(sign?.facts[0]).toMatchObject({ values: { supplyWon: '6250000', contractedOn: today() } });
    });

    it('tell of equal prices that use vouchers up, and of quick deliveries', async () => {
      expect((await named(use.year.id, 'PRICE_AT_CAP')).map((sign) => sign.facts.length as number)).toEqual([5]);
      const [quick, ...others] = await named(use.year.id, 'SHORT_INTERVAL');
      expect([others, quick?.text.en]).toEqual([[], expect.stringMatching(/delivered 0 days after the contract\.$/)]);
    });

    it('are decided with the facts as they were seen; other facts are another sign', async () => {
      const [sign] = await named(use.year.id, 'PRICE_AT_CAP');
      expect((await decide(use.year.id, sign)).status).toBe(201);
      expect((await named(use.year.id, 'PRICE_AT_CAP'))[0]).toMatchObject({ decision: { verdict: 'EXPLAINED', reason: REASON }, earlier: null });
      // What is decided stands behind what waits.
      expect((await signsOf(use.year.id)).at(-1)?.signal).toBe('PRICE_AT_CAP');
      const voucherId = sign?.facts[0].voucherId as string;
      const { services } = (await Client.as('auditor').get(`/vouchers/${voucherId}`)).body as { services: { id: string }[] };
      await step(services[0]?.id ?? '', 'cancel', { reason: '점검' });
      expect((await named(use.year.id, 'PRICE_AT_CAP'))[0]).toMatchObject({ decision: null, earlier: { verdict: 'EXPLAINED' } });
      expect(refusal(await decide(use.year.id, sign))).toEqual([409, 'warning-sign.changed']);
    });

    it('punish nobody: nothing but the decision is recorded', async () => {
      const [sign] = await named(use.year.id, 'PRICE_AT_CAP');
      const before = (await Client.as('auditor').get(`/voucher-years/${use.year.id}/vouchers`)).body;
      expect((await decide(use.year.id, sign, { verdict: 'CLAWBACK' })).status).toBe(201);
      expect((await Client.as('auditor').get(`/voucher-years/${use.year.id}/vouchers`)).body).toEqual(before);
    });

    describe('twice', () => {
      let sign: Json;
      beforeAll(async () => {
        [sign] = await named(use.year.id, 'SHORT_INTERVAL');
      });
      itWritesOncePerKey((ask, variation) => decide(use.year.id, sign, { verdict: variation === 'first' ? 'WATCH' : 'INSPECT' }, ask));
    });
  });

  describe('about applications', () => {
    let yearId: string;
    beforeAll(async () => {
      yearId = (await openVoucherYear()).id;
      const common = { phone: '02-123-4567', address: '대전시 유성구 1', technology: '나노 코팅 기술' };
      await appliedVoucher(yearId, { ...common, receivedTime: '02:00' });
      await appliedVoucher(yearId, { ...common, phone: '021234567', technology: '나노코팅기술', receivedTime: '02:03' });
      await appliedVoucher(yearId, { representative: '박연구', receivedTime: '02:05' });
      await appliedVoucher(yearId, { officers: '대표이사 한대표, 사외이사 박연구', receivedTime: '02:07' });
      await appliedVoucher(yearId, { receivedTime: '02:09' });
      await appliedVoucher(yearId, { receivedTime: '14:00' });
    });

    it('tell of contacts, technologies and names that meet, and of a crowd at night', async () => {
      const signs = await signsOf(yearId);
      expect(signs.map((sign) => [sign.signal, sign.facts.length]).sort()).toEqual([
        ['APPLICATION_BURST', 5],
        ['DUPLICATE_SUPPORT', 2],
        ['RESEARCHER_IS_INSIDER', 1],
        ['RESEARCHER_IS_INSIDER', 1],
        ['SAME_CONTACT', 2],
        ['SAME_CONTACT', 2],
      ]);
      expect(signs.find((sign) => sign.signal === 'APPLICATION_BURST')?.text.en).toBe('5 applications came between 02:00 and 02:09 on 2021-03-02.');
      expect(JSON.stringify(signs)).not.toMatch(/123-?4567|유성구/);
    });
  });

  it('tell of attempts to approve one’s own', async () => {
    const { year, provider, voucherIds } = await yearInUse(1);
    const serviceId = await inspectedService(voucherIds[0] ?? '', provider.id);
    await step(serviceId, 'claim', { invoiceNumber: crypto.randomUUID().replaceAll('-', '').slice(0, 24), invoicedOn: today() });
    const own = await Client.as('finance').post(`/services/${serviceId}/capture`, {});
    // Who claims has no permission to decide: the door is closed before the rule is asked.
    expect([own.status, (await capture(serviceId)).status, await named(year.id, 'SELF_APPROVAL')]).toEqual([403, 200, []]);
  });
});
