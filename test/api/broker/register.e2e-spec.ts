import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { openVoucherYear, registerBroker, voucherProgramme } from '../../support/vouchers.js';

const finance = Client.as('finance');
const form = (number: string, changes: Json = {}): Json => ({ number, name: '김중개', registeredOn: '2021-01-04', validTo: '2021-12-31', ...changes });

describe('brokers', () => {
  let yearId: string;
  const register = (number: string, changes: Json = {}, ask = {}) => finance.post(`/voucher-years/${yearId}/brokers`, form(number, changes), ask);
  const shown = async (id: string): Promise<Json> => ((await Client.as('auditor').get(`/voucher-years/${yearId}/brokers`)).body as Json[]).find((each) => each.id === id);
  const renew = (id: string, validTo: string) => finance.post(`/brokers/${id}/renew`, { validTo, reason: '보수교육 이수' });
  const strikeOff = (id: string, effectiveOn: string) => finance.post(`/brokers/${id}/strike-off`, { effectiveOn, reason: '자격 상실' });

  beforeAll(async () => {
    yearId = (await openVoucherYear({ kind: 'KTTN' })).id;
  });

  itIsClosedTo('compliance', 'registerBroker', (client) => client.post(`/voucher-years/${NOWHERE}/brokers`, form('1')));
  itIsClosedTo('compliance', 'renewBroker', (client) => client.post(`/brokers/${NOWHERE}/renew`, { validTo: '2022-12-31', reason: '갱신' }));
  itIsClosedTo('compliance', 'strikeOffBroker', (client) => client.post(`/brokers/${NOWHERE}/strike-off`, { effectiveOn: '2022-12-31', reason: '자격 상실' }));
  itIsClosedTo('admin', 'listBrokers', (client) => client.get(`/voucher-years/${NOWHERE}/brokers`));
  itFindsNothingAt((id) => finance.post(`/voucher-years/${id}/brokers`, form('1')));
  itFindsNothingAt((id) => renew(id, '2022-12-31'));
  itFindsNothingAt((id) => strikeOff(id, '2022-12-31'));
  itWritesOncePerKey((ask, variation) => register(variation === 'first' ? 'ONCE-1' : 'ONCE-2', {}, ask));

  it('are registered with the programme, for all its years', async () => {
    const programmeId = await voucherProgramme();
    const [one, next] = [await openVoucherYear({ kind: 'KTTN', programmeId }), await openVoucherYear({ kind: 'KTTN', programmeId, fiscalYear: 2022 })];
    const id = await registerBroker(one.id, { number: 'KB-1' });
    expect(((await finance.get(`/voucher-years/${next.id}/brokers`)).body as Json[]).map((broker) => [broker.id, broker.number, broker.goodThrough, broker.active])).toEqual([[id, 'KB-1', null, true]]);
    expect(refusal(await finance.post(`/voucher-years/${next.id}/brokers`, form('KB-1')))).toEqual([409, 'broker.registered-already']);
  });

  it('whose registration ended are active again once it is renewed', async () => {
    const { id } = (await register('R-1')).body as { id: string };
    expect(await shown(id)).toMatchObject({ goodThrough: '2021-12-31', active: false });
    expect(refusal(await renew(id, '2021-12-31'))).toEqual([400, 'broker.not-longer', '/validTo']);
    expectStatus(await renew(id, '2198-12-31'), 201);
    expect(await shown(id)).toMatchObject({ goodThrough: '2198-12-31', active: true, turns: [{ kind: 'RENEWED', effectiveOn: '2198-12-31', reason: '보수교육 이수' }] });
  });

  it('without an end have nothing to renew', async () => {
    expect(refusal(await renew(await registerBroker(yearId), '2198-12-31'))).toEqual([409, 'broker.open-ended']);
  });

  it('are struck off once and for good', async () => {
    const id = await registerBroker(yearId);
    expect(refusal(await strikeOff(id, '2021-01-03'))).toEqual([400, 'broker.before-registration', '/effectiveOn']);
    const answers = await Promise.all([1, 2, 3].map(() => strikeOff(id, '2021-06-01')));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(await shown(id)).toMatchObject({ struckOffOn: '2021-06-01', active: false });
    expect(refusal(await renew(id, '2198-12-31'))).toEqual([409, 'broker.struck-off']);
  });

  it('cannot end before they begin', async () => {
    expect(refusal(await register('E-1', { validTo: '2021-01-03' }))).toEqual([400, 'broker.ends-before-it-begins', '/validTo']);
  });
});
