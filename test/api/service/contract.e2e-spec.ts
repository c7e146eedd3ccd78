import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { contract, contractForm, today, yearInUse, type TestUse } from '../../support/services.js';
import { registerProvider } from '../../support/vouchers.js';

const blocks = (body: Json): string[] => (body.verdicts as Json[]).filter(({ result }) => result === 'BLOCK').map(({ rule }) => rule as string);

describe('contracting for a service', () => {
  const finance = Client.as('finance');
  let use: TestUse;
  let provider: string;
  const voucher = (index: number): string => use.voucherIds[index] ?? '';

  beforeAll(async () => {
    use = await yearInUse(6);
    provider = use.provider.id;
  });

  itIsClosedTo('checker', 'contractService', (client) => client.post(`/vouchers/${NOWHERE}/services`, contractForm(NOWHERE)));
  itFindsNothingAt((id) => contract(id, provider));
  itWritesOncePerKey((ask, variation) => contract(voucher(0), provider, variation === 'first' ? { supplyWon: '1000' } : { supplyWon: '2000' }, ask));

  it('shows who would pay what, and writes nothing', async () => {
    const shown = await contract(voucher(1), provider, { dryRun: true });
    expectStatus(shown, 201);
    expect(shown.body).toMatchObject({
      id: null,
      split: { governmentWon: '2666666', selfWon: '666667', vatWon: '333333', providerWon: '3666666', shortWon: '0' },
      before: { availableWon: '5000000', heldWon: '0', ownMoneyWon: '1250000' },
      after: { availableWon: '2333334', heldWon: '2666666', ownMoneyWon: '1250000' },
    });
    expect((await finance.get(`/voucher-years/${use.year.id}/services?voucherId=${voucher(1)}`)).body.services).toEqual([]);
  });

  it('holds the public share, by cumulative floor: two uses are 5,000,000 to the won (TV-10)', async () => {
    const first = await contract(voucher(1), provider);
    const second = await contract(voucher(1), provider, { supplyWon: '2916667' });
    expect([first.body.split.governmentWon, second.body.split.governmentWon, second.body.split.selfWon]).toEqual(['2666666', '2333334', '583333']);
    expect(second.body.after).toMatchObject({ heldWon: '5000000', availableWon: '0' });
    expect([first.body.number, second.body.number].map((number: string) => number.slice(-2))).toEqual(['01', '02']);
  });

  it('splits two contracts that come at the same moment one after the other', async () => {
    const answers = await Promise.all(['3333333', '2916667'].map((supplyWon) => contract(voucher(2), provider, { supplyWon })));
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers.reduce((sum, { body }) => sum + BigInt(body.split.governmentWon as string), 0n)).toBe(5_000_000n);
    expect(new Set(answers.map(({ body }) => body.number as string)).size).toBe(2);
  });

  it('refuses a won more than the voucher has, naming what is missing', async () => {
    const refused = await contract(voucher(3), provider, { supplyWon: '6250002' });
    expect([refused.status, refused.body.code]).toEqual([422, 'rule.voucher-covers-the-use']);
    expect(refused.body.text.ko).toContain('1원 모자랍니다');
    expectStatus(await contract(voucher(3), provider, { supplyWon: '6250001' }), 201);
  });

  it('gives the last won to one of six who ask at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => contract(voucher(4), provider, { supplyWon: '6250000' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422, 422, 422, 422]);
  });

  it('says everything that stands in the way at once', async () => {
    const late = await registerProvider(use.year.id, { registeredOn: today() });
    await finance.post(`/service-providers/${late.id}/suspend`, { reason: '허위 실적 확인 중' });
    await finance.post('/business-statuses', { partyId: late.partyId, status: 'CLOSED', effectiveOn: '2021-05-01' });
    const shown = await contract(voucher(5), late.id, { contractedOn: '2021-06-01', supplyWon: '9000000', dryRun: true });
    expectStatus(shown, 201);
    expect(blocks(shown.body)).toEqual(['contract-falls-into-the-validity', 'provider-is-registered', 'provider-is-in-business', 'voucher-covers-the-use']);
    const now = await contract(voucher(5), late.id, { dryRun: true });
    expect(blocks(now.body)).toEqual(['provider-is-not-suspended', 'provider-is-in-business']);
  });

  it.each([
    ['a provider that nobody knows', { providerId: NOWHERE }, 404, 'resource.not-found', []],
    ['a contract of tomorrow', { contractedOn: '2199-01-01' }, 400, 'service.contracted-in-future', ['/contractedOn']],
    ['a deadline before the contract', { dueOn: '2020-01-01' }, 400, 'service.due-before-contract', ['/dueOn']],
    ['a price of nothing', { supplyWon: '0' }, 400, 'request.invalid', ['/supplyWon']],
  ])('refuses %s', async (_what, changes, status, code, pointers) => {
    expect(refusal(await contract(voucher(5), provider, changes))).toEqual([status, code, ...pointers]);
  });

  it('refuses a provider of another year, and a voucher that is suspended', async () => {
    const other = await registerProvider((await yearInUse(0)).year.id);
    expect(refusal(await contract(voucher(5), other.id))).toEqual([400, 'service.provider-of-another-year', '/providerId']);
    expectStatus(await finance.post(`/vouchers/${voucher(5)}/suspend`, { reason: '점검 중' }), 201);
    expect(refusal(await contract(voucher(5), provider))).toEqual([409, 'voucher.not-in-this-state']);
  });

  it('takes only what is on the menu, and names a service as the menu does', async () => {
    const menu = await yearInUse(1, { terms: { 'voucher.service-menu': 'T1 | 시험분석\nT2 | 기술자문' } });
    const [id = ''] = menu.voucherIds;
    expect(refusal(await contract(id, menu.provider.id, { menuCode: 'T9' }))).toEqual([422, 'rule.service-is-on-the-menu']);
    const { name: _name, ...form } = contractForm(menu.provider.id, { menuCode: 'T2' });
    expectStatus(await finance.post(`/vouchers/${id}/services`, form), 201);
    expect((await finance.get(`/voucher-years/${menu.year.id}/services`)).body.services[0]).toMatchObject({ name: '기술자문', state: 'CONTRACTED', governmentWon: '2666666' });
  });

  it('lets the company bear what is missing where the terms say so', async () => {
    const lenient = await yearInUse(1, { terms: { 'voucher.beyond-balance': 'WARN' } });
    const answer = await contract(lenient.voucherIds[0] ?? '', lenient.provider.id, { supplyWon: '10000000' });
    expectStatus(answer, 201);
    expect(answer.body.split).toMatchObject({ entitledWon: '8000000', governmentWon: '5000000', selfWon: '5000000', shortWon: '3000000' });
    expect((answer.body.verdicts as Json[]).filter(({ result }) => result === 'WARN').map(({ rule }) => rule)).toEqual(expect.arrayContaining(['voucher-covers-the-use', 'own-money-covers-the-share']));
  });
});
