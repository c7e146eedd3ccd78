import { describe, expect, it } from '@jest/globals';
import { refusal } from '../../support/answers.js';
import { Client } from '../../support/client.js';
import { newPerson } from '../../support/people.js';
import { itIsClosedTo, NOWHERE } from '../../support/routes.js';

const deactivate = (id: string, reason = '퇴사') => Client.as('admin').post(`/users/${id}/deactivate`, { reason });

const somebody = () => newPerson(['COMPLIANCE']);

describe('deactivating a user', () => {
  itIsClosedTo('compliance', 'deactivateUser', (client) => client.post(`/users/${NOWHERE}/deactivate`, { reason: '퇴사' }));

  it('ends the sessions of the account at once and lets nobody in again', async () => {
    const user = await somebody();
    const client = await Client.signIn(user.login, user.password);
    expect((await client.get('/funds')).status).toBe(200);
    const closed = await deactivate(user.id);
    expect([closed.status, closed.body.active]).toEqual([200, false]);
    expect(refusal(await client.get('/funds'))).toEqual([401, 'session.expired']);
    expect(refusal(await Client.anonymous().post('/session', { login: user.login, password: user.password }))).toEqual([401, 'sign-in.failed']);
  });

  it('changes nothing when the account is closed already', async () => {
    const user = await somebody();
    const [first, second] = [await deactivate(user.id), await deactivate(user.id)];
    expect([first.status, second.status, second.body]).toEqual([200, 200, first.body]);
  });

  it('is refused for oneself, for nobody, and without a reason', async () => {
    const own = (await Client.as('admin').get('/session')).body.user.id as string;
    expect(refusal(await deactivate(own))).toEqual([422, 'user.own-account']);
    expect(refusal(await deactivate(NOWHERE))).toEqual([404, 'resource.not-found']);
    expect(refusal(await deactivate(own, ' '))).toEqual([400, 'request.invalid', '/reason']);
    expect(refusal(await deactivate('not-an-identifier'))).toEqual([400, 'request.invalid', '/id']);
  });
});
