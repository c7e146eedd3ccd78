import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { confirmItems, pasteLines } from '../../support/bank.js';
import { Client, type Json } from '../../support/client.js';
import { statement } from '../../support/statement.js';
import { made } from '../../support/grants.js';
import { concludedProject, decidedRelease, DEPOSITED_ON, openedPool, provenDeposit, receiptLine, recordedDeposit, roomOf, type TestPool, type TestProject } from '../../support/matching-money.js';
import { withSql } from '../../support/sql.js';

const [finance, checker] = [Client.as('finance'), Client.as('checker')];
let pool: TestPool;
let project: TestProject;

beforeAll(async () => {
  pool = await openedPool();
  project = await concludedProject(pool);
});

const depositOf = async (id: string): Promise<Json> => ((await finance.get(`/matching-pools/${pool.id}/deposits`)).body as Json[]).find((row) => row.id === id);

describe('proving a deposit', () => {
  it('is done by the line of a statement, and raises the room in proportion, floored', async () => {
    const depositId = await recordedDeposit(project, '33333333');
    const { lineId } = await receiptLine('33333333', project.company);
    expect((await checker.get(`/matching-deposits/${depositId}/receipts`)).body).toMatchObject([{ lineId, amountWon: '33333333' }]);
    const preview = made('the preview', await checker.post(`/matching-deposits/${depositId}/proof`, { lineId, dryRun: true }));
    expect(preview).toMatchObject({ id: null, after: { allowedWon: '26666666' } });
    const proven = made('the proof', await checker.post(`/matching-deposits/${depositId}/proof`, { lineId }));
    expect(proven).toMatchObject({ id: depositId, before: { roomWon: '0' }, after: { allowedWon: '26666666', roomWon: '26666666' } });
    expect(await depositOf(depositId)).toMatchObject({ state: 'PROVEN', counts: true, bankLineId: lineId });
    expect(await checker.post(`/matching-deposits/${depositId}/proof`, { lineId })).toMatchObject({ status: 409, body: { code: 'matching-deposit.not-waiting' } });
    expect((await checker.get(`/matching-deposits/${depositId}/receipts`)).body).toEqual([]);
  });

  it('is the same when the match is confirmed at the desk of the bank', async () => {
    const before = await roomOf(project);
    const { depositId } = await provenDeposit(project, '1000000');
    expect(await depositOf(depositId)).toMatchObject({ state: 'PROVEN', counts: true });
    expect(BigInt((await roomOf(project)).allowed) - BigInt(before.allowed)).toBe(800_000n);
  });

  it('is not done by one receipt for two deposits', async () => {
    const [one, other] = [await recordedDeposit(project, '2000000'), await recordedDeposit(project, '2000000')];
    const { lineId } = await receiptLine('2000000', project.company);
    made('the proof', await checker.post(`/matching-deposits/${one}/proof`, { lineId }));
    expect((await checker.post(`/matching-deposits/${other}/proof`, { lineId })).status).toBe(400);
    expect(await depositOf(other)).toMatchObject({ state: 'UNPROVEN' });
  });

  it('is not done by who brought the statement in, nor by a line of another amount', async () => {
    const depositId = await recordedDeposit(project, '3000000');
    const { lineId } = await receiptLine('3000000', project.company);
    expect(await finance.post(`/matching-deposits/${depositId}/proof`, { lineId })).toMatchObject({ status: 422, body: { code: 'rule.matcher-did-not-import-the-statement' } });
    const less = await receiptLine('2999999', project.company);
    expect((await checker.post(`/matching-deposits/${depositId}/proof`, { lineId: less.lineId })).status).toBe(400);
  });

  it('money that does not count is in, and counted as nothing', async () => {
    const before = await roomOf(project);
    const { depositId } = await provenDeposit(project, '50000000', { source: 'GUARANTEED_LOAN' });
    expect(await depositOf(depositId)).toMatchObject({ state: 'PROVEN', counts: false });
    expect(await roomOf(project)).toEqual(before);
  });

  it('is no deed of others, and of no deposit that is not there', async () => {
    expect((await Client.anonymous().post(`/matching-deposits/${randomUUID()}/proof`, { lineId: randomUUID() })).status).toBe(401);
    for (const login of ['manager', 'compliance', 'auditor', 'admin'] as const) expect((await Client.as(login).post(`/matching-deposits/${randomUUID()}/proof`, { lineId: randomUUID() })).status).toBe(403);
    expect((await checker.post(`/matching-deposits/${randomUUID()}/proof`, { lineId: randomUUID() })).status).toBe(404);
  });
});

describe('a proof that falls', () => {
  it('lowers the room when the match is undone, and rises with it again', async () => {
    const own = await concludedProject(pool, { privateWon: '10000000' });
    const { depositId, matchId, lineId } = await provenDeposit(own, '10000000');
    expect(await roomOf(own)).toMatchObject({ allowed: '8000000' });
    made('undoing', await checker.post(`/bank-matches/${matchId}/undo`, { reason: '다른 입금으로 확인' }));
    expect(await roomOf(own)).toEqual({ allowed: '0', room: '0', released: '0', over: '0' });
    expect(await depositOf(depositId)).toMatchObject({ state: 'UNPROVEN', counts: false, bankLineId: null });
    made('confirming again', await confirmItems([{ lineId, records: [{ kind: 'matching.deposit', recordId: depositId }] }]));
    expect(await roomOf(own)).toMatchObject({ allowed: '8000000' });
  });

  it('after a release is a clawback that is proposed, also when the bank takes the receipt back', async () => {
    const own = await concludedProject(pool, { privateWon: '20000000' });
    const { depositId, accountId } = await provenDeposit(own, '20000000');
    await decidedRelease(own, '16000000');
    made('the statement that takes it back', await pasteLines(accountId, statement({ on: DEPOSITED_ON, withdrawal: '20000000', from: own.company, memo: '입금취소' })));
    const state = await withSql('OWNER', async (sql) => (await sql.query<{ state: string }>('select state from matching_deposit_state where deposit_id = $1', [depositId])).rows[0]?.state);
    expect(state).toBe('UNPROVEN');
    expect(await roomOf(own)).toEqual({ allowed: '0', room: '0', released: '16000000', over: '16000000' });
    const proposal = ((await finance.get(`/matching-pools/${pool.id}/clawbacks`)).body as Json[]).find(({ agreementId }) => agreementId === own.id);
    expect(proposal).toMatchObject({ state: 'PROPOSED', totalWon: '16000000' });
  });
});
