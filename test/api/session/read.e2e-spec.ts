import { describe, expect, it } from '@jest/globals';
import { refusal } from '../../support/answers.js';
import { Client } from '../../support/client.js';
import { withSql } from '../../support/sql.js';

describe('reading the session', () => {
  it('tells who is signed in, with the token that writes need', async () => {
    const auditor = Client.as('auditor');
    const { status, body } = await auditor.get('/session');
    expect([status, body.user.login, body.user.roles, body.csrfToken]).toEqual([200, 'auditor', ['AUDITOR'], auditor.csrfToken]);
    expect(new Date(body.expiresAt).getTime()).toBeGreaterThan(Date.now());
  });

  it('tells nobody anything without a cookie, with one that is garbage, or with one that nobody has', async () => {
    const read = async (cookie: string) => refusal(await Client.anonymous().ask('GET', '/session', { headers: { cookie } }));
    expect(await read('')).toEqual([401, 'session.missing']);
    expect(await read('baton_session=%00%ff;;;=;')).toEqual([401, 'session.missing']);
    expect(await read(`baton_session=${'A'.repeat(43)}`)).toEqual([401, 'session.missing']);
  });

  it.each([
    ['has been idle for half an hour', `last_seen_at = now() - interval '31 minutes'`],
    ['was ended elsewhere', 'revoked_at = now()'],
  ])('ends a session that %s', async (_what, change) => {
    const client = await Client.signIn('finance');
    const { user } = (await client.get('/session')).body;
    await withSql('APPLICATION', (sql) =>
      sql.query(`update user_session set ${change} where id = (select id from user_session where user_id = $1 order by created_at desc limit 1)`, [user.id]),
    );
    expect(refusal(await client.get('/session'))).toEqual([401, 'session.expired']);
  });
});
