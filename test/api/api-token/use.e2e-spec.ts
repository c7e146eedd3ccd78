import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { expectStatus, refusal } from '../../support/answers.js';
import { makeToken, program, programOf } from '../../support/api-token.js';
import { Client } from '../../support/client.js';
import { deal, formFund } from '../../support/funds.js';
import { newPerson } from '../../support/provider-visitor.js';
import { aimed, PERMISSION_OF, readContract, type OperationId } from '../../support/routes.js';
import { withSql } from '../../support/sql.js';

/** Handing out a file is reading it, and so is a question too long for an address. */
const READS_BY_POST = ['downloadCallNotices', 'downloadDocument', 'replayObligation', 'runForecast', 'simulateDeals', 'readGrantExpenses', 'readGrantExpenseFile', 'downloadVoucherLetters', 'exportVouchers', 'calculateClawback'];

describe('a program with a token', () => {
  it('reads and writes without cookie and csrf token what the token carries, as its owner', async () => {
    const manager = Client.as('manager');
    const { id: fundId } = await formFund(manager);
    const ask = await programOf('manager', ['fund.read', 'investment.read', 'investment.record']);
    expectStatus(await ask('GET', `/funds/${fundId}`), 200);
    const key = `program-${randomUUID()}`;
    expectStatus(await ask('POST', `/funds/${fundId}/investments`, { body: deal('1000'), key }), 201);
    const logged = await withSql('OWNER', async (sql) => {
      const { rows } = await sql.query(
        `select c.actor_login, c.command, c.session_id, u.method, u.path, u.address is not null as "fromWhere"
           from command_log c join api_token_use u on u.idempotency_key = c.idempotency_key where c.idempotency_key = $1`,
        [key],
      );
      return rows as object[];
    });
    expect(logged).toEqual([{ actor_login: 'manager', command: 'investment.record', session_id: null, method: 'POST', path: `/api/funds/${fundId}/investments`, fromWhere: true }]);
  });

  it('opens nothing that the token does not carry, though its owner could', async () => {
    const ask = await programOf('manager');
    expect(refusal(await ask('POST', '/funds', { body: {} }))).toEqual([403, 'permission.missing']);
    const contract = await readContract();
    const answers = await Promise.all(
      contract
        .filter(({ operationId, method }) => PERMISSION_OF[operationId as OperationId] !== null && method !== 'GET' && !READS_BY_POST.includes(operationId))
        .map(async ({ operationId, method, path, mediaType }) => [operationId, (await ask(method, aimed(path), mediaType === 'application/json' ? { body: {} } : {})).body.code as string] as const),
    );
    expect(answers.filter(([, code]) => code !== 'permission.missing')).toEqual([]);
    expect(answers.length).toBeGreaterThan(20);
  });

  it('cannot ask who is signed in, sign out, or make another token', async () => {
    const ask = await programOf('manager');
    for (const [method, path] of [['GET', '/session'], ['DELETE', '/session'], ['POST', '/api-tokens'], ['GET', '/api-tokens'], ['GET', '/users']] as const) {
      expect([path, ...refusal(await ask(method, path, method === 'POST' ? { body: { name: 'x' } } : {}))]).toEqual([path, 403, 'permission.missing']);
    }
  });

  it('leaves a trace of every use, which its owner sees', async () => {
    const { id, secret } = await makeToken(Client.as('manager'));
    const before = (await Client.as('manager').get('/api-tokens')).body as { id: string; lastUsedAt: string | null }[];
    expect(before.find((token) => token.id === id)?.lastUsedAt).toBeNull();
    await program(secret)('GET', '/funds?limit=1');
    await program(secret)('POST', '/funds', { body: {} });
    const { rows } = await withSql('AUDITOR', (sql) => sql.query('select method, path from api_token_use where token_id = $1 order by id', [id]));
    expect(rows).toEqual([
      { method: 'GET', path: '/api/funds' },
      { method: 'POST', path: '/api/funds' },
    ]);
    const after = (await Client.as('manager').get('/api-tokens')).body as { id: string; lastUsedAt: string | null; lastAddress: string | null }[];
    expect(after.find((token) => token.id === id)).toMatchObject({ lastUsedAt: expect.any(String), lastAddress: '127.0.0.1' });
  });

  it.each([
    ['something else', 'x'],
    ['nothing', ''],
    ['a token that nobody made', 'baton_0000000000000000000000000000000000000000000000000'],
  ])('with %s is nobody', async (_what, secret) => {
    expect(refusal(await Client.anonymous().ask('GET', '/funds', { headers: { authorization: `Bearer ${secret}` } }))).toEqual([401, 'api-token.invalid']);
  });

  it('is nobody with another scheme, and the cookie beside it does not help', async () => {
    const { secret } = await makeToken(Client.as('manager'));
    for (const authorization of [`Basic ${secret}`, secret, `Bearer ${secret} ${secret}`]) {
      expect(refusal(await Client.as('manager').ask('GET', '/funds', { headers: { authorization } }))).toEqual([401, 'api-token.invalid']);
    }
  });

  it('is refused when a page of another site sends it', async () => {
    const ask = await programOf('manager', ['investment.record']);
    expect(refusal(await ask('POST', '/funds/x/investments', { body: {}, headers: { 'sec-fetch-site': 'cross-site' } }))).toEqual([403, 'csrf.foreign-origin']);
  });

  it('is nobody once its token has run out', async () => {
    const { id, secret } = await makeToken(Client.as('manager'));
    await withSql('OWNER', (sql) =>
      sql.query(`alter table api_token disable trigger api_token_only_shown_or_revoked;
                 update api_token set created_at = created_at - interval '2 days', expires_at = created_at - interval '1 day' where id = '${id}';
                 alter table api_token enable trigger api_token_only_shown_or_revoked;`),
    );
    expect(refusal(await program(secret)('GET', '/funds'))).toEqual([401, 'api-token.expired']);
  });

  it('loses what its owner loses, and is nobody once the account is closed', async () => {
    const person = await newPerson('FUND_MANAGER');
    const { id, secret } = await makeToken(Client.as('manager'), ['fund.read']);
    await withSql('OWNER', (sql) =>
      sql.query(`alter table api_token disable trigger api_token_only_shown_or_revoked;
                 update api_token set user_id = '${person.id}' where id = '${id}';
                 alter table api_token enable trigger api_token_only_shown_or_revoked;`),
    );
    const ask = program(secret);
    expectStatus(await ask('GET', '/funds'), 200);
    await withSql('OWNER', (sql) => sql.query('delete from user_role where user_id = $1', [person.id]));
    expect(refusal(await ask('GET', '/funds'))).toEqual([403, 'permission.missing']);
    await withSql('OWNER', (sql) => sql.query('update app_user set active = false where id = $1', [person.id]));
    expect(refusal(await ask('GET', '/funds'))).toEqual([401, 'api-token.invalid']);
  });
});
