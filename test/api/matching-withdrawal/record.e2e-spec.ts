import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../../support/client.js';
import { made } from '../../support/grants.js';
import { concludedProject, decidedRelease, openedPool, provenDeposit, roomOf, withdraw, type TestPool, type TestProject } from '../../support/matching-money.js';
import { today } from '../../support/services.js';

const finance = Client.as('finance');
let pool: TestPool;
let project: TestProject;

beforeAll(async () => {
  pool = await openedPool();
  project = await concludedProject(pool);
  await provenDeposit(project, '100000000');
  await decidedRelease(project, '60000000');
});

describe('recording private money that left', () => {
  it('lowers the room while there is room, and claims nothing back', async () => {
    const recorded = made('the withdrawal', await withdraw(project, '10000000'));
    expect(recorded).toMatchObject({ clawbackWon: '0', clawbackId: null, after: { allowedWon: '72000000', roomWon: '12000000', overReleasedWon: '0' } });
  });

  it('beyond the room proposes what is over-released, and replaces the proposal when more leaves', async () => {
    made('the withdrawal', await withdraw(project, '25000000'));
    expect(await roomOf(project)).toEqual({ allowed: '52000000', room: '0', released: '60000000', over: '8000000' });
    made('another', await withdraw(project, '5000000'));
    const clawbacks = ((await finance.get(`/matching-pools/${pool.id}/clawbacks`)).body as Json[]).map(({ state, totalWon }) => [state, totalWon]);
    expect(clawbacks).toEqual([['PROPOSED', '12000000'], ['OVERTAKEN', '8000000']]);
  });

  it('is healed by money that comes again before anything is decided', async () => {
    await provenDeposit(project, '15000000');
    expect(await roomOf(project)).toEqual({ allowed: '60000000', room: '0', released: '60000000', over: '0' });
    expect(((await finance.get(`/matching-pools/${pool.id}/clawbacks`)).body as Json[]).every(({ state }) => state === 'OVERTAKEN')).toBe(true);
  });

  it('keeps that the money was still locked, and passed through', async () => {
    const own = await concludedProject(pool, { privateWon: '9000000' });
    const { depositId } = await provenDeposit(own, '9000000', { depositedOn: today() });
    const { verdicts } = made('the withdrawal', await withdraw(own, '9000000')) as { verdicts: Json[] };
    expect(verdicts.map(({ rule, result }) => [rule, result])).toEqual([['private-money-does-not-pass-through', 'WARN'], ['private-money-stays-through-its-lock-up', 'WARN']]);
    const found = ((await finance.get(`/matching-pools/${pool.id}/deposits`)).body as Json[]).find(({ id }) => id === depositId);
    expect((found?.flags as Json[]).map(({ kind, uncounts }) => [kind, uncounts]).sort()).toEqual([['LOCK_UP_BROKEN', false], ['ROUND_TRIP', false]]);
  });

  it('refuses more than is in, tomorrow, and what is unsaid', async () => {
    expect((await withdraw(project, '999999999999')).body.errors).toMatchObject([{ pointer: '/amountWon', code: 'matching-withdrawal.more-than-in' }]);
    expect((await withdraw(project, '1', { withdrawnOn: '2199-01-01' })).body.errors).toMatchObject([{ pointer: '/withdrawnOn', code: 'matching-withdrawal.not-yet' }]);
    expect((await withdraw(project, '1', { paidTo: ' ' })).status).toBe(400);
  });

  it('is no deed of others, and of no project that is not there', async () => {
    const body = { withdrawnOn: today(), amountWon: '1', paidTo: '기업', reason: '사정' };
    expect((await Client.anonymous().post(`/matching-projects/${project.id}/withdrawals`, body)).status).toBe(401);
    for (const login of ['checker', 'compliance', 'auditor'] as const) expect((await Client.as(login).post(`/matching-projects/${project.id}/withdrawals`, body)).status).toBe(403);
    expect((await finance.post(`/matching-projects/${randomUUID()}/withdrawals`, body)).status).toBe(404);
    expect(((await finance.get(`/matching-pools/${pool.id}/withdrawals`)).body as Json[]).map(({ amountWon }) => amountWon)).toContain('25000000');
  });
});
