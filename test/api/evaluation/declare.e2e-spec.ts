import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { appliedVoucher, openVoucherYear } from '../../support/vouchers.js';

describe('declaring conflicts of interest', () => {
  const [finance, committee] = [Client.as('finance'), Client.as('committee1')];
  let yearId: string;
  const declare = (declarations: Json[], ask = {}, client = committee) => client.post(`/voucher-years/${yearId}/declarations`, { declarations }, ask);
  const screened = async (): Promise<string> => {
    const voucherId = await appliedVoucher(yearId);
    expectStatus(await finance.post(`/voucher-years/${yearId}/screenings`, { applications: [{ voucherId }] }), 200);
    return voucherId;
  };

  let first: string;
  beforeAll(async () => {
    yearId = (await openVoucherYear()).id;
    first = await screened();
  });

  itIsClosedTo('finance', 'declareEvaluation', (client) => client.post(`/voucher-years/${NOWHERE}/declarations`, { declarations: [{ voucherId: NOWHERE, conflicted: false }] }));
  itFindsNothingAt((id) => committee.post(`/voucher-years/${id}/declarations`, { declarations: [{ voucherId: NOWHERE, conflicted: false }] }));
  itWritesOncePerKey((ask, variation) => declare([{ voucherId: first, conflicted: variation === 'other', note: '지도교수 관계' }], ask));

  it('takes many at once, and shows what each evaluator said', async () => {
    const [one, two] = [await screened(), await screened()];
    const answer = await declare([{ voucherId: one, conflicted: false }, { voucherId: two, conflicted: true, note: '공동 특허를 보유' }]);
    expect([answer.status, answer.body]).toEqual([200, { declared: 2, conflicted: 1 }]);
    const page = (await finance.get(`/vouchers/${two}/application`)).body as Json;
    expect([page.conflicted, page.free, page.evaluations]).toEqual([1, 0, [{ evaluator: '문보라', conflicted: true, note: '공동 특허를 보유', score: null, comment: null }]]);
    expect(((await committee.get(`/voucher-years/${yearId}/applications`)).body as Json[]).find(({ voucherId }) => voucherId === two).ownDeclaration).toBe('CONFLICTED');
  });

  it('stands: nobody declares twice', async () => {
    const voucherId = await screened();
    await declare([{ voucherId, conflicted: true, note: '배우자가 임원' }]);
    expect(refusal(await declare([{ voucherId, conflicted: false }]))).toEqual([400, 'evaluation.declared-already', '/declarations/0/voucherId']);
  });

  it('asks what a conflict is, and waits for the screening', async () => {
    expect(refusal(await declare([{ voucherId: await screened(), conflicted: true }]))).toEqual([400, 'evaluation.conflict-unexplained', '/declarations/0/note']);
    expect(refusal(await declare([{ voucherId: await appliedVoucher(yearId), conflicted: false }]))).toEqual([400, 'evaluation.not-screened', '/declarations/0/voucherId']);
  });
});
