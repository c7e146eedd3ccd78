import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../../support/client.js';
import { made } from '../../support/grants.js';
import { askRelease, concludedProject, decidedRelease, decideRelease, openedPool, provenDeposit, requestedRelease, roomOf, type TestPool, type TestProject } from '../../support/matching-money.js';

const [finance, checker] = [Client.as('finance'), Client.as('checker')];
let pool: TestPool;

beforeAll(async () => {
  pool = await openedPool();
});

const projectWith = async (amountWon: string): Promise<TestProject> => {
  const project = await concludedProject(pool, { privateWon: '25000000' });
  await provenDeposit(project, amountWon);
  return project;
};
const step = (client: Client, id: string, verb: string, reason = '증빙이 모자람') => client.post(`/matching-releases/${id}/${verb}`, { reason });

describe('deciding a release', () => {
  it('lowers the room and is owed', async () => {
    const project = await projectWith('25000000');
    const id = await requestedRelease(project, '12000000');
    const decided = made('the decision', await decideRelease(id, '12000000'));
    expect(decided).toMatchObject({ before: { roomWon: '20000000' }, after: { allowedWon: '20000000', releasedWon: '12000000', roomWon: '8000000' } });
    expect((decided.entries as Json[]).map(({ posting }) => posting).sort()).toEqual(['grant.tranche-decided', 'matching.release-decided']);
    const found = ((await finance.get(`/matching-pools/${pool.id}/releases`)).body as Json[]).find((row) => row.id === id);
    expect(found).toMatchObject({ state: 'DECIDED', payment: 'OWED' });
  });

  it('is refused for another amount, for who asked, and a second time', async () => {
    const project = await projectWith('25000000');
    const id = await requestedRelease(project, '1000000');
    expect((await decideRelease(id, '999999')).status).toBe(400);
    expect((await finance.post(`/matching-releases/${id}/decision`, { amountWon: '1000000' })).status).toBe(403);
    made('the decision', await decideRelease(id, '1000000'));
    expect((await decideRelease(id, '1000000')).status).toBe(409);
    expect((await decideRelease(randomUUID(), '1')).status).toBe(404);
  });

  it('of two officers who release the last room at once exactly one does', async () => {
    const project = await projectWith('25000000');
    const ids = [await requestedRelease(project, '20000000'), await requestedRelease(project, '20000000'), await requestedRelease(project, '20000000')];
    const statuses = (await Promise.all(ids.map((id) => decideRelease(id, '20000000')))).map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 422, 422]);
    expect(await roomOf(project)).toEqual({ allowed: '20000000', room: '0', released: '20000000', over: '0' });
  });

  it('sees the room as it is then: money that left since it was asked for allows it no more', async () => {
    const project = await projectWith('25000000');
    const id = await requestedRelease(project, '20000000');
    made('the withdrawal', await finance.post(`/matching-projects/${project.id}/withdrawals`, { withdrawnOn: new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10), amountWon: '5000000', paidTo: project.company, reason: '회수' }));
    expect(await decideRelease(id, '20000000')).toMatchObject({ status: 422, body: { code: 'rule.release-stays-within-room' } });
  });
});

describe('taking a release back', () => {
  it('one that was asked for is sent back and asked for anew', async () => {
    const project = await projectWith('25000000');
    const id = await requestedRelease(project, '20000000');
    made('sending back', await step(checker, id, 'send-back'));
    expect((await decideRelease(id, '20000000')).status).toBe(409);
    made('asking anew', await askRelease(project, '19999999'));
    expect((await step(checker, randomUUID(), 'send-back')).status).toBe(404);
    expect((await step(Client.as('auditor'), id, 'send-back')).status).toBe(403);
  });

  it('one that was decided and not paid is voided, and the room rises again', async () => {
    const project = await projectWith('25000000');
    const id = await decidedRelease(project, '20000000');
    expect((await step(checker, id, 'void')).status).toBe(403);
    const voided = made('voiding', await step(finance, id, 'void'));
    expect(voided).toMatchObject({ before: { roomWon: '0' }, after: { roomWon: '20000000', releasedWon: '0' } });
    expect((await step(finance, id, 'void')).status).toBe(409);
  });
});
