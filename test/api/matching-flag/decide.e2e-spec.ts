import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../../support/client.js';
import { recordedExpense } from '../../support/expenses.js';
import { businessNumber } from '../../support/funds.js';
import { made } from '../../support/grants.js';
import { askRelease, concludedProject, decideRelease, DEPOSITED_ON, openedPool, provenDeposit, roomOf, type TestPool, type TestProject } from '../../support/matching-money.js';
import { withSql } from '../../support/sql.js';

const [finance, compliance] = [Client.as('finance'), Client.as('compliance')];
let pool: TestPool;
let project: TestProject;

beforeAll(async () => {
  pool = await openedPool();
  project = await concludedProject(pool);
});

const flagOf = async (depositId: string): Promise<Json> => (((await finance.get(`/matching-pools/${pool.id}/deposits`)).body as Json[]).find(({ id }) => id === depositId)?.flags as Json[])[0];
const decide = (flagId: string, changes: Json = {}) => compliance.post(`/matching-flags/${flagId}/decision`, { counts: true, reason: '모회사의 증자 대금으로 확인', ...changes });

describe('deciding whether flagged money counts', () => {
  it('raises the room where it does, once', async () => {
    const { depositId } = await provenDeposit(project, '100000000', { relation: 'THIRD_PARTY', depositor: '(주)모회사' });
    expect(await roomOf(project)).toMatchObject({ allowed: '0' });
    const { id } = await flagOf(depositId);
    const preview = made('the preview', await decide(id as string, { dryRun: true }));
    expect(preview).toMatchObject({ after: { allowedWon: '80000000' } });
    const decided = made('the decision', await decide(id as string));
    expect(decided).toMatchObject({ before: { allowedWon: '0' }, after: { allowedWon: '80000000', roomWon: '80000000' } });
    expect(await decide(id as string)).toMatchObject({ status: 409, body: { code: 'matching-flag.decided-already' } });
  });

  it('leaves it out where it does not', async () => {
    const { depositId } = await provenDeposit(project, '4000000', { relation: 'THIRD_PARTY', depositor: '(주)모회사' });
    const before = await roomOf(project);
    made('the decision', await decide((await flagOf(depositId)).id as string, { counts: false }));
    expect(await roomOf(project)).toEqual(before);
  });

  it('is not asked of what the terms of the pool exclude', async () => {
    const { depositId } = await provenDeposit(project, '5000000', { source: 'OTHER_PUBLIC' });
    expect(await decide((await flagOf(depositId)).id as string)).toMatchObject({ status: 409, body: { code: 'matching-flag.final' } });
  });

  it('waits for compliance where the project paid the money back to its depositor within the days of the pool', async () => {
    const own = await concludedProject(pool, { privateWon: '25000000' });
    const { depositId } = await provenDeposit(own, '25000000');
    await recordedExpense(pool.id, own.id, { spentOn: DEPOSITED_ON, payeeName: own.company, supplyWon: '1000000', vatWon: '0' });
    const asked = made('asking', await askRelease(own, '20000000'));
    expect(asked).toMatchObject({ before: { roomWon: '20000000' }, after: { roomWon: '0' } });
    expect((asked.verdicts as Json[]).filter(({ result }) => result === 'WARN').map(({ rule }) => rule)).toContain('private-money-does-not-pass-through');
    expect(await decideRelease(asked.releaseId as string, '20000000')).toMatchObject({ status: 422, body: { code: 'rule.release-stays-within-room' } });
    const flag = await flagOf(depositId);
    expect(flag).toMatchObject({ kind: 'ROUND_TRIP', uncounts: true, counts: null });
    expect(await roomOf(own)).toMatchObject({ allowed: '0' });
    const [room] = ((await finance.get(`/matching-pools/${pool.id}/rooms`)).body as Json[]).filter(({ agreementId }) => agreementId === own.id);
    expect((room.alerts as Json[]).map(({ code }) => code)).toContain('FLAGGED');
    made('the decision', await decide(flag.id as string, { reason: '정상 거래로 확인한 외주 대금' }));
    expect(await roomOf(own)).toMatchObject({ allowed: '20000000' });
    made('the release', await decideRelease(asked.releaseId as string, '20000000'));
  });

  it('is only told of where the money went to a related party of the company: the room stays', async () => {
    const own = await concludedProject(pool, { privateWon: '25000000' });
    const { depositId } = await provenDeposit(own, '25000000');
    const affiliate = `(주)계열 ${randomUUID().slice(0, 8)}`;
    const number = await withSql('OWNER', async (sql) => (await sql.query<{ number: string }>('select business_number as number from party where name = $1', [own.company])).rows[0]?.number ?? '');
    made('the relation', await compliance.post('/related-parties', { from: { kind: 'COMPANY', name: own.company, businessNumber: number }, relation: 'AFFILIATED_WITH', to: { kind: 'COMPANY', name: affiliate, businessNumber: businessNumber() }, validFrom: '2020-01-01', source: '주주명부' }));
    await recordedExpense(pool.id, own.id, { spentOn: DEPOSITED_ON, payeeName: affiliate, supplyWon: '1000000', vatWon: '0' });
    const asked = made('asking', await askRelease(own, '20000000'));
    expect(asked).toMatchObject({ after: { roomWon: '20000000' } });
    expect((asked.verdicts as Json[]).filter(({ result }) => result === 'WARN').map(({ rule }) => rule)).toContain('private-money-does-not-pass-through');
    expect(await flagOf(depositId)).toMatchObject({ kind: 'ROUND_TRIP', uncounts: false, detail: expect.stringContaining('AFFILIATED_WITH') });
    made('the release', await decideRelease(asked.releaseId as string, '20000000'));
  });

  it('is no deed of finance, and of no flag that is not there', async () => {
    for (const login of ['finance', 'checker', 'auditor'] as const) expect((await Client.as(login).post(`/matching-flags/${randomUUID()}/decision`, { counts: true, reason: '다섯 글자 이상' })).status).toBe(403);
    expect((await decide(randomUUID())).status).toBe(404);
  });
});
