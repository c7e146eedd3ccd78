import { describe, expect, it } from '@jest/globals';
import { refusal } from '../../support/answers.js';
import { Client } from '../../support/client.js';
import { hashOfToken } from '../../support/keys.js';
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
    const token = client.cookie?.split('=')[1] ?? '';
    await withSql('APPLICATION', (sql) => sql.query(`update user_session set ${change} where token_hash = $1`, [hashOfToken(token)]));
    expect(refusal(await client.get('/session'))).toEqual([401, 'session.expired']);
  });
});
