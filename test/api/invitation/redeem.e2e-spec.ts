import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { refusal } from '../../support/answers.js';
import { Client } from '../../support/client.js';
import { GOOD_PASSWORD, invitationOf, newPerson } from '../../support/people.js';
import { withSql } from '../../support/sql.js';

const redeem = (code: string, password = GOOD_PASSWORD) => Client.anonymous().post('/invitations/redeem', { code, password });

async function invited(): Promise<{ id: string; login: string; code: string }> {
  const { id, login } = (await Client.as('admin').post('/users', { login: `u-${randomUUID()}`, name: '김누리', roles: ['COMPLIANCE'] })).body as { id: string; login: string };
  return { id, login, code: await invitationOf(id) };
}

describe('redeeming an invitation', () => {
  it('sets the password once', async () => {
    const { code, login } = await invited();
    expect((await redeem(code)).status).toBe(204);
    expect(refusal(await redeem(code, 'another good password'))).toEqual([400, 'invitation.wrong-code', '/code']);
    expect((await Client.signIn(login, GOOD_PASSWORD)).cookie).not.toBeNull();
  });

  it('sets one password when two come at once', async () => {
    const { code } = await invited();
    const answers = await Promise.all(['first good password', 'second good password'].map((password) => redeem(code, password)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 400]);
  });

  it('refuses a code that nobody has, without saying more', async () => {
    const unknown = await redeem('00000-00000-00000-00000');
    expect(refusal(unknown)).toEqual([400, 'invitation.wrong-code', '/code']);
    const { code, id } = await invited();
    await withSql('OWNER', (sql) => sql.query(`update invitation set invited_at = now() - interval '4 days', expires_at = now() - interval '1 day' where user_id = $1`, [id]));
    expect((await redeem(code)).body).toEqual(unknown.body);
  });

  it('refuses the code of an account that is closed or that does not work from here', async () => {
    const [gone, elsewhere] = [await invited(), await invited()];
    await Client.as('admin').post(`/users/${gone.id}/deactivate`, { reason: '퇴사' });
    await Client.as('admin').post(`/users/${elsewhere.id}/restrict`, { networks: ['192.0.2.0/24'] });
    expect([refusal(await redeem(gone.code)), refusal(await redeem(elsewhere.code))]).toEqual(Array(2).fill([400, 'invitation.wrong-code', '/code']));
  });

  it.each([
    ['too short', 'eleven char', 'password.too-short'],
    ['the name in it', '우리팀김누리최고입니다!!', 'password.names-you'],
    ['too common', 'P@ssw0rd2026!', 'password.too-common'],
  ])('refuses a password that is %s, and the code can be used again', async (_what, password, fault) => {
    const { code } = await invited();
    expect(refusal(await redeem(code, password))).toEqual([400, fault, '/password']);
    expect((await redeem(code)).status).toBe(204);
  });

  it('refuses one of the last three passwords', async () => {
    const { id } = await newPerson(['COMPLIANCE']);
    const answers = [];
    for (const password of ['second good password', 'third good password', GOOD_PASSWORD, 'fourth good password', GOOD_PASSWORD]) {
      answers.push((await redeem(await invitationOf(id), password)).body?.code ?? 'done');
    }
    expect(answers).toEqual(['done', 'done', 'password.used-before', 'done', 'done']);
  });

  it('asks for both fields', async () => {
    expect(refusal(await Client.anonymous().post('/invitations/redeem', {}))).toEqual([400, 'request.invalid', '/code', '/password']);
  });
});
