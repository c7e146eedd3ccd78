import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Answer, type Json } from '../../support/client.js';
import { concludedAgreement, made, openedCall, type TestCall } from '../../support/grants.js';
import { accreditedLab, business, certificate, certifiedOrder, moveOrder, orderOf, requestOrder } from '../../support/outcomes-of-grants.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { balanceOf } from '../../support/sql.js';

let call: TestCall;
let labId: string;
beforeAll(async () => {
  call = await openedCall();
  labId = await accreditedLab();
});
const requested = async (changes: Json = {}): Promise<string> => made('the order', await requestOrder(call.id, labId, changes)).id as string;
const approve = (orderId: string, changes: Json = {}, ask = {}): Promise<Answer> => moveOrder(orderId, 'approve', { amountWon: '1500000', payOn: '2021-12-20', ...changes }, ask);

describe('a laboratory', () => {
  const register = (changes: Json = {}, ask = {}): Promise<Answer> => Client.as('finance').post('/accredited-labs', { lab: { name: '한국기초과학지원연구원', businessNumber: '220-81-62517' }, kind: 'EQUIP_EVAL', scheme: '성능평가기관 지정', number: 'KBSI-1', validFrom: '2021-01-01', ...changes }, ask);
  itIsClosedTo('checker', 'registerAccreditedLab', (client) => client.post('/accredited-labs', {}));
  itIsClosedTo('admin', 'listAccreditedLabs', (client) => client.get('/accredited-labs'));
  itWritesOncePerKey((ask, variation) => register({ number: `KEY-${variation}` }, ask));

  it('is accredited from a day on, once for each accreditation', async () => {
    expectStatus(await register(), 201);
    expect(refusal(await register())).toEqual([409, 'accredited-lab.registered-already']);
    expect(refusal(await register({ validFrom: '2022-01-01', validThrough: '2021-12-31' }))).toEqual([400, 'accredited-lab.ends-before-it-begins', '/validThrough']);
    const { body } = await Client.as('auditor').get('/accredited-labs');
    expect(body).toEqual(expect.arrayContaining([expect.objectContaining({ number: 'KBSI-1', kind: 'EQUIP_EVAL', valid: true, validThrough: null })]));
  });
});

describe('ordering an evaluation or a test', () => {
  itIsClosedTo('checker', 'requestServiceOrder', (client) => client.post(`/grant-calls/${NOWHERE}/service-orders`, {}));
  itIsClosedTo('admin', 'listServiceOrders', (client) => client.get(`/grant-calls/${NOWHERE}/service-orders`));
  itFindsNothingAt((id) => requestOrder(id, labId));
  itWritesOncePerKey((ask, variation) => requestOrder(call.id, labId, { subject: variation, company: { name: '(주)한번', businessNumber: '124-81-00998' } }, ask));

  it.each<[string, Json, string, string]>([
    ['half of a test', {}, '1500000', '1500001'],
    ['up to the cap', { feeWon: '50000000' }, '20000000', '30000000'],
    ['and seventy percent of an evaluation', { kind: 'EQUIP_EVAL', feeWon: '1000001' }, '700000', '300001'],
  ])('the government bears %s', async (_what, changes, governmentWon, companyWon) => {
    const lab = changes.kind === undefined ? labId : await accreditedLab({ kind: 'EQUIP_EVAL', scheme: '지정' });
    expect((await requestOrder(call.id, lab, { ...changes, dryRun: true })).body).toMatchObject({ dryRun: true, governmentWon, companyWon, verdicts: [{ result: 'PASS' }, { rule: 'business-is-open', result: 'WARN' }] });
  });

  it('asks a laboratory that is accredited for it on that day', async () => {
    const lapsed = await accreditedLab({ validThrough: '2021-05-02' });
    expect(refusal(await requestOrder(call.id, lapsed))).toEqual([422, 'rule.laboratory-is-accredited']);
    expect(refusal(await requestOrder(call.id, labId, { kind: 'EQUIP_EVAL' }))).toEqual([422, 'rule.laboratory-is-accredited']);
    expect(refusal(await requestOrder(call.id, NOWHERE))).toEqual([400, 'service-order.lab-unknown', '/labId']);
  });

  it('refuses a company that has closed, and an agreement of another call', async () => {
    const company = business();
    const first = made('the order', await requestOrder(call.id, labId, { company })) as Json;
    const partyId = await companyOf(first.id as string);
    expectStatus(await Client.as('finance').post('/business-statuses', { partyId, status: 'CLOSED', effectiveOn: '2021-05-02' }), 201);
    expect(refusal(await requestOrder(call.id, labId, { company }))).toEqual([422, 'rule.business-is-open']);
    const other = await openedCall();
    expect(refusal(await requestOrder(call.id, labId, { agreementId: (await concludedAgreement(other.id)).id }))).toEqual([400, 'service-order.other-call', '/agreementId']);
  });
});

async function companyOf(orderId: string): Promise<string> {
  const { company } = await orderOf(call.id, orderId);
  const { body } = await Client.as('finance').get(`/parties?search=${encodeURIComponent(company as string)}`);
  return ((body.items ?? body) as Json[])[0].id as string;
}

describe('the life of an order', () => {
  for (const [verb, operationId] of [['accept', 'acceptServiceOrder'], ['decline', 'declineServiceOrder'], ['certify', 'certifyServiceOrder'], ['approve', 'approveServiceOrder'], ['cancel', 'cancelServiceOrder']] as const) {
    itIsClosedTo('checker', operationId, (client) => client.post(`/service-orders/${NOWHERE}/${verb}`, {}));
  }
  itFindsNothingAt((id) => moveOrder(id, 'accept', {}));
  itFindsNothingAt((id) => moveOrder(id, 'decline', { reason: '장비 점검 중' }));
  itFindsNothingAt((id) => moveOrder(id, 'certify', certificate()));
  itFindsNothingAt((id) => approve(id));
  itFindsNothingAt((id) => moveOrder(id, 'cancel', { reason: '의뢰 철회' }));

  it('takes its budget, is certified, and becomes a debt that a payment run pays', async () => {
    const before = await balanceOf(call.account('grant.available', '2021'));
    const id = await requested();
    expect((await moveOrder(id, 'accept', { on: '2021-05-04', dryRun: true })).body).toMatchObject({ before: 'REQUESTED', after: 'ACCEPTED', entries: [{ posting: 'grant.service-order-accepted' }] });
    expectStatus(await moveOrder(id, 'accept', { on: '2021-05-04' }), 201);
    expect([before - (await balanceOf(call.account('grant.available', '2021'))), await balanceOf(call.account('grant.committed', id))]).toEqual([1_500_000n, 1_500_000n]);
    expect(refusal(await approve(id))).toEqual([409, 'service-order.life']);
    expectStatus(await moveOrder(id, 'certify', certificate()), 201);
    expect(refusal(await moveOrder(id, 'cancel', { reason: '의뢰 철회' }))).toEqual([409, 'service-order.life']);
    expect(refusal(await approve(id, { amountWon: '1500001' }))).toEqual([400, 'service-order.other-amount', '/amountWon']);
    expect(refusal(await approve(id, { payOn: '2022-01-03' }))).toEqual([400, 'service-order.other-year', '/payOn']);
    expect((await approve(id)).body).toMatchObject({ before: 'CERTIFIED', after: 'APPROVED', entries: [{ posting: 'grant.service-order-approved' }] });
    expect([await balanceOf(call.account('grant.committed', id)), await balanceOf(call.account('grant.payable', id))]).toEqual([0n, 1_500_000n]);
    expect(await orderOf(call.id, id)).toMatchObject({ state: 'APPROVED', paidOn: null, steps: [{ event: 'accept' }, { event: 'certify', result: 'MET' }, { event: 'approve' }] });
  });

  it('gives its budget back when it is cancelled, and takes none when it is declined', async () => {
    const before = await balanceOf(call.account('grant.available', '2021'));
    const id = await requested();
    expectStatus(await moveOrder(id, 'accept', { on: '2021-05-04' }), 201);
    expect((await moveOrder(id, 'cancel', { reason: '의뢰 철회', on: '2021-05-05' })).body).toMatchObject({ after: 'CANCELLED', entries: [{ posting: 'grant.service-order-cancelled' }] });
    const declined = await requested();
    expect((await moveOrder(declined, 'decline', { reason: '장비 점검 중', on: '2021-05-04' })).body).toMatchObject({ after: 'DECLINED', entries: [] });
    expect(await balanceOf(call.account('grant.available', '2021'))).toBe(before);
  });

  it('wants a laboratory that is still accredited, the company’s part, and a certificate of its own', async () => {
    const short = await accreditedLab({ validThrough: '2021-05-31' });
    const id = made('the order', await requestOrder(call.id, short)).id as string;
    expect(refusal(await moveOrder(id, 'accept', { on: '2021-06-01' }))).toEqual([422, 'rule.laboratory-is-accredited']);
    expectStatus(await moveOrder(id, 'accept', { on: '2021-05-31' }), 201);
    expect(refusal(await moveOrder(id, 'certify', certificate()))).toEqual([422, 'rule.laboratory-is-accredited']);
    expect(refusal(await moveOrder(id, 'certify', certificate({ companyPaidOn: undefined })))).toEqual([400, 'service-order.company-pays', '/companyPaidOn']);
    expect(refusal(await moveOrder(id, 'certify', certificate({ on: '2021-05-30' })))).toEqual([400, 'service-order.before-last-step', '/on']);
    const used = certificate();
    const other = await requested();
    expectStatus(await moveOrder(other, 'accept', { on: '2021-05-04' }), 201);
    expectStatus(await moveOrder(other, 'certify', used), 201);
    const third = await requested();
    expectStatus(await moveOrder(third, 'accept', { on: '2021-05-04' }), 201);
    expect(refusal(await moveOrder(third, 'certify', used))).toEqual([400, 'service-order.certificate-used', '/certificate']);
    expect(refusal(await moveOrder(third, 'certify', certificate({ on: '2099-01-01' })))).toEqual([400, 'service-order.in-future', '/on']);
  });

  it('is not taken on where the budget is used up', async () => {
    const poor = await openedCall({ budgetWon: '1000000' });
    const id = made('the order', await requestOrder(poor.id, labId)).id as string;
    const { status, body } = await moveOrder(id, 'accept', { on: '2021-05-04' });
    expect([status, body.code]).toEqual([422, expect.stringContaining('floor')]);
  });

  describe('once per key', () => {
    let ids: string[];
    beforeAll(async () => {
      ids = [await certifiedOrder(call.id), await certifiedOrder(call.id)];
    });
    itWritesOncePerKey((ask, variation) => approve(ids[variation === 'first' ? 0 : 1] ?? '', {}, ask));
  });
});
