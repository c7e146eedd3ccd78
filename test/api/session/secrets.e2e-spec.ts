import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Client } from '../../support/client.js';
import { challengeOf, enrolPasskey, offerTo, shownBy } from '../../support/passkey.js';
import { enrolTotp, invitationOf, newPerson } from '../../support/people.js';
import { withSql } from '../../support/sql.js';

/** Tables in which what is offered or kept may stand readable, because it is public: the text to be signed, the public key. */
const CHALLENGES_LIE_IN = ['identity_challenge'];

/** Where `texts` stand in the database, as table and text. */
async function placesOf(texts: Readonly<Record<string, string>>): Promise<string[]> {
  return withSql('OWNER', async (sql) => {
    const { rows: tables } = await sql.query<{ name: string }>(`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`);
    const found: string[] = [];
    for (const { name } of tables) {
      for (const [what, text] of Object.entries(texts)) {
        const { rowCount } = await sql.query(`select 1 from "${name}" t where position($1 in to_jsonb(t)::text) > 0 limit 1`, [text]);
        if (rowCount === 1) found.push(`${name}: ${what}`);
      }
    }
    return found;
  });
}

describe('what proves who somebody is', () => {
  const texts: Record<string, string> = {};
  let challenges: Readonly<Record<string, string>>;

  beforeAll(async () => {
    const person = await newPerson(['COMPLIANCE']);
    const [marker, next] = [`first-${randomUUID()}`, `next-${randomUUID()}`];
    await Client.anonymous().post('/session', { login: person.login, password: `wrong-${marker}` });
    const client = await Client.signIn(person.login, person.password);
    await client.post('/password/change', { oldPassword: `wrong-${marker}`, newPassword: next });
    await client.post('/password/change', { oldPassword: person.password, newPassword: `short` });
    await client.post('/password/change', { oldPassword: person.password, newPassword: next });
    const app = await enrolTotp(client);
    const enrolment = await offerTo(client);
    const { passkey } = await enrolPasskey(client);
    const signed = await challengeOf(client);
    await client.post('/session/step-up', await shownBy(passkey, client), { byName: true });
    const half = await Client.anonymous().post('/session', { login: person.login, password: next });
    const [recovery = ''] = app.recoveryCodes;
    const whole = await Client.anonymous().post('/session/complete', { token: half.body.token, method: 'RECOVERY_CODE', code: recovery });
    const invitation = await invitationOf(person.id);
    await Client.anonymous().post('/invitations/redeem', { code: invitation, password: next });
    Object.assign(texts, {
      ...{ 'a wrong password': marker, 'a password': next, 'the secret of the app': app.secret, 'the token of a half-open sign-in': half.body.token as string },
      ...{ 'a recovery code': recovery, 'a recovery code without hyphens': recovery.replaceAll('-', ''), 'an invitation code': invitation, 'an invitation code without hyphens': invitation.replaceAll('-', '') },
      ...{ 'a session token': client.cookie?.split('=')[1] ?? '', 'the csrf token': whole.body.csrfToken as string },
    });
    challenges = { 'a challenge to enrol': enrolment.challenge, 'a challenge to sign': signed.challenge };
  });

  it('was collected', () => {
    expect(Object.entries(texts).filter(([, text]) => typeof text !== 'string' || text.length < 15)).toEqual([]);
  });

  it('stands readable nowhere in the database: neither in the log of commands nor in any other table', async () => {
    expect(await placesOf(texts)).toEqual([]);
  });

  it('is challenged by what is kept until it is answered, and only there', async () => {
    const places = await placesOf(challenges);
    expect(places).toEqual(Object.keys(challenges).flatMap((what) => CHALLENGES_LIE_IN.map((table) => `${table}: ${what}`)));
  });

  it('shows argon2 hashes only where passwords and those about to be chosen are kept', async () => {
    expect((await placesOf({ hash: '$argon2id$' })).sort()).toEqual(['identity_challenge: hash', 'user_password: hash']);
  });
});
