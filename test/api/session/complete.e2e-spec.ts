import { beforeAll, describe, expect, it } from '@jest/globals';
import { refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { enrolPasskey, shownBy, SoftPasskey } from '../../support/passkey.js';
import { enrolTotp, newClient, type Authenticator, type NewPerson } from '../../support/people.js';
import { withSql } from '../../support/sql.js';

const start = (person: NewPerson) => Client.anonymous().post('/session', { login: person.login, password: person.password });
const complete = (token: string, proof: Json) => Client.anonymous().post('/session/complete', { token, ...(proof as object) }, { byName: true });
const methodOf = (login: string) =>
  withSql('OWNER', async (sql) => (await sql.query(`select step_up_method as method from user_session s join app_user u on u.id = s.user_id where u.login = $1 order by s.created_at desc limit 1`, [login])).rows[0] as { method: string });

describe('the second step of signing in', () => {
  let person: NewPerson;
  let app: Authenticator;

  beforeAll(async () => {
    const made = await newClient();
    person = made.person;
    app = await enrolTotp(made.client);
  });

  it('follows the password of people with a factor: what they get first opens nothing', async () => {
    const half = await start(person);
    expect([half.status, half.body.methods, half.headers.getSetCookie()]).toEqual([200, ['TOTP', 'RECOVERY_CODE'], []]);
    expect(refusal(await Client.anonymous().ask('GET', '/session', { headers: { cookie: `baton_session=${half.body.token as string}` } }))).toEqual([401, 'session.missing']);
  });

  it('is a code of the app, which counts once', async () => {
    const code = app.code();
    const first = await complete((await start(person)).body.token, { method: 'TOTP', code });
    expect([first.status, first.body.user.login, first.headers.getSetCookie().length]).toEqual([201, person.login, 1]);
    expect(await methodOf(person.login)).toEqual({ method: 'TOTP' });
    expect(refusal(await complete((await start(person)).body.token, { method: 'TOTP', code }))).toEqual([401, 'sign-in.proof-refused']);
  });

  it('lets one of two in who show the same code at once', async () => {
    const tokens = [(await start(person)).body.token as string, (await start(person)).body.token as string];
    const code = app.code(1);
    const answers = await Promise.all(tokens.map((token) => complete(token, { method: 'TOTP', code })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 401]);
  });

  it('is a recovery code otherwise, each of which counts once', async () => {
    const [code = ''] = app.recoveryCodes;
    expect((await complete((await start(person)).body.token, { method: 'RECOVERY_CODE', code: code.toLowerCase() })).status).toBe(201);
    expect(await methodOf(person.login)).toEqual({ method: 'RECOVERY_CODE' });
    expect(refusal(await complete((await start(person)).body.token, { method: 'RECOVERY_CODE', code }))).toEqual([401, 'sign-in.proof-refused']);
  });

  it('is not the password again, and no passkey of somebody else', async () => {
    const { client } = await newClient();
    const { passkey } = await enrolPasskey(client);
    const { token } = (await start(person)).body;
    expect(refusal(await complete(token, { method: 'PASSWORD', password: person.password }))).toEqual([401, 'sign-in.proof-refused']);
    expect(refusal(await complete(token, await shownBy(passkey, Client.anonymous())))).toEqual([401, 'sign-in.proof-refused']);
  });

  it('is a passkey for those who have one', async () => {
    const made = await newClient();
    const { passkey } = await enrolPasskey(made.client, new SoftPasskey());
    const half = await start(made.person);
    expect(half.body.methods).toEqual(['PASSKEY', 'RECOVERY_CODE']);
    expect((await complete(half.body.token, await shownBy(passkey, Client.anonymous()))).status).toBe(201);
    expect(await methodOf(made.person.login)).toEqual({ method: 'PASSKEY' });
  });

  it('is taken once for each password typed, and within ten minutes', async () => {
    const { client, person: somebody } = await newClient();
    const { recoveryCodes: [one = '', two = '', three = ''] } = await enrolTotp(client);
    const { token } = (await start(somebody)).body;
    expect((await complete(token, { method: 'RECOVERY_CODE', code: one })).status).toBe(201);
    expect(refusal(await complete(token, { method: 'RECOVERY_CODE', code: two }))).toEqual([401, 'sign-in.over']);
    const late = (await start(somebody)).body.token as string;
    await withSql('OWNER', (sql) => sql.query(`update identity_challenge set offered_at = now() - interval '11 minutes', expires_at = now() - interval '1 second' where user_id = $1 and used_at is null`, [somebody.id]));
    expect(refusal(await complete(late, { method: 'RECOVERY_CODE', code: three }))).toEqual([401, 'sign-in.over']);
    expect(refusal(await complete('A'.repeat(43), { method: 'TOTP', code: '123456' }))).toEqual([401, 'sign-in.over']);
  });

  it('counts failures into the same lock as the password: typing that again forgives nothing', async () => {
    const { client, person: somebody } = await newClient();
    await enrolTotp(client);
    const codes = [];
    for (let guess = 1; guess <= 5; guess += 1) codes.push((await complete((await start(somebody)).body.token, { method: 'TOTP', code: '000000' })).body.code);
    expect(codes).toEqual([...Array(4).fill('sign-in.proof-refused'), 'sign-in.locked']);
    expect(refusal(await start(somebody))).toEqual([403, 'sign-in.locked']);
  });

  it('closes with the account', async () => {
    const { client, person: somebody } = await newClient();
    const { recoveryCodes: [code = ''] } = await enrolTotp(client);
    const { token } = (await start(somebody)).body;
    await Client.as('admin').post(`/users/${somebody.id}/deactivate`, { reason: '퇴사' });
    expect(refusal(await complete(token, { method: 'RECOVERY_CODE', code }))).toEqual([401, 'sign-in.failed']);
  });

  it('asks for what its method wants, at the field', async () => {
    const token = 'A'.repeat(43);
    expect(refusal(await complete(token, { method: 'TOTP' }))).toEqual([400, 'proof.missing', '/code']);
    expect(refusal(await complete(token, { method: 'PASSKEY' }))).toEqual([400, 'proof.missing', '/challengeId']);
    expect(refusal(await complete(token, { method: 'PASSKEY', challengeId: crypto.randomUUID(), response: {} }))).toEqual([400, 'passkey.malformed', '/response']);
    expect(refusal(await complete('no token', { method: 'FACE' }))).toEqual([400, 'request.invalid', '/token', '/method']);
  });
});
