import { describe, expect, it } from '@jest/globals';
import { refusal } from '../../support/answers.js';
import { Client } from '../../support/client.js';
import { enrolPasskey, shownBy } from '../../support/passkey.js';
import { ageProof, newClient } from '../../support/people.js';
import { NOWHERE } from '../../support/routes.js';

const remove = (client: Client, id: string, key?: string) => client.post(`/passkeys/${id}/remove`, undefined, key === undefined ? {} : { key });

describe('removing a passkey', () => {
  it('needs somebody who is signed in, and their own passkey', async () => {
    expect(refusal(await remove(Client.anonymous(), NOWHERE))).toEqual([401, 'session.missing']);
    const [{ client }, { client: other }] = [await newClient(), await newClient()];
    await enrolPasskey(other);
    const [{ id }] = (await other.get('/factors')).body.passkeys;
    expect(refusal(await remove(client, id))).toEqual([404, 'resource.not-found']);
    expect(refusal(await remove(client, NOWHERE))).toEqual([404, 'resource.not-found']);
    expect(refusal(await remove(client, 'none'))).toEqual([400, 'request.invalid', '/id']);
  });

  it('asks for the passkey itself, after which it opens nothing any more', async () => {
    const { client, person } = await newClient();
    const { passkey } = await enrolPasskey(client);
    const [{ id }] = (await client.get('/factors')).body.passkeys;
    await ageProof(client);
    expect((await remove(client, id)).body.details.methods).toEqual(['PASSKEY', 'RECOVERY_CODE']);
    const proved = await client.post('/session/step-up', await shownBy(passkey, client), { byName: true });
    expect([proved.status, proved.body.method]).toEqual([200, 'PASSKEY']);
    const key = `remove-${id}`;
    expect([(await remove(client, id, key)).status, (await remove(client, id, key)).status]).toEqual([204, 204]);
    expect((await client.get('/factors')).body).toMatchObject({ passkeys: [], recoveryCodesLeft: 0 });
    const { challengeId, response } = await shownBy(passkey, Client.anonymous());
    expect(refusal(await Client.anonymous().post('/session/passkey', { challengeId, response }, { byName: true }))).toEqual([401, 'sign-in.passkey-refused']);
    expect((await Client.signIn(person.login, person.password)).cookie).not.toBeNull();
  });
});
