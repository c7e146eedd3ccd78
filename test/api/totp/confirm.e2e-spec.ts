import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { refusal } from '../../support/answers.js';
import { Client } from '../../support/client.js';
import { ageProof, authenticatorOf, enrolTotp, newClient } from '../../support/people.js';
import { NOWHERE } from '../../support/routes.js';
import { withSql } from '../../support/sql.js';

describe('enrolling an authenticator app', () => {
  it('needs somebody who is signed in', async () => {
    expect(refusal(await Client.anonymous().post('/totp', undefined))).toEqual([401, 'session.missing']);
    expect(refusal(await Client.anonymous().post(`/totp/${NOWHERE}/confirm`, { code: '123456' }))).toEqual([401, 'session.missing']);
  });

  it('offers a secret as text and as an address, and enrols it with its first code', async () => {
    const { client, person } = await newClient();
    const offered = await client.post('/totp', undefined);
    expect([offered.status, offered.body.address]).toEqual([201, expect.stringContaining(`secret=${offered.body.secret as string}`)]);
    expect(decodeURIComponent(offered.body.address)).toContain(person.login);
    expect((await client.get('/factors')).body.totpEnrolledAt).toBeNull();
    const confirmed = await client.post(`/totp/${offered.body.id}/confirm`, { code: authenticatorOf(offered.body.secret).code() });
    expect([confirmed.status, confirmed.body.recoveryCodes.length]).toEqual([201, 10]);
    const factors = (await client.get('/factors')).body;
    expect([factors.totpEnrolledAt === null, factors.recoveryCodesLeft]).toEqual([false, 10]);
  });

  it('answers the same codes to the same key, and enrols once', async () => {
    const { client } = await newClient();
    const { id, secret } = (await client.post('/totp', undefined)).body;
    const key = `totp-${randomUUID()}`;
    const confirm = () => client.post(`/totp/${id}/confirm`, { code: authenticatorOf(secret).code() }, { key });
    const [first, again] = [await confirm(), await confirm()];
    expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
    expect(refusal(await client.post(`/totp/${id}/confirm`, { code: authenticatorOf(secret).code() }))).toEqual([409, 'challenge.over']);
  });

  it('refuses a wrong code at its field, a second app, and an offer that is over or somebody else’s', async () => {
    const [{ client }, { client: other }] = [await newClient(), await newClient()];
    const { id, secret } = (await client.post('/totp', undefined)).body;
    expect(refusal(await client.post(`/totp/${id}/confirm`, { code: authenticatorOf(secret).code(5) }))).toEqual([400, 'totp.wrong-code', '/code']);
    expect(refusal(await other.post(`/totp/${id}/confirm`, { code: authenticatorOf(secret).code() }))).toEqual([404, 'resource.not-found']);
    await withSql('OWNER', (sql) => sql.query(`update identity_challenge set offered_at = now() - interval '20 minutes', expires_at = now() - interval '5 minutes' where id = $1`, [id]));
    expect(refusal(await client.post(`/totp/${id}/confirm`, { code: authenticatorOf(secret).code() }))).toEqual([409, 'challenge.over']);
    await enrolTotp(client);
    expect(refusal(await client.post('/totp', undefined))).toEqual([409, 'totp.enrolled']);
  });

  it('is offered only after a fresh proof', async () => {
    const { client } = await newClient();
    await ageProof(client);
    expect(refusal(await client.post('/totp', undefined))).toEqual([403, 'step-up.required']);
  });

  it('keeps the secret encrypted, and out of the log', async () => {
    const { client } = await newClient();
    const { secret } = await enrolTotp(client);
    const found = await withSql('OWNER', async (sql) => {
      const tables = ['totp_factor', 'identity_challenge', 'command_log', 'outbox'];
      const rows = await Promise.all(tables.map(async (table) => (await sql.query(`select to_jsonb(t)::text as row from ${table} t`)).rows as { row: string }[]));
      return rows.flat();
    });
    expect(found.length).toBeGreaterThan(2);
    expect(found.filter(({ row }) => row.includes(secret))).toEqual([]);
  });
});
