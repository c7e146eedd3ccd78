import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { agreedVoucher, appliedVoucher, openVoucherYear, registerBroker, selectedVouchers } from '../../support/vouchers.js';

describe('agreeing with a company', () => {
  const finance = Client.as('finance');
  let yearId: string;
  const agree = (year: string, vouchers: Json[], more: Json = {}, ask = {}) => finance.post(`/voucher-years/${year}/agreements`, { agreedOn: '2021-04-01', vouchers, ...more }, ask);
  const row = (voucherId: string, changes: Json = {}): Json => ({ voucherId, amountWon: '5000000', ...changes });
  const blocking = (answer: { body: Json }): string[][] => (answer.body as Json[]).map(({ verdicts }) => verdicts.filter((each: Json) => each.result === 'BLOCK').map((each: Json) => each.rule as string));

  let first: string;
  beforeAll(async () => {
    yearId = (await openVoucherYear()).id;
    first = (await selectedVouchers(yearId))[0] ?? '';
  });

  itIsClosedTo('manager', 'agreeVoucher', (client) => client.post(`/voucher-years/${NOWHERE}/agreements`, { agreedOn: '2021-04-01', vouchers: [row(NOWHERE)] }));
  itFindsNothingAt((id) => agree(id, [row(NOWHERE)]));
  itWritesOncePerKey((ask, variation) => agree(yearId, [row(first, variation === 'first' ? {} : { amountWon: '1' })], {}, ask));

  it('tells what the company is to pay in: 1,250,000 for 5,000,000 at 20 % (TV-10)', async () => {
    const [id = ''] = await selectedVouchers(yearId);
    const answer = await agree(yearId, [row(id)]);
    expectStatus(answer, 200);
    expect(answer.body).toMatchObject([{ voucherId: id, agreed: true, amountWon: '5000000', selfBurdenWon: '1250000' }]);
    expect((await finance.get(`/vouchers/${id}/application`)).body).toMatchObject({ state: 'AGREED', agreedOn: '2021-04-01', agreedWon: '5000000', ownDueWon: '1250000', ownPaidWon: '0' });
  });

  it('asks for nothing where the company pays its share itself', async () => {
    const { id } = await openVoucherYear({ terms: { 'voucher.self-burden-channel': 'DIRECT' } });
    const [voucher = ''] = await selectedVouchers(id);
    expect((await agree(id, [row(voucher)])).body[0].selfBurdenWon).toBe('0');
  });

  it('leaves selected what a rule refuses, and says why', async () => {
    const ids = await selectedVouchers(yearId, 2, { requestedWon: '3000000' });
    const waiting = await appliedVoucher(yearId);
    const answer = await agree(yearId, [row(ids[0] ?? '', { amountWon: '3000000' }), row(ids[1] ?? '', { amountWon: '3000001' }), row(waiting)]);
    expect(answer.body.map(({ agreed }: Json) => agreed)).toEqual([true, false, false]);
    expect(blocking(answer)).toEqual([[], ['agreed-amount-stays-within-request'], ['agreement-follows-the-selection']]);
    const over = await agree(yearId, [row(ids[1] ?? '', { amountWon: '5000001' })]);
    expect([over.status, over.body.code, over.body.rule]).toEqual([422, 'rule.agreed-amount-stays-within-face', { id: 'agreed-amount-stays-within-face', clause: '2021년 예산 5억원 ÷ 100건' }]);
    expect((await agree(yearId, [row(ids[1] ?? '', { amountWon: '3000000' })], { agreedOn: '2021-03-19' })).body.code).toBe('rule.agreement-follows-the-selection');
  });

  it('refuses a KTTN voucher without an active broker, naming the source and the cure', async () => {
    const { id } = await openVoucherYear({ kind: 'KTTN' });
    const [voucher = ''] = await selectedVouchers(id, 1, { contractNumber: undefined, contractOn: undefined });
    const refused = await agree(id, [row(voucher)]);
    expect([refused.status, refused.body.code, refused.body.rule.clause]).toEqual([422, 'rule.broker-takes-part', 'KTTN 중개인력 참여 필수화']);
    expect(refused.body.text.ko).toContain('등록된 중개인을 지정해 주세요');
    const lapsed = await registerBroker(id, { registeredOn: '2021-01-01', validTo: '2021-03-31' });
    expect((await agree(id, [row(voucher, { brokerId: lapsed })])).body.code).toBe('rule.broker-takes-part');
    const broker = await registerBroker(id, { registeredOn: '2021-01-01' });
    expect((await agree(id, [row(voucher, { brokerId: broker })], { dryRun: true })).body[0].agreed).toBe(true);
    expectStatus(await agree(id, [row(voucher, { brokerId: broker })]), 200);
    const elsewhere = await registerBroker((await openVoucherYear({ kind: 'KTTN' })).id);
    expect(refusal(await agree(id, [row(await appliedVoucher(id), { brokerId: elsewhere })]))).toEqual([400, 'agreement.unknown-broker', '/vouchers/0/brokerId']);
  });

  it('agrees once, whoever asks at the same moment', async () => {
    const [id = ''] = await selectedVouchers(yearId);
    const answers = await Promise.all(Array.from({ length: 4 }, () => agree(yearId, [row(id)])));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422, 422]);
  });

  it.each([
    ['on a day to come', [row(NOWHERE)], { agreedOn: '2199-01-01' }, 'agreement.not-concluded-yet', '/agreedOn'],
    ['with somebody of another year', [row(NOWHERE)], {}, 'application.not-of-the-year', '/vouchers/0/voucherId'],
    ['on nothing', [row(NOWHERE, { amountWon: '0' })], {}, 'request.invalid', '/vouchers/0/amountWon'],
  ])('refuses one %s', async (_what, vouchers, more, code, pointer) => {
    expect(refusal(await agree(yearId, vouchers, more))).toEqual([400, code, pointer]);
  });

  it('refuses a document that nobody has handed in', async () => {
    expect(refusal(await agree(yearId, [row(await agreedVoucher(yearId), { documentId: NOWHERE })]))).toEqual([400, 'agreement.unknown-document', '/vouchers/0/documentId']);
  });
});
