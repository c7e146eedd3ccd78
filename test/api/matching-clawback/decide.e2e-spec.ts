import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../../support/client.js';
import { made } from '../../support/grants.js';
import { concludedProject, decidedRelease, openedPool, provenDeposit, roomOf, withdraw, type TestPool, type TestProject } from '../../support/matching-money.js';
import { today } from '../../support/services.js';

const [finance, checker] = [Client.as('finance'), Client.as('checker')];
let pool: TestPool;

beforeAll(async () => {
  pool = await openedPool();
});

/** TV-16: everything was released, and then a fifth of the private money left. */
async function overReleased(): Promise<{ project: TestProject; clawbackId: string }> {
  const project = await concludedProject(pool, { privateWon: '25000000' });
  await provenDeposit(project, '25000000');
  await decidedRelease(project, '20000000');
  const { clawbackId } = made('the withdrawal', await withdraw(project, '5000000')) as { clawbackId: string };
  return { project, clawbackId };
}
const decide = (id: string, changes: Json = {}, client = checker) => client.post(`/matching-clawbacks/${id}/decision`, { amountWon: '4000000', noticeOn: today(), ...changes });
const propose = (project: TestProject, changes: Json = {}) => finance.post(`/matching-projects/${project.id}/clawbacks`, { unspentWon: '12345678', disallowedWon: '900', interestWon: '11', reason: '외부 회계법인 정산', ...changes });

describe('deciding a clawback', () => {
  it('demands it, and is previewed with its due date', async () => {
    const { project, clawbackId } = await overReleased();
    const preview = made('the preview', await decide(clawbackId, { dryRun: true }));
    expect(preview).toMatchObject({ dryRun: true, recovery: { id: null, demandedWon: '4000000' } });
    const { recovery } = made('the decision', await decide(clawbackId, { instalments: 2 })) as { recovery: Json };
    expect(await roomOf(project)).toEqual({ allowed: '16000000', room: '0', released: '16000000', over: '0' });
    expect((await finance.get(`/grant-recoveries/${recovery.id}`)).body).toMatchObject({ kind: 'CLAWBACK', principalWon: '4000000', plan: [{ amountWon: '2000000' }, { amountWon: '2000000' }] });
  });

  it('refuses another amount, a notice of the past, and a proposal that money has overtaken', async () => {
    const { project, clawbackId } = await overReleased();
    expect((await decide(clawbackId, { amountWon: '1' })).body.errors).toMatchObject([{ pointer: '/amountWon', code: 'matching-clawback.another-amount' }]);
    expect((await decide(clawbackId, { noticeOn: '2021-01-04' })).body.errors).toMatchObject([{ pointer: '/noticeOn' }]);
    made('more leaves', await withdraw(project, '1'));
    expect(await decide(clawbackId)).toMatchObject({ status: 409, body: { code: 'matching-clawback.not-standing' } });
  });

  it('is no deed of who brought it about, nor of others', async () => {
    const { clawbackId } = await overReleased();
    for (const login of ['finance', 'manager', 'compliance', 'auditor'] as const) expect((await decide(clawbackId, {}, Client.as(login))).status).toBe(403);
    expect((await decide(randomUUID())).status).toBe(404);
  });
});

describe('proposing what a settlement found', () => {
  it('adds the government’s part of it to what is over-released, to the won', async () => {
    const { project } = await overReleased();
    made('the proposal', await propose(project));
    const found = ((await finance.get(`/matching-pools/${pool.id}/clawbacks`)).body as Json[]).find(({ agreementId, state }) => agreementId === project.id && state === 'PROPOSED');
    // 12,345,678 × 4/9 by the largest remainder, 900 × 4/9 floored
    expect(found).toMatchObject({ overReleasedWon: '4000000', unspentWon: '5486968', disallowedWon: '400', interestWon: '11', totalWon: '9487379' });
    const { recovery } = made('the decision', await decide(found?.id as string, { amountWon: '9487379' })) as { recovery: Json };
    expect(recovery).toMatchObject({ demandedWon: '9487370' });
    expect((await finance.get(`/grant-recoveries/${recovery.id}`)).body).toMatchObject({ principalWon: '9487368', interestWon: '2', droppedWon: '9' });
  });

  it('refuses nothing, and is no deed of others', async () => {
    const project = await concludedProject(pool, { privateWon: '5000000' });
    expect((await propose(project, { unspentWon: '0', disallowedWon: '0', interestWon: '0' })).body.errors).toMatchObject([{ code: 'matching-clawback.nothing-to-claim' }]);
    for (const login of ['checker', 'auditor'] as const) expect((await Client.as(login).post(`/matching-projects/${project.id}/clawbacks`, { unspentWon: '1', disallowedWon: '0', interestWon: '0', reason: '다섯 글자 이상' })).status).toBe(403);
    expect((await finance.post(`/matching-projects/${randomUUID()}/clawbacks`, { unspentWon: '1', disallowedWon: '0', interestWon: '0', reason: '다섯 글자 이상' })).status).toBe(404);
  });
});
