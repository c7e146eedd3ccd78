import { describe, expect, it } from '@jest/globals';
import { refusal } from '../../support/answers.js';
import { Client } from '../../support/client.js';
import { newPerson } from '../../support/people.js';
import { withSql } from '../../support/sql.js';

describe('listing one’s sessions', () => {
  it('needs somebody who is signed in', async () => {
    expect(refusal(await Client.anonymous().get('/sessions'))).toEqual([401, 'session.missing']);
  });

  it('shows those that run: since when, from where, with which browser, by what, and which is this one', async () => {
    const { id, login, password } = await newPerson(['COMPLIANCE']);
    const [one, two, ended] = [await Client.signIn(login, password), await Client.signIn(login, password), await Client.signIn(login, password)];
    await ended.ask('DELETE', '/session');
    const { body } = await one.get('/sessions');
    expect(body).toHaveLength(2);
    expect(body.filter(({ current }: { current: boolean }) => current)).toMatchObject([{ method: 'PASSWORD', address: '127.0.0.1', userAgent: 'node' }]);
    expect(Object.keys(body[0]).sort()).toEqual(['address', 'current', 'id', 'lastSeenAt', 'method', 'startedAt', 'userAgent']);
    await withSql('OWNER', (sql) => sql.query(`update user_session set last_seen_at = now() - interval '31 minutes' where user_id = $1 and id <> $2`, [id, body.find(({ current }: { current: boolean }) => current).id]));
    expect((await one.get('/sessions')).body).toHaveLength(1);
    expect((await two.get('/session')).status).toBe(401);
  });
});
