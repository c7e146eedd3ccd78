import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../../support/client.js';
import { concludedProject, depositForm, openedPool, recordedDeposit, roomOf, type TestPool, type TestProject } from '../../support/matching-money.js';

const finance = Client.as('finance');
let pool: TestPool;
let project: TestProject;

beforeAll(async () => {
  pool = await openedPool();
  project = await concludedProject(pool);
});

const record = (changes: Json = {}, agreementId = project.id) => finance.post(`/matching-projects/${agreementId}/deposits`, depositForm(project, '1000000', changes));

describe('recording a private deposit', () => {
  it('counts nothing by itself', async () => {
    const id = await recordedDeposit(project, '100000000');
    expect(await roomOf(project)).toEqual({ allowed: '0', room: '0', released: '0', over: '0' });
    const found = ((await finance.get(`/matching-pools/${pool.id}/deposits`)).body as Json[]).find((row) => row.id === id);
    expect(found).toMatchObject({ state: 'UNPROVEN', counts: false, amountWon: '100000000', bankLineId: null, flags: [] });
  });

  it.each([
    ['a loan that the state guarantees', { source: 'GUARANTEED_LOAN' }, ['EXCLUDED_SOURCE']],
    ['money of the performer', { relation: 'PERFORMER' }, ['EXCLUDED_DEPOSITOR']],
    ['a third party', { relation: 'THIRD_PARTY', depositor: '(주)다른회사' }, ['THIRD_PARTY']],
  ])('keeps %s with the reason why it does not count', async (_what, changes, kinds) => {
    const id = await recordedDeposit(project, '1000000', changes);
    const found = ((await finance.get(`/matching-pools/${pool.id}/deposits`)).body as Json[]).find((row) => row.id === id);
    expect((found?.flags as Json[]).map(({ kind }) => kind)).toEqual(kinds);
    expect((found?.flags as Json[]).every(({ uncounts, clause }) => uncounts === true && clause !== '')).toBe(true);
  });

  it.each([
    ['from tomorrow', { depositedOn: '2199-01-01' }, 'matching-deposit.not-received-yet', '/depositedOn'],
    ['before the agreement', { depositedOn: '2000-01-01' }, 'matching-deposit.before-the-agreement', '/depositedOn'],
  ])('refuses one %s', async (_what, changes, code, pointer) => {
    const answer = await record(changes);
    expect([answer.status, answer.body.errors[0]]).toMatchObject([400, { pointer, code }]);
  });

  it.each([
    ['no amount', { amountWon: '0' }],
    ['a source that nobody knows', { source: 'STOLEN' }],
    ['no depositor', { depositor: ' ' }],
  ])('refuses %s', async (_what, changes) => expect((await record(changes)).status).toBe(400));

  it('is no deed of others, and of no project that is not there', async () => {
    expect((await Client.anonymous().post(`/matching-projects/${project.id}/deposits`, depositForm(project, '1'))).status).toBe(401);
    for (const login of ['manager', 'checker', 'auditor', 'admin'] as const) expect((await Client.as(login).post(`/matching-projects/${project.id}/deposits`, depositForm(project, '1'))).status).toBe(403);
    expect((await record({}, randomUUID())).status).toBe(404);
  });

  it('is done once under one key', async () => {
    const key = randomUUID();
    const [first, again] = [await finance.post(`/matching-projects/${project.id}/deposits`, depositForm(project, '7'), { key }), await finance.post(`/matching-projects/${project.id}/deposits`, depositForm(project, '7'), { key })];
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
  });
});
