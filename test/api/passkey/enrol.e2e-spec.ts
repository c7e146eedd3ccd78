import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { refusal } from '../../support/answers.js';
import { Client } from '../../support/client.js';
import { enrolPasskey, offerTo, SoftPasskey } from '../../support/passkey.js';
import { ageProof, newClient } from '../../support/people.js';
import { withSql } from '../../support/sql.js';

const enrol = (client: Client, body: unknown, key = randomUUID() as string) => client.post('/passkeys', body, { key, byName: true });

describe('enrolling a passkey', () => {
  it('needs somebody who is signed in, and a fresh proof', async () => {
    expect(refusal(await Client.anonymous().post('/passkeys/offers', undefined))).toEqual([401, 'session.missing']);
    expect(refusal(await Client.anonymous().post('/passkeys', {}))).toEqual([401, 'session.missing']);
    const { client } = await newClient();
    await ageProof(client);
    expect(refusal(await client.post('/passkeys/offers', undefined, { byName: true }))).toEqual([403, 'step-up.required']);
  });

  it('offers what a browser wants, without the keys that are enrolled', async () => {
    const { client, person } = await newClient();
    const { passkey } = await enrolPasskey(client);
    const { options } = (await client.post('/passkeys/offers', undefined, { byName: true })).body;
    expect(options).toMatchObject({ rp: { id: 'localhost', name: 'Baton' }, user: { name: person.login }, attestation: 'none' });
    expect(options.authenticatorSelection).toMatchObject({ residentKey: 'required', userVerification: 'required' });
    expect(options.excludeCredentials.map(({ id }: { id: string }) => id)).toEqual([passkey.credentialId]);
  });

  it('answers recovery codes with the first factor, and lists the passkey by its name', async () => {
    const { client } = await newClient();
    const [first, second] = [await enrolPasskey(client, new SoftPasskey(), '업무용 노트북'), await enrolPasskey(client, new SoftPasskey(), '휴대전화')];
    expect([first.answer.status, first.answer.body.recoveryCodes.length, second.answer.body]).toEqual([201, 10, { recoveryCodes: null }]);
    const { passkeys } = (await client.get('/factors')).body;
    expect(passkeys).toMatchObject([{ name: '업무용 노트북', lastUsedAt: null }, { name: '휴대전화' }]);
    expect(Object.keys(passkeys[0]).sort()).toEqual(['backedUp', 'enrolledAt', 'id', 'lastUsedAt', 'name']);
  });

  it('enrols once for the same key, and refuses an offer a second time', async () => {
    const { client } = await newClient();
    const { challengeId, challenge } = await offerTo(client);
    const body = { challengeId, name: '노트북', response: new SoftPasskey().register(challenge) };
    const key = `passkey-${randomUUID()}`;
    const [first, again, other] = [await enrol(client, body, key), await enrol(client, body, key), await enrol(client, body)];
    expect([first.status, again.status, again.body, refusal(other)]).toEqual([201, 201, first.body, [409, 'challenge.over']]);
    expect((await client.get('/factors')).body.passkeys).toHaveLength(1);
  });

  it('refuses what answers another challenge or comes from another site, and an offer of somebody else', async () => {
    const [{ client }, { client: other }] = [await newClient(), await newClient()];
    const { challengeId, challenge } = await offerTo(client);
    const send = (passkey: SoftPasskey, text = challenge) => enrol(client, { challengeId, name: '노트북', response: passkey.register(text) });
    expect(refusal(await send(new SoftPasskey(), 'AAAA'))).toEqual([400, 'passkey.unverified', '/response']);
    expect(refusal(await send(new SoftPasskey(0, 'https://evil.example')))).toEqual([400, 'passkey.unverified', '/response']);
    expect(refusal(await send(new SoftPasskey(0, undefined, 'evil.example')))).toEqual([400, 'passkey.unverified', '/response']);
    expect(refusal(await enrol(other, { challengeId, name: '노트북', response: new SoftPasskey().register(challenge) }))).toEqual([404, 'resource.not-found']);
    expect(refusal(await enrol(client, { challengeId, name: ' ', response: 'x' }))).toEqual([400, 'request.invalid', '/name', '/response']);
    expect(refusal(await enrol(client, { challengeId, name: '노트북', response: {} }))).toEqual([400, 'passkey.malformed', '/response']);
  });

  it('gives one passkey to one person only', async () => {
    const [{ client }, { client: other }] = [await newClient(), await newClient()];
    const { passkey } = await enrolPasskey(client);
    expect(refusal((await enrolPasskey(other, passkey)).answer)).toEqual([409, 'passkey.known']);
  });

  it('keeps no more than ten', async () => {
    const { client, person } = await newClient();
    await enrolPasskey(client);
    await withSql('OWNER', (sql) =>
      sql.query(
        `insert into passkey (id, user_id, credential_id, public_key, counter, backed_up, name, enrolled_at, command_id, mac)
         select gen_random_uuid(), user_id, credential_id || n, public_key, 0, false, 'n', enrolled_at, command_id, mac from passkey, generate_series(10, 18) n where user_id = $1`,
        [person.id],
      ),
    );
    expect(refusal(await client.post('/passkeys/offers', undefined, { byName: true }))).toEqual([422, 'passkey.too-many']);
  });
});
