import { describe, expect, it } from '@jest/globals';
import { refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { ageProof, enrolTotp, newClient } from '../../support/people.js';
import { readContract } from '../../support/routes.js';
import { withSql } from '../../support/sql.js';

const confirm = (client: Client, proof: Json) => client.post('/session/step-up', proof);
const sensitive = (client: Client) => client.post('/totp/remove', undefined);

/** What cannot be taken back, or opens other doors: written down a second time, so that a route that lost the mark is seen. */
const AT_LEAST = ['createUser', 'deactivateUser', 'inviteUser', 'restrictUser', 'disconnectUser', 'grantRole', 'revokeRole', 'decidePolicy', 'offerTotp', 'removeTotp', 'offerPasskey', 'removePasskey', 'renewRecoveryCodes', 'createApiToken'];

describe('proving once more who is there', () => {
  it('is asked for on the sensitive routes, and the contract says so', async () => {
    const { paths } = (await Client.anonymous().get('/openapi.json')).body as { paths: Record<string, Record<string, { operationId: string; 'x-step-up'?: boolean }>> };
    const marked = Object.values(paths).flatMap((methods) => Object.values(methods).filter((each) => each['x-step-up'] === true).map(({ operationId }) => operationId));
    const offered = (await readContract()).map(({ operationId }) => operationId);
    expect(AT_LEAST.filter((operationId) => offered.includes(operationId) && !marked.includes(operationId))).toEqual([]);
    expect(marked.length).toBeGreaterThan(9);
  });

  it('needs somebody who is signed in', async () => {
    expect(refusal(await confirm(Client.anonymous(), { method: 'PASSWORD', password: 'x' }))).toEqual([401, 'session.missing']);
  });

  it('opens sensitive routes for ten minutes, by the password of people without a factor', async () => {
    const { client, person } = await newClient();
    expect(refusal(await sensitive(client))).toEqual([404, 'resource.not-found']);
    await ageProof(client);
    const asked = await sensitive(client);
    expect([refusal(asked), asked.body.details]).toEqual([[403, 'step-up.required'], { methods: ['PASSWORD'], windowMinutes: 10 }]);
    const given = await confirm(client, { method: 'PASSWORD', password: person.password });
    expect([given.status, given.body.method, Date.parse(given.body.until) - Date.parse(given.body.at)]).toEqual([200, 'PASSWORD', 600_000]);
    expect(refusal(await sensitive(client))).toEqual([404, 'resource.not-found']);
  });

  it('takes the second factor of those who have one, and their password no more', async () => {
    const { client, person } = await newClient();
    const app = await enrolTotp(client);
    await ageProof(client);
    expect(refusal(await confirm(client, { method: 'PASSWORD', password: person.password }))).toEqual([403, 'step-up.refused']);
    expect((await confirm(client, { method: 'TOTP', code: app.code() })).body.method).toBe('TOTP');
    await ageProof(client);
    expect(refusal(await confirm(client, { method: 'TOTP', code: app.code() }))).toEqual([403, 'step-up.refused']);
    expect((await confirm(client, { method: 'RECOVERY_CODE', code: app.recoveryCodes[0] })).body.method).toBe('RECOVERY_CODE');
    expect((await sensitive(client)).status).toBe(204);
  });

  it('counts failures into the lock of the login, and the session goes on', async () => {
    const { client, person } = await newClient();
    const codes = [];
    for (let guess = 1; guess <= 5; guess += 1) codes.push((await confirm(client, { method: 'PASSWORD', password: `guess ${guess}` })).body.code);
    expect(codes).toEqual([...Array(4).fill('step-up.refused'), 'sign-in.locked']);
    expect(refusal(await confirm(client, { method: 'PASSWORD', password: person.password }))).toEqual([403, 'sign-in.locked']);
    expect((await client.get('/session')).status).toBe(200);
  });

  it('is on record with the session and the way', async () => {
    const { client, person } = await newClient();
    await confirm(client, { method: 'PASSWORD', password: person.password });
    const rows = await withSql('OWNER', async (sql) => (await sql.query('select outcome, method, session_id is not null as session from sign_in_attempt where user_id = $1 order by id', [person.id])).rows as object[]);
    expect(rows).toEqual([
      { outcome: 'SIGNED_IN', method: 'PASSWORD', session: true },
      { outcome: 'STEPPED_UP', method: 'PASSWORD', session: true },
    ]);
  });
});
