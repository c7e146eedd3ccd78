import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client } from '../../support/client.js';
import { itIsClosedTo } from '../../support/routes.js';
import { withSql } from '../../support/sql.js';

const DAY = 24 * 60 * 60 * 1_000;

describe('making an API token', () => {
  it('shows it once; what is kept cannot be used, and reads only', async () => {
    const compliance = Client.as('compliance');
    const answer = await compliance.post('/api-tokens', { name: '회계시스템' });
    expectStatus(answer, 201);
    const { token, secret } = answer.body as { token: { id: string; permissions: string[]; expiresAt: string; createdAt: string; state: string }; secret: string };
    expect(secret).toMatch(/^baton_[0-9A-Za-z]{49}$/);
    expect([token.state, token.permissions.filter((permission) => !permission.endsWith('.read'))]).toEqual(['LIVE', []]);
    expect(token.permissions).toContain('fund.read');
    expect(Date.parse(token.expiresAt) - Date.parse(token.createdAt)).toBe(90 * DAY);
    const listed = await compliance.get('/api-tokens');
    expect([listed.bytes.toString().includes(secret), listed.bytes.toString().includes(token.id)]).toEqual([false, true]);
    const kept = await withSql('OWNER', async (sql) => {
      const { rows } = await sql.query(
        `select to_jsonb(t)::text as row from api_token t where id = $1
         union all select to_jsonb(c)::text from command_log c where result ->> 'id' = $2
         union all select to_jsonb(u)::text from api_token_use u where token_id = $1`,
        [token.id, token.id],
      );
      return (rows as { row: string }[]).map(({ row }) => row);
    });
    expect(kept.length).toBe(2);
    expect(kept.filter((row) => row.includes(secret) || row.includes(secret.slice(6, 30)))).toEqual([]);
  });

  it('carries what was asked for, of what its maker may do', async () => {
    const answer = await Client.as('finance').post('/api-tokens', { name: '납입 등록', permissions: ['capital-call.receive', 'fund.read'], days: 365 });
    expectStatus(answer, 201);
    expect(answer.body.token).toMatchObject({ permissions: ['capital-call.receive', 'fund.read'], login: 'finance', lastUsedAt: null });
  });

  itIsClosedTo('admin', 'listGivablePermissions', (client) => client.get('/api-tokens/permissions'));

  it.each(['finance', 'checker', 'manager', 'compliance'] as const)('carries all that is offered to the %s, and the database takes it', async (login) => {
    const client = Client.as(login);
    const { permissions: own } = (await client.get('/session')).body.user as { permissions: string[] };
    const offered = (await client.get('/api-tokens/permissions')).body as { permission: string; area: string }[];
    const permissions = offered.map(({ permission }) => permission);
    expect(permissions.filter((permission) => !own.includes(permission))).toEqual([]);
    expect(permissions).toEqual(expect.arrayContaining(['fund.read', 'voucher.read', 'grant.read']));
    const answer = await client.post('/api-tokens', { name: '모든 일', permissions });
    expectStatus(answer, 201);
    expect([...(answer.body.token.permissions as string[])].sort()).toEqual([...permissions].sort());
  });

  it.each([
    [['classification.decide'], 'request.invalid'],
    [['user.create'], 'request.invalid'],
    [['approval.sign'], 'request.invalid'],
    [['api-token.create'], 'request.invalid'],
    [['bank-account.unmask'], 'request.invalid'],
    [['nothing.such'], 'request.invalid'],
    [[], 'request.invalid'],
    [['fund.read', 'fund.read'], 'request.invalid'],
    [['fund.form'], 'api-token.permissions-not-givable'],
  ])('cannot carry %j of compliance', async (permissions, code) => {
    expect(refusal(await Client.as('compliance').post('/api-tokens', { name: '연계', permissions }))).toEqual([400, code, '/permissions']);
  });

  it.each([0, 366, 1.5, '30'])('cannot live for %j days', async (days) => {
    expect(refusal(await Client.as('compliance').post('/api-tokens', { name: '연계', days }))).toEqual([400, 'request.invalid', '/days']);
  });

  it('is done once for one key: the token is not shown again, and another is not made', async () => {
    const [client, key] = [Client.as('compliance'), `once-${randomUUID()}`];
    expectStatus(await client.post('/api-tokens', { name: '한 번만' }, { key }), 201);
    expect(refusal(await client.post('/api-tokens', { name: '한 번만' }, { key }))).toEqual([409, 'api-token.already-shown']);
    expect(refusal(await client.post('/api-tokens', { name: '다른 것' }, { key }))).toEqual([409, 'idempotency.key-reused']);
  });

  it('asks who has not proved for long who they are to prove it again', async () => {
    const client = await Client.signIn('checker');
    const { id } = (await client.get('/session')).body.user as { id: string };
    await withSql('OWNER', (sql) => sql.query(`update user_session set stepped_up_at = stepped_up_at - interval '11 minutes' where user_id = $1 and id = (select id from user_session where user_id = $1 order by created_at desc limit 1)`, [id]));
    expect(refusal(await client.post('/api-tokens', { name: '연계' }))).toEqual([403, 'step-up.required']);
  });

  itIsClosedTo('auditor', 'createApiToken', (client) => client.post('/api-tokens', { name: '연계' }));
});
