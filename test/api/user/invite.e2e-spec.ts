import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { refusal } from '../../support/answers.js';
import { Client } from '../../support/client.js';
import { ageProof, enrolTotp, GOOD_PASSWORD, newClient, newPerson } from '../../support/people.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';
import { withSql } from '../../support/sql.js';

const invite = (id: string, key?: string) => Client.as('admin').post(`/users/${id}/invitations`, undefined, key === undefined ? {} : { key });
const redeem = (code: string, password: string) => Client.anonymous().post('/invitations/redeem', { code, password });

describe('inviting a person to choose a password', () => {
  itIsClosedTo('compliance', 'inviteUser', (client) => client.post(`/users/${NOWHERE}/invitations`, undefined));
  itFindsNothingAt(async (id) => {
    const answer = await invite(id);
    // A parameter that is no identifier is told like every other field.
    return answer.status === 400 ? { ...answer, status: 404, body: { ...answer.body, code: 'id.malformed' } } : answer;
  });

  it('gives a code that works for three days, the same one for the same key', async () => {
    const { id } = await newPerson(['COMPLIANCE']);
    const key = `invite-${randomUUID()}`;
    const [first, again, other] = [await invite(id, key), await invite(id, key), await invite(id)];
    expect(first.body.code).toMatch(/^[0-9A-Z]{5}(-[0-9A-Z]{5}){3}$/);
    expect(Math.round((Date.parse(first.body.expiresAt) - Date.now()) / 3_600_000)).toBe(72);
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(other.body.code).not.toBe(first.body.code);
    expect(refusal(await redeem(first.body.code, 'a password of another day'))).toEqual([400, 'invitation.wrong-code', '/code']);
    expect((await redeem(other.body.code, 'a password of another day')).status).toBe(204);
  });

  it('opens a forgotten password, ends the sessions, and takes nothing else away', async () => {
    const { client, person } = await newClient(['COMPLIANCE']);
    await enrolTotp(client);
    const { code } = (await invite(person.id)).body;
    expect((await redeem(code.toLowerCase().replaceAll('-', ' '), 'another good password')).status).toBe(204);
    expect(refusal(await client.get('/session'))).toEqual([401, 'session.expired']);
    expect(refusal(await Client.anonymous().post('/session', { login: person.login, password: GOOD_PASSWORD }))).toEqual([401, 'sign-in.failed']);
    const half = await Client.anonymous().post('/session', { login: person.login, password: 'another good password' });
    expect([half.status, half.body.methods]).toEqual([200, ['TOTP', 'RECOVERY_CODE']]);
  });

  it('is refused for oneself, and for an account that is closed', async () => {
    const own = (await Client.as('admin').get('/session')).body.user.id as string;
    expect(refusal(await invite(own))).toEqual([422, 'user.own-account']);
    const { id } = await newPerson(['COMPLIANCE']);
    await Client.as('admin').post(`/users/${id}/deactivate`, { reason: '퇴사' });
    expect(refusal(await invite(id))).toEqual([409, 'user.inactive']);
  });

  it('asks for a fresh proof of who is there', async () => {
    const { client } = await newClient(['ADMIN']);
    await ageProof(client);
    expect(refusal(await client.post(`/users/${NOWHERE}/invitations`, undefined))).toEqual([403, 'step-up.required']);
  });

  it('keeps no code: neither in its table nor in the log', async () => {
    const { id } = await newPerson(['COMPLIANCE']);
    const { code } = (await invite(id)).body;
    const found = await withSql('OWNER', async (sql) => (await sql.query(`select to_jsonb(i)::text as row from invitation i union all select to_jsonb(c)::text from command_log c where command = 'user.invite'`)).rows as { row: string }[]);
    expect(found.length).toBeGreaterThan(1);
    expect(found.filter(({ row }) => row.includes(code) || row.includes(code.replaceAll('-', '')))).toEqual([]);
  });
});
