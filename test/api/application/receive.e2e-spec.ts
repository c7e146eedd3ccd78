import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { businessNumber } from '../../support/funds.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { applicationForm, openVoucherYear } from '../../support/vouchers.js';

const objections = (verdicts: Json[]): string[] => verdicts.filter(({ result }) => result !== 'PASS').map(({ rule, result }) => `${rule as string} ${result as string}`);

describe('receiving an application', () => {
  const finance = Client.as('finance');
  let yearId: string;
  const receive = (changes: Json = {}, ask = {}) => finance.post(`/voucher-years/${yearId}/applications`, applicationForm(changes), ask);

  beforeAll(async () => {
    yearId = (await openVoucherYear()).id;
  });

  itIsClosedTo('manager', 'receiveApplication', (client) => client.post(`/voucher-years/${NOWHERE}/applications`, applicationForm()));
  itFindsNothingAt((id) => finance.post(`/voucher-years/${id}/applications`, applicationForm()));
  const once = applicationForm();
  itWritesOncePerKey((ask, variation) => finance.post(`/voucher-years/${yearId}/applications`, variation === 'first' ? once : { ...once, note: '다름' }, ask));

  it('gives numbers in their order, asks for the face value unless told otherwise, and shows in the list', async () => {
    const { id } = await openVoucherYear();
    const send = (changes: Json) => finance.post(`/voucher-years/${id}/applications`, applicationForm(changes));
    const answers = [await send({ requestedWon: undefined }), await send({ requestedWon: '3000000' }), await send({ number: 'APP-2021-077' }), await send({})];
    expect(answers.map(({ status, body }) => [status, body.number])).toEqual([[201, 'APP-2021-001'], [201, 'APP-2021-002'], [201, 'APP-2021-077'], [201, 'APP-2021-078']]);
    const listed = (await Client.as('auditor').get(`/voucher-years/${id}/applications`)).body as Json[];
    expect(listed.map(({ number, state, requestedWon, receivedTime }) => [number, state, requestedWon, receivedTime])).toEqual([
      ['APP-2021-001', 'APPLIED', '5000000', '09:30:00'],
      ['APP-2021-002', 'APPLIED', '3000000', '09:30:00'],
      ['APP-2021-077', 'APPLIED', '5000000', '09:30:00'],
      ['APP-2021-078', 'APPLIED', '5000000', '09:30:00'],
    ]);
    const page = (await finance.get(`/voucher-years/${id}/applications?after=APP-2021-001&limit=2`)).body as Json[];
    expect(page.map(({ number }) => number)).toEqual(['APP-2021-002', 'APP-2021-077']);
  });

  it('knows the company by its business number, however it is written', async () => {
    const number = businessNumber();
    const dashed = `${number.slice(0, 3)}-${number.slice(3, 5)}-${number.slice(5)}`;
    await receive({ company: { name: '(주)하나', businessNumber: number } });
    const again = await receive({ company: { name: '하나 주식회사', businessNumber: dashed } });
    expect(objections(again.body.verdicts as Json[])).toEqual(['company-applies-once WARN', 'company-is-in-business WARN']);
  });

  it('says in a dry run what the screening would say, and records nothing', async () => {
    const company = { name: '(주)미리보기', businessNumber: businessNumber() };
    const dry = await receive({ company, researcher: '김이사', contractOn: '2018-01-02', requestedWon: '6000000', dryRun: true });
    expect([dry.status, dry.body.voucherId, dry.body.dryRun]).toEqual([201, null, true]);
    expect(objections(dry.body.verdicts as Json[])).toEqual([
      'application-comes-within-the-window BLOCK',
      'researcher-holds-no-office BLOCK',
      'company-is-in-business WARN',
      'request-stays-within-face WARN',
    ]);
    expect((await finance.get(`/parties?search=${company.businessNumber}`)).body).toEqual([]);
  });

  it('is recorded whatever the rules say: a company hears at the screening why it is turned down', async () => {
    const late = await receive({ contractOn: '2018-01-02' });
    expectStatus(late, 201);
    expect(late.body.verdicts[0]).toMatchObject({ rule: 'application-comes-within-the-window', result: 'BLOCK', clause: '기술이전 후 2년 이내(2020. 11. 보도)', inputs: { code: 'TRANSFER_EXPIRED', windowEndedOn: '2020-01-02' } });
  });

  it('tells of the same contract, and of the same technology in another year', async () => {
    const company = { name: '(주)두번', businessNumber: businessNumber() };
    const [{ id: one }, { id: other }] = [await openVoucherYear(), await openVoucherYear({ fiscalYear: 2022 })];
    const send = (id: string, changes: Json) => finance.post(`/voucher-years/${id}/applications`, applicationForm({ company, contractNumber: 'TT 2020-7', technology: '광학 센서', ...changes }));
    await send(one, {});
    const twin = await send(one, { contractNumber: 'tt2020-7' });
    expect(twin.body.verdicts.find((verdict: Json) => verdict.rule === 'contract-is-applied-for-once')).toMatchObject({ result: 'BLOCK', inputs: { code: 'DUPLICATE_APPLICATION', applications: ['APP-2021-001'] } });
    const elsewhere = await send(other, { technology: '광학센서' });
    expect(elsewhere.body.verdicts.find((verdict: Json) => verdict.rule === 'technology-is-supported-once')).toMatchObject({ result: 'WARN' });
  });

  it.each([
    ['that comes tomorrow', { receivedOn: '2199-01-01' }, 'application.not-received-yet', '/receivedOn'],
    ['with a wrong business number', { company: { name: '(주)오류', businessNumber: '123-45-67890' } }, 'BRN_CHECKSUM', '/company/businessNumber'],
    ['with a time that is none', { receivedTime: '25:99' }, 'application.time-unknown', '/receivedTime'],
    ['with a researcher number that is none', { researcherNumber: '123' }, 'RESEARCHER_NUMBER_FORMAT', '/researcherNumber'],
    ['for nothing', { requestedWon: '0' }, 'request.invalid', '/requestedWon'],
  ])('refuses one %s', async (_what, changes, code, pointer) => {
    expect(refusal(await receive(changes))).toEqual([400, code, pointer]);
  });

  it('refuses a number that is taken', async () => {
    const { number } = (await receive()).body as { number: string };
    expect(refusal(await receive({ number }))).toEqual([400, 'application.number-taken', '/number']);
  });

  it('gives each of many at once a number of its own', async () => {
    const { id } = await openVoucherYear();
    const answers = await Promise.all(Array.from({ length: 8 }, () => finance.post(`/voucher-years/${id}/applications`, applicationForm())));
    expect(answers.map(({ body }) => body.number as string).sort()).toEqual(Array.from({ length: 8 }, (_, index) => `APP-2021-00${index + 1}`));
  });
});
