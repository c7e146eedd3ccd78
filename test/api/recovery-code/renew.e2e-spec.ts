import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { refusal } from '../../support/answers.js';
import { Client } from '../../support/client.js';
import { enrolTotp, newClient } from '../../support/people.js';
import { withSql } from '../../support/sql.js';

const renew = (client: Client, key = randomUUID() as string) => client.post('/recovery-codes', undefined, { key });

describe('renewing recovery codes', () => {
  it('needs somebody who is signed in, and a factor that they stand in for', async () => {
    expect(refusal(await renew(Client.anonymous()))).toEqual([401, 'session.missing']);
    expect(refusal(await renew((await newClient()).client))).toEqual([422, 'recovery-code.no-factor']);
  });

  it('gives ten new ones, the same to the same key, and the earlier ones count no more', async () => {
    const { client } = await newClient();
    const { recoveryCodes: [old = ''] } = await enrolTotp(client);
    const key = `renew-${randomUUID()}`;
    const [first, again] = [await renew(client, key), await renew(client, key)];
    expect([first.status, new Set(first.body.codes).size, again.body]).toEqual([201, 10, first.body]);
    expect(first.body.codes.every((code: string) => /^[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5}$/.test(code))).toBe(true);
    expect(refusal(await client.post('/session/step-up', { method: 'RECOVERY_CODE', code: old }))).toEqual([403, 'step-up.refused']);
    expect((await client.post('/session/step-up', { method: 'RECOVERY_CODE', code: first.body.codes[3] })).status).toBe(200);
    expect((await client.get('/factors')).body.recoveryCodesLeft).toBe(9);
  });

  it('keeps only hashes', async () => {
    const { client } = await newClient();
    await enrolTotp(client);
    const { codes } = (await renew(client)).body as { codes: string[] };
    const found = await withSql('OWNER', async (sql) => (await sql.query('select to_jsonb(r)::text as row from recovery_code r union all select to_jsonb(c)::text from command_log c')).rows as { row: string }[]);
    expect(found.filter(({ row }) => codes.some((code) => row.includes(code) || row.includes(code.replaceAll('-', ''))))).toEqual([]);
  });
});
