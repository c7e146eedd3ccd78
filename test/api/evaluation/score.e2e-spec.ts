import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { scopedPerson } from '../../support/scoped.js';
import { appliedVoucher, openVoucherYear, select } from '../../support/vouchers.js';

describe('scoring applications', () => {
  const [finance, one, two] = [Client.as('finance'), Client.as('committee1'), Client.as('committee2')];
  let yearId: string;
  const declare = (client: Client, voucherId: string, conflicted = false, year = yearId) => client.post(`/voucher-years/${year}/declarations`, { declarations: [{ voucherId, conflicted, ...(conflicted ? { note: '지도교수 관계' } : {}) }] });
  const score = (client: Client, voucherId: string, points: string, ask = {}, year = yearId) => client.post(`/voucher-years/${year}/scores`, { scores: [{ voucherId, score: points }] }, ask);
  const screened = async (year = yearId): Promise<string> => {
    const voucherId = await appliedVoucher(year);
    expectStatus(await finance.post(`/voucher-years/${year}/screenings`, { applications: [{ voucherId }] }), 200);
    return voucherId;
  };
  const page = async (voucherId: string): Promise<Json> => (await finance.get(`/vouchers/${voucherId}/application`)).body;

  let first: string;
  beforeAll(async () => {
    yearId = (await openVoucherYear()).id;
    first = await screened();
    await declare(one, first);
  });

  itIsClosedTo('finance', 'scoreEvaluation', (client) => client.post(`/voucher-years/${NOWHERE}/scores`, { scores: [{ voucherId: NOWHERE, score: '80' }] }));
  itFindsNothingAt((id) => one.post(`/voucher-years/${id}/scores`, { scores: [{ voucherId: NOWHERE, score: '80' }] }));
  itWritesOncePerKey((ask, variation) => score(one, first, variation === 'first' ? '80' : '81', ask));

  it('evaluates an application once two evaluators free of conflicts have scored it', async () => {
    const voucherId = await screened();
    await declare(one, voucherId);
    await declare(two, voucherId);
    expect((await score(one, voucherId, '80.25')).body).toEqual({ scored: 1, evaluated: 0 });
    expect([(await page(voucherId)).state, (await score(two, voucherId, '90')).body, (await page(voucherId)).state, (await page(voucherId)).meanScore]).toEqual(['SCREENED', { scored: 1, evaluated: 1 }, 'EVALUATED', '85.125']);
  });

  it('a conflicted evaluator is out, and somebody else has to come in: the story of one', async () => {
    const { id, programmeId } = await openVoucherYear();
    const voucherId = await screened(id);
    await declare(one, voucherId, true, id);
    await declare(two, voucherId, false, id);
    expect(refusal(await score(one, voucherId, '99', {}, id))).toEqual([400, 'evaluation.conflicted', '/scores/0/voucherId']);
    await score(two, voucherId, '70', {}, id);
    expect((await page(voucherId)).state).toBe('SCREENED');
    const third = await scopedPerson('COMMITTEE', [`programme/${programmeId}`]);
    expect(refusal(await score(third, voucherId, '80', {}, id))).toEqual([400, 'evaluation.not-declared', '/scores/0/voucherId']);
    await declare(third, voucherId, false, id);
    await score(third, voucherId, '80', {}, id);
    const evaluated = await page(voucherId);
    expect([evaluated.state, evaluated.meanScore, evaluated.conflicted, evaluated.scored]).toEqual(['EVALUATED', '75', 1, 2]);
  });

  it('asks for as many evaluators as the terms of the year do, and takes more', async () => {
    const { id } = await openVoucherYear({ terms: { 'voucher.evaluators-minimum': '1' } });
    const voucherId = await screened(id);
    for (const client of [one, two]) await declare(client, voucherId, false, id);
    await score(one, voucherId, '60', {}, id);
    expect((await page(voucherId)).state).toBe('EVALUATED');
    await score(two, voucherId, '80', {}, id);
    expect((await page(voucherId)).meanScore).toBe('70');
    await select(id);
    const late = await scopedPerson('COMMITTEE', ['*']);
    expect(refusal(await declare(late, voucherId, false, id))).toEqual([400, 'evaluation.over', '/declarations/0/voucherId']);
  });

  it('stands, and the last two at the same moment do not miss each other', async () => {
    const voucherId = await screened();
    for (const client of [one, two]) await declare(client, voucherId);
    const answers = await Promise.all([score(one, voucherId, '80'), score(two, voucherId, '82')]);
    expect([answers.map(({ status }) => status), answers.map(({ body }) => body.evaluated as number).sort()]).toEqual([[200, 200], [0, 1]]);
    expect(refusal(await score(one, voucherId, '81'))).toEqual([400, 'evaluation.scored-already', '/scores/0/voucherId']);
  });

  it.each(['100.01', '101', '-1', '80.123', '팔십', ''])("refuses '%s' as a score", async (points) => {
    const answer = await score(one, first, points);
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([400, '/scores/0/score']);
  });

  it('names every one that cannot be scored, and scores none of them', async () => {
    const [good, undeclared] = [await screened(), await screened()];
    await declare(one, good);
    const answer = await one.post(`/voucher-years/${yearId}/scores`, { scores: [{ voucherId: undeclared, score: '80' }, { voucherId: good, score: '80' }] });
    expect(refusal(answer)).toEqual([400, 'evaluation.not-declared', '/scores/0/voucherId']);
    expect((await page(good)).scored).toBe(0);
  });
});
