import { describe, expect, it } from '@jest/globals';
import { refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { newClient, newPerson } from '../../support/people.js';
import { NOWHERE } from '../../support/routes.js';

const revoke = (client: Client, id: string) => client.post(`/sessions/${id}/revoke`, undefined);
const ownId = async (client: Client): Promise<string> => ((await client.get('/sessions')).body as Json[]).find(({ current }) => current === true)?.id as string;

describe('ending one’s sessions', () => {
  it('needs somebody who is signed in', async () => {
    expect(refusal(await revoke(Client.anonymous(), NOWHERE))).toEqual([401, 'session.missing']);
    expect(refusal(await Client.anonymous().post('/sessions/revoke-others', undefined))).toEqual([401, 'session.missing']);
  });

  it('ends one of them at once', async () => {
    const { login, password } = await newPerson(['COMPLIANCE']);
    const [here, lost] = [await Client.signIn(login, password), await Client.signIn(login, password)];
    expect((await revoke(here, await ownId(lost))).body).toEqual({ ended: 1 });
    expect([refusal(await lost.get('/session')), (await here.get('/session')).status]).toEqual([[401, 'session.expired'], 200]);
  });

  it('ends all others, once for the same key', async () => {
    const { login, password } = await newPerson(['COMPLIANCE']);
    const clients = [await Client.signIn(login, password), await Client.signIn(login, password), await Client.signIn(login, password)] as const;
    const key = `others-${login}`;
    const [first, again] = [await clients[0].post('/sessions/revoke-others', undefined, { key }), await clients[0].post('/sessions/revoke-others', undefined, { key })];
    expect([first.body, again.body]).toEqual([{ ended: 2 }, { ended: 2 }]);
    expect([(await clients[0].get('/session')).status, (await clients[1].get('/session')).status, (await clients[2].get('/session')).status]).toEqual([200, 401, 401]);
  });

  it('touches nobody else’s', async () => {
    const [{ client }, { client: other }] = [await newClient(), await newClient()];
    expect(refusal(await revoke(client, await ownId(other)))).toEqual([404, 'resource.not-found']);
    expect((await other.get('/session')).status).toBe(200);
    expect(refusal(await revoke(client, NOWHERE))).toEqual([404, 'resource.not-found']);
  });
});
