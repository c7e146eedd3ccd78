import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../../support/client.js';
import { made } from '../../support/grants.js';
import { askRelease, concludedProject, decideRelease, openedPool, provenDeposit, releaseForm, requestedRelease, roomOf, type TestPool, type TestProject } from '../../support/matching-money.js';

const [finance, checker] = [Client.as('finance'), Client.as('checker')];
let pool: TestPool;
let project: TestProject;

beforeAll(async () => {
  pool = await openedPool();
  project = await concludedProject(pool);
  await provenDeposit(project, '100000000');
});

describe('asking for a release', () => {
  it('shows the room before it is asked for, and lowers nothing', async () => {
    const preview = made('the preview', await askRelease(project, '80000000', { dryRun: true }));
    expect(preview).toMatchObject({ releaseId: null, before: { allowedWon: '80000000', roomWon: '80000000' } });
    expect((preview.verdicts as Json[])[0]).toMatchObject({ rule: 'release-stays-within-room', result: 'PASS' });
    await requestedRelease(project, '30000000');
    expect(await roomOf(project)).toMatchObject({ room: '80000000', released: '0' });
    expect((await finance.get(`/matching-pools/${pool.id}/rooms`)).body[0]).toMatchObject({ requestedWon: '30000000', bound: 'PRIVATE_MONEY' });
  });

  it('refuses what the private money in does not allow', async () => {
    const refused = await askRelease(project, '80000001');
    expect(refused).toMatchObject({ status: 422, body: { code: 'rule.release-stays-within-room' } });
    expect(refused.body.detail as string).toContain('80,000,000');
  });

  it('waits for its milestone: it is not decided before that is accepted', async () => {
    const { milestoneMetOn: _met, ...form } = releaseForm('10000000') as Record<string, string>;
    const { releaseId } = made('asking', await finance.post(`/matching-projects/${project.id}/releases`, form));
    expect(await decideRelease(releaseId as string, '10000000')).toMatchObject({ status: 422, body: { code: 'rule.milestone-is-accepted' } });
    made('the acceptance', await finance.post(`/grant-tranches/${releaseId}/confirmations`, { position: 1, metOn: '2026-01-10', note: '완료 보고서 검토' }));
    made('the decision', await decideRelease(releaseId as string, '10000000'));
  });

  it('does not go through the screens of ordinary grants', async () => {
    const id = await requestedRelease(project, '5000000');
    expect(await checker.post(`/grant-tranches/${id}/decision`, { amountWon: '5000000' })).toMatchObject({ status: 409, body: { code: 'grant-call.is-a-pool' } });
    expect(await finance.post(`/grant-agreements/${project.id}/own-shares`, { amountWon: '1', receivedOn: '2026-01-10', reference: '입금' })).toMatchObject({ status: 409, body: { code: 'grant-call.is-a-pool' } });
  });

  it('is no deed of others, and of no project that is not there', async () => {
    for (const login of ['checker', 'manager', 'auditor'] as const) expect((await Client.as(login).post(`/matching-projects/${project.id}/releases`, releaseForm('1'))).status).toBe(403);
    expect((await finance.post(`/matching-projects/${randomUUID()}/releases`, releaseForm('1'))).status).toBe(404);
    expect((await askRelease(project, '1', { milestone: ' ' })).status).toBe(400);
  });
});
