import { describe, expect, it } from '@jest/globals';
import { refusal } from '../../support/answers.js';
import { Client } from '../../support/client.js';
import { ageProof, enrolTotp, newClient } from '../../support/people.js';

const remove = (client: Client, key?: string) => client.post('/totp/remove', undefined, key === undefined ? {} : { key });

describe('removing the authenticator app', () => {
  it('needs somebody who is signed in and has one', async () => {
    expect(refusal(await remove(Client.anonymous()))).toEqual([401, 'session.missing']);
    expect(refusal(await remove((await newClient()).client))).toEqual([404, 'resource.not-found']);
  });

  it('asks for the app itself, not for the password', async () => {
    const { client } = await newClient();
    await enrolTotp(client);
    await ageProof(client);
    const answer = await remove(client);
    expect([answer.status, answer.body.code, answer.body.details.methods]).toEqual([403, 'step-up.required', ['TOTP', 'RECOVERY_CODE']]);
  });

  it('leaves the password alone to sign in with, and takes the recovery codes along', async () => {
    const { client, person } = await newClient();
    await enrolTotp(client);
    const key = `remove-${person.login}`;
    expect([(await remove(client, key)).status, (await remove(client, key)).status]).toEqual([204, 204]);
    expect((await client.get('/factors')).body).toMatchObject({ totpEnrolledAt: null, recoveryCodesLeft: 0 });
    expect((await Client.signIn(person.login, person.password)).cookie).not.toBeNull();
  });
});
