import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { appliedVoucher, openVoucherYear } from '../../support/vouchers.js';

describe('screening applications', () => {
  const finance = Client.as('finance');
  let yearId: string;
  const screen = (applications: Json[], more: Json = {}, ask = {}) => finance.post(`/voucher-years/${yearId}/screenings`, { applications, ...more }, ask);
  const state = async (voucherId: string): Promise<string> => (await finance.get(`/vouchers/${voucherId}/application`)).body.state as string;

  beforeAll(async () => {
    yearId = (await openVoucherYear()).id;
  });

  itIsClosedTo('manager', 'screenApplication', (client) => client.post(`/voucher-years/${NOWHERE}/screenings`, { applications: [{ voucherId: NOWHERE }] }));
  itFindsNothingAt((id) => finance.post(`/voucher-years/${id}/screenings`, { applications: [{ voucherId: NOWHERE }] }));
  let first: string;
  let other: string;
  beforeAll(async () => {
    [first, other] = [await appliedVoucher(yearId), await appliedVoucher(yearId)];
  });
  itWritesOncePerKey((ask, variation) => screen([{ voucherId: variation === 'first' ? first : other }], {}, ask));

  it('takes those that pass, and leaves the others with what refuses them', async () => {
    const [good, late, officer] = [await appliedVoucher(yearId), await appliedVoucher(yearId, { contractOn: '2018-01-02' }), await appliedVoucher(yearId, { researcher: '김이사' })];
    const answer = await screen([good, late, officer].map((voucherId) => ({ voucherId })));
    expectStatus(answer, 200);
    expect(answer.body.map((row: Json) => [row.voucherId, row.screened, row.verdicts.filter((each: Json) => each.result === 'BLOCK').map((each: Json) => each.rule)])).toEqual([
      [good, true, []],
      [late, false, ['application-comes-within-the-window']],
      [officer, false, ['researcher-holds-no-office']],
    ]);
    expect([await state(good), await state(late), await state(officer)]).toEqual(['SCREENED', 'APPLIED', 'APPLIED']);
  });

  it('takes a researcher on the board with the document that clears the conflict, and keeps it', async () => {
    const voucherId = await appliedVoucher(yearId, { researcher: '김이사' });
    expect((await screen([{ voucherId }])).body.code).toBe('rule.researcher-holds-no-office');
    expectStatus(await screen([{ voucherId, clearance: '이해충돌심의-2021-3' }]), 200);
    const page = (await finance.get(`/vouchers/${voucherId}/application`)).body;
    expect([page.state, page.clearance, page.verdicts.find((each: Json) => each.rule === 'researcher-holds-no-office').result]).toEqual(['SCREENED', '이해충돌심의-2021-3', 'WARN']);
  });

  it('refuses with rule, clause and cure where none passes, and in a dry run only says so', async () => {
    const voucherId = await appliedVoucher(yearId, { contractOn: '2018-01-02' });
    const refused = await screen([{ voucherId }]);
    expect([refused.status, refused.body.code, refused.body.rule]).toEqual([422, 'rule.application-comes-within-the-window', { id: 'application-comes-within-the-window', clause: '기술이전 후 2년 이내(2020. 11. 보도)' }]);
    expect(refused.body.text.ko).toContain('다시 접수해 주세요');
    const dry = await screen([{ voucherId }], { dryRun: true });
    expect([dry.status, dry.body[0].screened]).toEqual([200, false]);
    expect(await state(voucherId)).toBe('APPLIED');
  });

  it('refuses a company that has closed, from the day on', async () => {
    const voucherId = await appliedVoucher(yearId);
    const { companyId } = (await finance.get(`/vouchers/${voucherId}/application`)).body as { companyId: string };
    const status = (changes: Json) => finance.post('/business-statuses', { partyId: companyId, status: 'CLOSED', effectiveOn: '2021-02-01', source: '홈택스 조회', ...changes });
    expectStatus(await status({}), 201);
    expect((await screen([{ voucherId }])).body.code).toBe('rule.company-is-in-business');
    expectStatus(await status({ status: 'ACTIVE', effectiveOn: '2021-02-15' }), 201);
    expectStatus(await screen([{ voucherId }]), 200);
  });

  it('screens once', async () => {
    const voucherId = await appliedVoucher(yearId);
    expectStatus(await screen([{ voucherId }]), 200);
    expect((await screen([{ voucherId }])).body.code).toBe('rule.application-is-screened-once');
    const answers = await (async () => {
      const another = await appliedVoucher(yearId);
      return Promise.all(Array.from({ length: 4 }, () => screen([{ voucherId: another }])));
    })();
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422, 422]);
  });

  it('refuses at their places what is not of the year, and what is named twice', async () => {
    const [mine, elsewhere] = [await appliedVoucher(yearId), await appliedVoucher((await openVoucherYear()).id)];
    expect(refusal(await screen([{ voucherId: mine }, { voucherId: elsewhere }]))).toEqual([400, 'application.not-of-the-year', '/applications/1/voucherId']);
    expect(refusal(await screen([{ voucherId: mine }, { voucherId: mine }]))).toEqual([400, 'application.named-twice', '/applications/1/voucherId']);
  });
});
