import { describe, expect, it } from '@jest/globals';
import { refusal } from '../../support/answers.js';
import { Client } from '../../support/client.js';

describe('ending the session', () => {
  it('closes it on the server and clears the cookie', async () => {
    const client = await Client.signIn('finance');
    const ended = await client.ask('DELETE', '/session');
    expect([ended.status, ended.bytes.length]).toEqual([204, 0]);
    expect(ended.headers.getSetCookie()[0]).toMatch(/^baton_session=; .*Expires=Thu, 01 Jan 1970/);
    expect(refusal(await client.get('/session'))).toEqual([401, 'session.expired']);
    expect(refusal(await client.get('/funds'))).toEqual([401, 'session.expired']);
  });

  it('takes the token of this session and no other', async () => {
    const [client, other] = [await Client.signIn('finance'), Client.as('manager')];
    const send = async (token: string) => refusal(await client.ask('DELETE', '/session', { headers: { 'x-csrf-token': token } }));
    expect(await send('')).toEqual([403, 'csrf.missing']);
    expect(await send('guess')).toEqual([403, 'csrf.wrong']);
    expect(await send(other.csrfToken ?? '')).toEqual([403, 'csrf.wrong']);
    expect((await client.get('/session')).status).toBe(200);
  });

  it('needs somebody who is signed in', async () => {
    expect(refusal(await Client.anonymous().ask('DELETE', '/session'))).toEqual([401, 'session.missing']);
  });
});
