import { describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../../support/client.js';
import { formFund } from '../../support/funds.js';
import { itIsClosedTo, NOWHERE } from '../../support/routes.js';
import { newAccount, scopedPerson } from '../../support/scoped.js';

const holderOf = (answer: Json, id: string): Json => (answer as Json[]).find((holder) => holder.id === id);

describe('who holds what where', () => {
  itIsClosedTo('manager', 'listRoleHolders', (client) => client.get('/roles'));
  itIsClosedTo('manager', 'listScopes', (client) => client.get('/scopes'));
  itIsClosedTo('manager', 'listRolePairs', (client) => client.get('/role-pairs'));
  itIsClosedTo('manager', 'listRoleDecisions', (client) => client.get(`/users/${NOWHERE}/role-decisions`));

  it('shows every account with its roles, their scopes and who gave them', async () => {
    const { id } = await formFund(Client.as('manager'));
    const account = await newAccount();
    await Client.as('admin').post(`/users/${account.id}/roles`, { role: 'COMMITTEE', scopes: [`fund/${id}`], reason: '위촉' });
    for (const login of ['admin', 'compliance', 'auditor'] as const) {
      const holders = (await Client.as(login).get('/roles')).body;
      expect(holderOf(holders, account.id)).toMatchObject({ login: account.login, rank: 'STAFF', active: true, roles: [{ role: 'COMMITTEE', scopes: [`fund/${id}`], grantedBy: '한솔' }] });
    }
  });

  it('leaves out of what others hold the places that lie outside one’s own scope', async () => {
    const [own, foreign] = [await formFund(Client.as('manager')), await formFund(Client.as('manager'))];
    const watcher = await scopedPerson('COMPLIANCE', [`fund/${own.id}`]);
    const [both, elsewhere] = [await scopedPerson('FINANCE_MAKER', [`fund/${own.id}`, `fund/${foreign.id}`]), await scopedPerson('FINANCE_MAKER', [`fund/${foreign.id}`])];
    const holders = (await watcher.get('/roles')).body;
    expect(holderOf(holders, both.id).roles).toMatchObject([{ role: 'FINANCE_MAKER', scopes: [`fund/${own.id}`] }]);
    expect(holderOf(holders, elsewhere.id).roles).toEqual([]);
    expect((await watcher.get('/scopes')).body.map(({ kind }: Json) => kind as string)).toEqual(['EVERYWHERE', 'PROGRAMME', 'FUND']);
  });

  it('names places as people call them, and nothing of their business', async () => {
    const { id, number } = await formFund(Client.as('manager'));
    const scopes = (await Client.as('admin').get('/scopes')).body as Json[];
    const fund = scopes.find(({ scope }) => scope === `fund/${id}`);
    expect(fund).toEqual({ scope: `fund/${id}`, kind: 'FUND', code: number, name: '시험 공공기술사업화 투자조합', within: expect.stringMatching(/^programme\//) });
    expect(scopes[0]).toEqual({ scope: '*', kind: 'EVERYWHERE', code: '', name: '전체', within: null });
  });

  it('tells which roles no person may hold together', async () => {
    const pairs = (await Client.as('admin').get('/role-pairs')).body as Json[];
    expect(pairs).toContainEqual({ one: 'FUND_MANAGER', other: 'COMPLIANCE' });
    expect(pairs).toHaveLength(18);
  });

  it('tells the history of an account: what, where, who and why, newest first', async () => {
    const account = await newAccount();
    const path = `/users/${account.id}/roles`;
    const admin = Client.as('admin');
    const { id } = await formFund(Client.as('manager'));
    await admin.post(path, { role: 'COMPLIANCE', scopes: ['*'], reason: '임용' });
    await admin.post(`${path}/COMPLIANCE/rescope`, { scopes: [`fund/${id}`], reason: '담당 조정' });
    await admin.post(`${path}/COMPLIANCE/revoke`, { reason: '전보' });
    const decisions = (await Client.as('auditor').get(`/users/${account.id}/role-decisions`)).body as Json[];
    expect(decisions.map(({ decision, scopes, reason, decidedBy }) => [decision, scopes, reason, decidedBy])).toEqual([
      ['REVOKED', [], '전보', '한솔'],
      ['RESCOPED', [`fund/${id}`], '담당 조정', '한솔'],
      ['GRANTED', ['*'], '임용', '한솔'],
    ]);
    expect((await admin.get(`/users/${NOWHERE}/role-decisions`)).status).toBe(404);
  });
});
