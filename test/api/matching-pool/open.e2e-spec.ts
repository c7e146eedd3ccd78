import { describe, expect, it } from '@jest/globals';
import { refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { applicationForm } from '../../support/grant-applications.js';
import { agreementForm } from '../../support/grants.js';
import { openedPool } from '../../support/matching.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';
import { voucherProgramme } from '../../support/vouchers.js';

const finance = Client.as('finance');
const opening = async (changes: Json = {}): Promise<Json> => ({ fiscalYear: 2021, agency: '시험 전문기관', programmeId: await voucherProgramme(), ...changes });

describe('a pool of reverse matching', () => {
  itIsClosedTo('checker', 'openMatchingPool', (client) => client.post('/matching-pools', { fiscalYear: 2021, agency: '시험 전문기관' }));
  itIsClosedTo('admin', 'listMatchingPools', (client) => client.get('/matching-pools'));
  itIsClosedTo('admin', 'getMatchingPoolPreset', (client) => client.get('/matching-pool-preset'));
  itIsClosedTo('admin', 'getMatchingPool', (client) => client.get(`/matching-pools/${NOWHERE}`));
  itFindsNothingAt((id) => finance.get(`/matching-pools/${id}`));

  it('is described by the plan of 2020, with the terms that hold until somebody decides otherwise', async () => {
    const { body } = await finance.get('/matching-pool-preset');
    expect(body).toMatchObject({ plan: 'P22', fiscalYear: 2021, proposal: { amountWon: '900000000' } });
    const terms = Object.fromEntries((body.terms as Json[]).map(({ key, value, source }) => [key, [value, source]]));
    expect(terms).toMatchObject({
      'matching.match-percent': ['100', 'ASSUMPTION'], 'matching.government-at-most-basis-points': ['5000', 'ASSUMPTION'],
      'matching.cap-per-project-won': ['300000000', 'ASSUMPTION'], 'matching.round-trip-days': ['30', 'ASSUMPTION'], 'matching.zone-required': ['true', 'SEED'],
    });
  });

  it('is a call with the lines of research, with a proposal that is no money yet', async () => {
    const { body } = await finance.post('/matching-pools', await opening({ proposal: { amountWon: '900000000', clause: '정부안' } }));
    const pool = (await finance.get(`/matching-pools/${body.id as string}`)).body;
    expect(pool).toMatchObject({ proposedWon: '900000000', budgetWon: '0', availableWon: '0', governmentWon: '0', projects: 0, waiting: 0, course: [] });
    expect((await finance.get(`/grant-calls/${body.id as string}`)).body).toMatchObject({ kind: 'MATCHING', regime: 'RND', prefix: 'MT' });
    expect((await finance.get('/matching-pools')).body as Json[]).toContainEqual(expect.objectContaining({ id: body.id }));
  });

  it('has the terms that it decides, and other calls have none of them', async () => {
    const { id } = await openedPool({ terms: { 'matching.match-percent': '80' } });
    const { terms } = (await finance.get(`/matching-pools/${id}`)).body as { terms: Json[] };
    expect(terms.find(({ key }) => key === 'matching.match-percent')).toMatchObject({ value: '80', ofThisCall: true });
    const { id: other } = (await finance.post('/grant-calls', { kind: 'PROTOTYPE', regime: 'RND', ...(await opening()) })).body as { id: string };
    const others = ((await finance.get(`/grant-calls/${other}`)).body as { terms: { key: string }[] }).terms;
    expect(others.filter(({ key }) => key.startsWith('matching.'))).toEqual([]);
    expect(refusal(await finance.get(`/matching-pools/${other}`))).toEqual([404, 'resource.not-found']);
  });

  it('is not opened, agreed or selected by the commands of grants', async () => {
    const { id, programmeId } = await openedPool();
    expect((await finance.post('/grant-calls', { kind: 'MATCHING', regime: 'RND', fiscalYear: 2021, agency: '시험', programmeId })).status).toBe(400);
    expect(refusal(await finance.post(`/grant-calls/${id}/agreements`, agreementForm()))).toEqual([409, 'grant-call.is-a-pool']);
    expect(refusal(await finance.post(`/grant-calls/${id}/selections`, { selectedIds: [], amountWon: '0' }))).toEqual([409, 'grant-call.is-a-pool']);
    // What comes in without a company behind it is no plan, and stands in no queue.
    await finance.post(`/grant-calls/${id}/applications`, applicationForm());
    expect((await finance.get(`/matching-pools/${id}/queue`)).body).toMatchObject({ next: [], coming: [], decided: [] });
  });

  it('is opened once for the same key, and never twice by the same name', async () => {
    const [key, body] = [`pool-${crypto.randomUUID()}`, await opening()];
    const [first, again] = [await finance.post('/matching-pools', body, { key }), await finance.post('/matching-pools', body, { key })];
    expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
    expect(refusal(await finance.post('/matching-pools', body))).toEqual([409, 'grant-call.opened-already', '/name']);
  });
});
