import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../../support/client.js';
import { made } from '../../support/grants.js';
import { concludedProject, openedPool, provenDeposit, recordedDeposit, type TestPool, type TestProject } from '../../support/matching-money.js';

const finance = Client.as('finance');
let pool: TestPool;
let project: TestProject;

beforeAll(async () => {
  pool = await openedPool();
  project = await concludedProject(pool);
});

const reverse = (id: string, reason = '다른 과제의 입금을 잘못 기록') => finance.post(`/matching-deposits/${id}/reversal`, { reason });

describe('reversing a deposit', () => {
  it('keeps the record, once', async () => {
    const id = await recordedDeposit(project, '5000000');
    made('the reversal', await reverse(id));
    const found = ((await finance.get(`/matching-pools/${pool.id}/deposits`)).body as Json[]).find((row) => row.id === id);
    expect(found).toMatchObject({ state: 'REVERSED', counts: false, reversedFor: '다른 과제의 입금을 잘못 기록' });
    expect(await reverse(id)).toMatchObject({ status: 409, body: { code: 'matching-deposit.reversed-already' } });
  });

  it('refuses one that a receipt proves: the match is undone first', async () => {
    const { depositId } = await provenDeposit(project, '6000000');
    expect(await reverse(depositId)).toMatchObject({ status: 409, body: { code: 'matching-deposit.still-proven' } });
  });

  it('wants a reason, and is no deed of others', async () => {
    const id = await recordedDeposit(project, '5000000');
    expect((await reverse(id, '틀림')).status).toBe(400);
    expect((await reverse(randomUUID())).status).toBe(404);
    for (const login of ['checker', 'compliance', 'auditor'] as const) expect((await Client.as(login).post(`/matching-deposits/${id}/reversal`, { reason: '다섯 글자 이상' })).status).toBe(403);
  });
});
