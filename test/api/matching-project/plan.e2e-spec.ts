import { describe, expect, it } from '@jest/globals';
import { refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { businessNumber } from '../../support/funds.js';
import { openedCall } from '../../support/grants.js';
import { openedPool, planForm } from '../../support/matching.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';

const finance = Client.as('finance');
const verdictOf = (body: Json, rule: string): string => (body.verdicts as Json[]).find((each) => each.rule === rule)?.result as string;

describe('the plan of a company', () => {
  itIsClosedTo('checker', 'planMatchingProject', (client) => client.post(`/matching-pools/${NOWHERE}/plans`, planForm()));
  itFindsNothingAt((id) => finance.post(`/matching-pools/${id}/plans`, planForm()));

  it('becomes an application in which the performer leads and the company stands beside it', async () => {
    const { id } = await openedPool();
    const { status, body } = await finance.post(`/matching-pools/${id}/plans`, planForm());
    expect([status, body.governmentWon, body.bound, verdictOf(body, 'company-or-performer-lies-in-a-zone')]).toEqual([201, '250000000', 'MATCH', 'PASS']);
    const application = (await finance.get(`/grant-applications/${body.applicationId as string}`)).body;
    expect((application.applicants as Json[]).map(({ role, governmentWon, ownCashWon }) => [role, governmentWon, ownCashWon])).toEqual([['LEAD', '250000000', '250000000'], ['JOINT', '0', '0']]);
    expect((await finance.get(`/matching-pools/${id}/queue`)).body).toMatchObject({ next: [], coming: [{ applicationId: body.applicationId, state: 'APPLIED', outcome: null, privateWon: '250000000' }] });
  });

  it.each<[string, Json, string, string]>([
    ['its own ratio', { matchBasisPoints: 8_000 }, '200000000', 'MATCH'],
    ['the cap of a project', { privateWon: '400000000' }, '300000000', 'CAP'],
    ['half of the whole', { privateWon: '100000000', matchBasisPoints: 20_000 }, '100000000', 'SHARE'],
  ])('asks what %s allows', async (_bound, changes, governmentWon, bound) => {
    const { id } = await openedPool();
    expect((await finance.post(`/matching-pools/${id}/plans`, planForm({ ...changes, dryRun: true }))).body).toMatchObject({ applicationId: null, dryRun: true, governmentWon, bound });
  });

  it('is received though nobody lies in a zone or the two are related, and says so', async () => {
    const { id } = await openedPool();
    const outside = planForm();
    for (const party of ['company', 'performer']) outside[party] = { ...(outside[party] as Json), zone: undefined, place: undefined };
    const { status, body } = await finance.post(`/matching-pools/${id}/plans`, { ...outside, relation: 'SHAREHOLDER', relationNote: '연구자가 지분 10%를 가짐' });
    expect([status, verdictOf(body, 'company-or-performer-lies-in-a-zone'), verdictOf(body, 'relation-is-looked-at')]).toEqual([201, 'WARN', 'WARN']);
  });

  it('refuses what makes no sense, each at its field', async () => {
    const { id } = await openedPool();
    const number = businessNumber();
    const one = { name: '(주)혼자', businessNumber: number, institution: 'SME' };
    const ask = async (changes: Json): Promise<unknown> => refusal(await finance.post(`/matching-pools/${id}/plans`, planForm(changes)));
    expect(await ask({ company: one, performer: one })).toEqual([400, 'matching-project.chose-itself', '/performer']);
    expect(await ask({ relation: 'OTHER' })).toEqual([400, 'matching-project.relation-unexplained', '/relationNote']);
    expect(await ask({ company: { ...one, zone: 'ANSAN' } })).toEqual([400, 'matching-project.place-missing', '/company/place']);
    expect(await ask({ receivedOn: '2099-01-01' })).toEqual([400, 'grant-application.not-received-yet', '/receivedOn']);
    const { id: call } = await openedCall();
    expect(refusal(await finance.post(`/matching-pools/${call}/plans`, planForm()))).toEqual([404, 'resource.not-found']);
  });

  it('comes in once for the same key', async () => {
    const { id } = await openedPool();
    const [key, body] = [`plan-${crypto.randomUUID()}`, planForm()];
    const [first, again] = [await finance.post(`/matching-pools/${id}/plans`, body, { key }), await finance.post(`/matching-pools/${id}/plans`, body, { key })];
    expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
    expect((await finance.get(`/matching-pools/${id}`)).body.waiting).toBe(1);
  });
});
