import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { refusal } from '../support/answers.js';
import { makeToken, program } from '../support/api-token.js';
import { Client, type Answer, type Json } from '../support/client.js';
import { hashOfPassword, hashOfToken, serverKeys } from '../support/keys.js';
import { challengeOf, enrolPasskey, type SoftPasskey } from '../support/passkey.js';
import { enrolTotp, GOOD_PASSWORD, invitationOf, newClient, type Authenticator, type NewPerson } from '../support/people.js';
import { issuer, linkedPerson, Visitor } from '../support/provider-visitor.js';
import { withSql } from '../support/sql.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const application = (sql: string, parameters: unknown[]): Promise<number> => withSql('APPLICATION', async (client) => (await client.query(sql, parameters)).rowCount ?? 0);
/** The mac of a row in hexadecimal, as only the program can make it. */
const genuine = (purpose: string, parts: readonly string[]): string => serverKeys().lastingMac(purpose, parts).toString('hex');
const complete = (token: string, proof: Json): Promise<Answer> => Client.anonymous().post('/session/complete', { token, ...(proof as object) }, { byName: true });

/**
 * Somebody who works here, with factors of their own, has got hold of the application's password to the database, and would
 * sign in as somebody else. Each attack is played with what they can write, and, to show that nothing but the key was in
 * the way, once more with the key.
 */
describe('whoever can write to the database, and has not the keys,', () => {
  let attacker: { client: Client; person: NewPerson };
  let app: Authenticator;
  let passkey: SoftPasskey;
  let victim: { client: Client; person: NewPerson };

  beforeAll(async () => {
    [attacker, victim] = [await newClient(), await newClient()];
    app = await enrolTotp(attacker.client);
    ({ passkey } = await enrolPasskey(attacker.client));
  });

  it.each<[string, (token: string) => string, [number, string?]]>([
    ['a plain hash', sha256, [401, 'session.missing']],
    ['the hash of another kind of token', (token) => hashOfToken(token, 'api token'), [401, 'session.missing']],
    ['the key', (token) => hashOfToken(token), [200]],
  ])('lays down a session with %s', async (_with, hashOf, outcome) => {
    const token = randomBytes(32).toString('base64url');
    await application(
      `insert into user_session (id, token_hash, user_id, created_at, last_seen_at, expires_at, stepped_up_at, step_up_method)
       values ($1, $2, $3, now(), now(), now() + interval '1 hour', now(), 'PASSWORD')`,
      [randomUUID(), hashOf(token), victim.person.id],
    );
    const answer = await Client.anonymous().ask('GET', '/session', { headers: { cookie: `baton_session=${token}` } });
    expect(outcomeOf(answer)).toEqual(outcome);
  });

  it.each<[string, (own: string, userId: string, password: string) => Promise<string>, [number, string?]]>([
    ['their own', (own) => Promise.resolve(own), [401, 'sign-in.failed']],
    ['one that is bound with the key', (_own, userId, password) => hashOfPassword(userId, password), [201]],
  ])('gives somebody %s password hash', async (_whose, hashFor, outcome) => {
    const [{ person: thief, client }, { person }] = [await newClient(), await newClient()];
    const password = `stolen ${randomUUID()}`;
    expect((await client.post('/password/change', { oldPassword: GOOD_PASSWORD, newPassword: password })).status).toBe(200);
    const own = await withSql('APPLICATION', async (sql) => (await sql.query<{ hash: string }>('select password_hash as hash from user_password where user_id = $1 order by id desc limit 1', [thief.id])).rows[0]?.hash ?? '');
    await application('insert into user_password (user_id, password_hash, chosen_at) values ($1, $2, now())', [person.id, await hashFor(own, person.id, password)]);
    expect(outcomeOf(await Client.anonymous().post('/session', { login: person.login, password }))).toEqual(outcome);
    expect((await Client.anonymous().post('/session', { login: thief.login, password })).status).toBe(201);
  });

  it.each<[string, (parts: readonly string[], own: string) => string, [number, string?]]>([
    ['their own mac', (_parts, own) => own, [401, 'sign-in.passkey-refused']],
    ['a plain hash', (parts) => sha256(JSON.stringify(parts)), [401, 'sign-in.passkey-refused']],
    ['the key', (parts) => genuine('passkey', parts), [201]],
  ])('enrols their passkey for somebody with %s', async (_with, macOf, outcome) => {
    const { person } = await newClient();
    const [id, credentialId] = [randomUUID(), `${passkey.credentialId.slice(0, 16)}${randomBytes(12).toString('base64url')}`];
    const own = await withSql('APPLICATION', async (sql) => (await sql.query<{ key: string; mac: string }>(`select public_key as key, encode(mac, 'hex') as mac from passkey where user_id = $1`, [attacker.person.id])).rows[0]);
    const mac = macOf([id, person.id, credentialId, own?.key ?? ''], own?.mac ?? '');
    const written = await application(
      `insert into passkey (id, user_id, credential_id, public_key, counter, backed_up, name, enrolled_at, command_id, mac)
       select $1, $2, $3, public_key, 0, true, name, now(), command_id, decode($4, 'hex') from passkey where user_id = $5`,
      [id, person.id, credentialId, mac, attacker.person.id],
    );
    const { challengeId, challenge } = await challengeOf(Client.anonymous());
    const response = { ...passkey.assert(challenge), id: credentialId, rawId: credentialId };
    expect([written, ...outcomeOf(await Client.anonymous().post('/session/passkey', { challengeId, response }, { byName: true }))]).toEqual([1, ...outcome]);
  });

  it.each<[string, (parts: readonly string[]) => string, string]>([
    ['a plain hash', (parts) => sha256(JSON.stringify(parts)), 'provider.unlinked'],
    ['the key', (parts) => genuine('provider link', parts), ''],
  ])('links their account at the provider to somebody with %s', async (_with, macOf, code) => {
    const [linked, id, subject] = [await linkedPerson('FUND_MANAGER'), randomUUID(), `evil-${randomUUID()}`];
    const written = await application(
      `insert into provider_link (id, issuer, subject, user_id, linked_by, linked_at, command_id, mac)
       select $1, issuer, $2, $3, linked_by, now(), command_id, decode($4, 'hex') from provider_link where user_id = $5`,
      [id, subject, victim.person.id, macOf([id, issuer(), subject, victim.person.id]), linked.id],
    );
    const visitor = new Visitor();
    const back = await visitor.open(await visitor.setOut(subject));
    const signedIn = back.cookies.some((cookie) => /^baton_session=[^;]/.test(cookie));
    expect([written, new URL(back.location ?? '').searchParams.get('provider') ?? '', signedIn]).toEqual([1, code, code === '']);
    await application('update provider_link set unlinked_at = now(), unlinked_by = $2 where id = $1', [id, victim.person.id]);
  });

  it('turns a way to the provider that they began into one that links the account of somebody', async () => {
    const subject = `evil-${randomUUID()}`;
    const visitor = new Visitor();
    const callback = await visitor.setOut(subject);
    const hash = hashOfToken(new URL(callback).searchParams.get('state') ?? '', 'provider round token');
    await withSql('APPLICATION', async (sql) => {
      const { rows } = await sql.query<Record<string, unknown>>('delete from provider_round where state_hash = $1 returning *', [hash]);
      const session = await sql.query<{ id: string }>('select id from user_session where user_id = $1 and revoked_at is null order by last_seen_at desc limit 1', [victim.person.id]);
      const round = { ...rows[0], purpose: 'LINK', session_id: session.rows[0]?.id };
      await sql.query('insert into provider_round select * from json_populate_record(null::provider_round, $1)', [JSON.stringify(round)]);
    });
    expect(Visitor.pathOf((await visitor.open(callback)).location)).toBe('/?provider=provider.refused');
    expect(await application('select 1 from provider_link where subject = $1', [subject])).toBe(0);
  });

  it.each<[string, (code: string) => string, number]>([
    ['a plain hash', sha256, 400],
    ['the hash of a recovery code', (code) => genuine('recovery code', ['', code]), 400],
    ['the key', (code) => genuine('invitation code', ['', code]), 204],
  ])('invites somebody with %s of a code they know', async (_with, hashOf, status) => {
    const [{ person }, code] = [await newClient(), randomBytes(10).toString('hex').toUpperCase()];
    await invitationOf(person.id);
    await application('update invitation set replaced_at = now() where user_id = $1 and used_at is null and replaced_at is null', [person.id]);
    const written = await application(
      `insert into invitation (id, user_id, code_hash, invited_by, invited_at, expires_at, command_id)
       select $1, user_id, $2, invited_by, now(), now() + interval '1 day', command_id from invitation where user_id = $3 order by invited_at desc limit 1`,
      [randomUUID(), hashOf(code), person.id],
    );
    const password = `another ${randomUUID()}`;
    const redeemed = await Client.anonymous().post('/invitations/redeem', { code, password });
    const signedIn = await Client.anonymous().post('/session', { login: person.login, password });
    expect([written, redeemed.status, signedIn.status]).toEqual([1, status, status === 204 ? 201 : 401]);
  });

  it.each<[string, (text: string) => string, [number, string?]]>([
    ['a plain hash', sha256, [401, 'api-token.invalid']],
    ['the hash of a session token', (text) => hashOfToken(text), [401, 'api-token.invalid']],
    ['the key', (text) => hashOfToken(text, 'api token'), [200]],
  ])('makes a token of somebody with %s', async (_with, hashOf, outcome) => {
    const [{ id }, text, forged] = [await makeToken(victim.client), tokenText(), randomUUID()];
    await application(
      `insert into api_token (id, user_id, name, permissions, created_at, expires_at, command_id)
       select $1, user_id, name, permissions, now(), expires_at, command_id from api_token where id = $2`,
      [forged, id],
    );
    const written = await application('update api_token set token_hash = $2 where id = $1', [forged, hashOf(text)]);
    expect([written, ...outcomeOf(await program(text)('GET', '/funds'))]).toEqual([1, ...outcome]);
  });

  describe('against a second step', () => {
    let person: NewPerson;
    let theirs: Authenticator;
    beforeAll(async () => {
      const made = await newClient();
      person = made.person;
      theirs = await enrolTotp(made.client);
    });
    const halfOpen = async (login: string): Promise<string> => (await Client.anonymous().post('/session', { login, password: GOOD_PASSWORD })).body.token as string;

    it('puts somebody in the place of themselves after their own password', async () => {
      const token = await halfOpen(attacker.person.login);
      await withSql('APPLICATION', async (sql) => {
        const { rows } = await sql.query<Record<string, unknown>>('delete from identity_challenge where token_hash = $1 returning *', [hashOfToken(token, 'half-open token')]);
        expect(rows).toHaveLength(1);
        await sql.query('insert into identity_challenge select * from json_populate_record(null::identity_challenge, $1)', [JSON.stringify({ ...rows[0], user_id: person.id })]);
      });
      expect(refusal(await complete(token, { method: 'TOTP', code: theirs.code() }))).toEqual([401, 'sign-in.over']);
    });

    it.each<[string, (code: string) => string, [number, string?]]>([
      ['a plain hash', (code) => sha256(code), [401, 'sign-in.proof-refused']],
      ['the hash that is theirs', (code) => genuine('recovery code', [attacker.person.id, code]), [401, 'sign-in.proof-refused']],
      ['the key', (code) => genuine('recovery code', [person.id, code]), [201]],
    ])('lays down a recovery code with %s', async (_with, hashOf, outcome) => {
      const code = randomBytes(8).toString('hex').toUpperCase();
      const written = await application(
        'insert into recovery_code (code_hash, user_id, made_at, command_id) select $1, user_id, now(), command_id from totp_factor where user_id = $2',
        [hashOf(code), person.id],
      );
      expect([written, ...outcomeOf(await complete(await halfOpen(person.login), { method: 'RECOVERY_CODE', code }))]).toEqual([1, ...outcome]);
    });

    it('gives somebody their own authenticator', async () => {
      await application('update totp_factor set removed_at = now() where user_id = $1', [person.id]);
      const written = await application(
        `insert into totp_factor (id, user_id, secret, enrolled_at, command_id) select $1, $2, secret, now(), command_id from totp_factor where user_id = $3`,
        [randomUUID(), person.id, attacker.person.id],
      );
      expect([written, ...refusal(await complete(await halfOpen(person.login), { method: 'TOTP', code: app.code(0) }))]).toEqual([1, 401, 'sign-in.proof-refused']);
      expect((await complete(await halfOpen(attacker.person.login), { method: 'TOTP', code: app.code(0) })).status).toBe(201);
    });
  });
});

/** The status, and what was wrong where something was. */
function outcomeOf(answer: Answer): readonly unknown[] {
  return answer.status < 400 ? [answer.status] : refusal(answer);
}

/** Something that has the form of a token, as anybody can make it who has read how: the checksum takes no key. */
function tokenText(): string {
  const body = randomBytes(32).toString('hex').slice(0, 43);
  const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  let [rest, check] = [crc32(body), ''];
  while (check.length < 6) {
    check = (letters[rest % 62] ?? '') + check;
    rest = Math.floor(rest / 62);
  }
  return `baton_${body}${check}`;
}
