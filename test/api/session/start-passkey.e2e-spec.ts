import { beforeAll, describe, expect, it } from '@jest/globals';
import { refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { challengeOf, enrolPasskey, SoftPasskey } from '../../support/passkey.js';
import { newClient, type NewPerson } from '../../support/people.js';
import { withSql } from '../../support/sql.js';

const open = (challengeId: string, response: Json) => Client.anonymous().post('/session/passkey', { challengeId, response }, { byName: true });
const REFUSED = [401, 'sign-in.passkey-refused'];

describe('signing in with a passkey alone', () => {
  let person: NewPerson;
  let passkey: SoftPasskey;

  beforeAll(async () => {
    const made = await newClient();
    person = made.person;
    passkey = (await enrolPasskey(made.client)).passkey;
  });

  const challenge = () => challengeOf(Client.anonymous());

  it('asks for no login: the passkey says whose it is', async () => {
    const { challengeId, challenge: text } = await challenge();
    const answer = await open(challengeId, passkey.assert(text));
    expect([answer.status, answer.body.user.login, answer.headers.getSetCookie().length]).toEqual([201, person.login, 1]);
  });

  it('takes each challenge once, and only one that was given out here', async () => {
    const { challengeId, challenge: text } = await challenge();
    expect((await open(challengeId, passkey.assert(text))).status).toBe(201);
    expect(refusal(await open(challengeId, passkey.assert(text)))).toEqual(REFUSED);
    expect(refusal(await open(crypto.randomUUID(), passkey.assert(text)))).toEqual(REFUSED);
    const other = await challenge();
    expect(refusal(await open(other.challengeId, passkey.assert(text)))).toEqual(REFUSED);
  });

  it('takes no challenge that is older than five minutes', async () => {
    const { challengeId, challenge: text } = await challenge();
    await withSql('OWNER', (sql) => sql.query(`update identity_challenge set offered_at = now() - interval '6 minutes', expires_at = now() - interval '1 second' where id = $1`, [challengeId]));
    expect(refusal(await open(challengeId, passkey.assert(text)))).toEqual(REFUSED);
  });

  it('lets one of two in who show one signature at once', async () => {
    const { challengeId, challenge: text } = await challenge();
    const response = passkey.assert(text);
    const answers = await Promise.all([open(challengeId, response), open(challengeId, response)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 401]);
  });

  it('takes a signature only with finger or PIN', async () => {
    const { challengeId, challenge: text } = await challenge();
    expect(refusal(await open(challengeId, passkey.assert(text, 0x01)))).toEqual(REFUSED);
  });

  it.each([
    ['a key that nobody enrolled', (): SoftPasskey => new SoftPasskey()],
    ['the page of another site', (): SoftPasskey => Object.assign(Object.create(Object.getPrototypeOf(passkey) as object) as SoftPasskey, passkey, { origin: 'https://evil.example' })],
    ['another relying party', (): SoftPasskey => Object.assign(Object.create(Object.getPrototypeOf(passkey) as object) as SoftPasskey, passkey, { relyingParty: 'evil.example' })],
    ['a key under the name of another', (): SoftPasskey => Object.assign(new SoftPasskey(), { credentialId: passkey.credentialId })],
  ])('refuses %s', async (_what, make) => {
    const { challengeId, challenge: text } = await challenge();
    expect(refusal(await open(challengeId, make().assert(text)))).toEqual(REFUSED);
  });

  it('refuses a copy of the key: its counter does not rise', async () => {
    const { client } = await newClient();
    const { passkey: counting } = await enrolPasskey(client, new SoftPasskey(1));
    const turn = async (counter: number) => {
      counting.counter = counter;
      const { challengeId, challenge: text } = await challenge();
      return (await open(challengeId, counting.assert(text))).status;
    };
    expect([await turn(5), await turn(5), await turn(3), await turn(6)]).toEqual([201, 401, 401, 201]);
  });

  it('does not open an account that is closed', async () => {
    const made = await newClient();
    const { passkey: theirs } = await enrolPasskey(made.client);
    await Client.as('admin').post(`/users/${made.person.id}/deactivate`, { reason: '퇴사' });
    const { challengeId, challenge: text } = await challenge();
    expect(refusal(await open(challengeId, theirs.assert(text)))).toEqual([401, 'sign-in.failed']);
  });

  it('wants a name for this server, and says how to get one', async () => {
    expect(refusal(await Client.anonymous().post('/passkeys/challenges', undefined))).toEqual([422, 'passkey.no-address']);
  });

  it('asks for both fields', async () => {
    expect(refusal(await Client.anonymous().post('/session/passkey', {}))).toEqual([400, 'request.invalid', '/challengeId', '/response']);
  });
});
