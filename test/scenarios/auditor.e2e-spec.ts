import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Client, type Json } from '../support/client.js';
import { pdfBytes } from '../support/files.js';
import { CLAIM, decide, formFund, recordDeal } from '../support/funds.js';
import { aimed, PERMISSION_OF, readContract, type OperationId } from '../support/routes.js';
import { withSql } from '../support/sql.js';

/** A ministry auditor is lent an account: every figure down to its file may be read, nothing can be changed. */
describe('the auditor', () => {
  const auditor = Client.as('auditor');
  let fundId: string;
  let investmentId: string;
  let documentId: string;

  beforeAll(async () => {
    const manager = Client.as('manager');
    fundId = (await formFund(manager)).id;
    documentId = (await manager.upload('/documents', pdfBytes(randomUUID()), '등록증.pdf')).body.id as string;
    investmentId = (await recordDeal(manager, fundId, '1000000000', { ...CLAIM, evidence: [{ kind: '연구소기업 등록증', documentId }] })).body.id as string;
    await decide(investmentId, 'QUALIFIED');
  });

  it('goes from the programme to the fund, the deal, the decision, the entry, the command and the file', async () => {
    const read = async (path: string): Promise<Json> => {
      const answer = await auditor.get(path);
      expect([path, answer.status]).toEqual([path, 200]);
      return answer.body;
    };
    expect((await read('/programmes') as Json[]).length).toBeGreaterThan(0);
    expect((await read('/funds') as Json[]).map(({ id }) => id as string)).toContain(fundId);
    await read(`/funds/${fundId}`);
    await read(`/funds/${fundId}/obligation`);
    await read(`/funds/${fundId}/performance`);
    await read(`/funds/${fundId}/capital-calls`);
    expect(await read(`/funds/${fundId}/investments`)).toHaveLength(1);
    const shown = await read(`/investments/${investmentId}`);
    expect([shown.classifications[0].decidedBy, shown.evidence[0].documentId]).toEqual(['정다온', documentId]);
    const [entry] = (await read(`/ledger/entries?book=fund/${fundId}&subject=${investmentId}`)) as Json[];
    expect((await read('/commands?command=classification.decide') as Json[]).map(({ id }) => id as string)).toContain(entry.commandId);
    await read(`/ledger/accounts?book=fund/${fundId}`);
    await read('/imports');
    expect((await read(`/documents/${documentId}`)).fileName).toBe('등록증.pdf');
    expect((await auditor.post(`/documents/${documentId}/download`, { reason: '정기 감사' })).status).toBe(200);
  });

  it('changes nothing: every write is closed, even with everything right about it', async () => {
    const before = await auditor.get(`/investments/${investmentId}`);
    // What an auditor may send at all is pinned by roles.e2e-spec: looks that are on record, and what is about oneself.
    const held = (await auditor.get('/session')).body.user.permissions as readonly string[];
    const writes = (await readContract()).filter(({ method, operationId }) => {
      const permission = PERMISSION_OF[operationId as OperationId];
      return method !== 'GET' && permission !== null && !held.includes(permission);
    });
    expect(writes.length).toBeGreaterThan(30);
    const answers = await Promise.all(writes.map(({ method, path }) => auditor.ask(method, aimed(path).replace(/(?<=funds\/)[^/]+/, fundId).replace(/(?<=investments\/)[^/]+/, investmentId), { body: { reason: '시험' } })));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.code as string}`))).toEqual(new Set(['403 permission.missing']));
    expect((await auditor.get(`/investments/${investmentId}`)).headers.get('etag')).toBe(before.headers.get('etag'));
  });

  it('reads under a role of the database that could not write if it tried', async () => {
    const active = await withSql('OWNER', async (client) => (await client.query<{ name: string }>(`select distinct usename as name from pg_stat_activity where datname = current_database() and usename like 'baton%' order by 1`)).rows);
    expect(active.map(({ name }) => name)).toContain('baton_auditor');
  });

  it('leaves a trace of every step', async () => {
    const steps = await withSql('AUDITOR', async (client) => (await client.query<{ action: string }>(`select distinct action from access_log where login = 'auditor' and subject_label like $1 order by 1`, [`%${fundId}%`])).rows);
    expect(steps.map(({ action }) => action)).toEqual(expect.arrayContaining(['fund.read', 'investment.read', 'ledger.read', 'permission.refused']));
  });
});
