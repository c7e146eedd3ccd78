import { randomUUID } from 'node:crypto';
import { invariant } from '#libs/errors';
import { generateSync } from 'otplib';
import { Client, type Answer, type Json } from './client.js';
import { hashOfToken } from './keys.js';
import { withSql } from './sql.js';

/** Good enough for anybody: nothing of it is on a list of common ones. */
export const GOOD_PASSWORD = 'correct horse battery staple';

export interface NewPerson {
  readonly id: string;
  readonly login: string;
  readonly password: string;
}

/** An account with these roles, and the password that its person chose with the code of an invitation. */
export async function newPerson(roles: readonly string[], changes: Json = {}): Promise<NewPerson> {
  const login = `u-${randomUUID()}`;
  const created = await Client.as('admin').post('/users', { login, name: '누리봄', roles, ...changes });
  invariant(created.status === 201, `creating a user answered ${created.status} ${created.bytes.toString()}`);
  const { id } = created.body as { id: string };
  const redeemed = await Client.anonymous().post('/invitations/redeem', { code: await invitationOf(id), password: GOOD_PASSWORD });
  invariant(redeemed.status === 204, `redeeming answered ${redeemed.status} ${redeemed.bytes.toString()}`);
  return { id, login, password: GOOD_PASSWORD };
}

/** The code of a fresh invitation. */
export async function invitationOf(userId: string): Promise<string> {
  const invited = await Client.as('admin').post(`/users/${userId}/invitations`, undefined);
  invariant(invited.status === 201, `inviting answered ${invited.status} ${invited.bytes.toString()}`);
  return (invited.body as { code: string }).code;
}

/** Signed in as somebody who was not there before. */
export async function newClient(roles: readonly string[] = ['COMPLIANCE']): Promise<{ client: Client; person: NewPerson }> {
  const person = await newPerson(roles);
  return { client: await Client.signIn(person.login, person.password), person };
}

/** An authenticator app: `code(0)` is what it shows now, `code(1)` what it shows half a minute later. */
export interface Authenticator {
  readonly secret: string;
  code(stepsAhead?: number): string;
  readonly recoveryCodes: readonly string[];
}

const STEP_SECONDS = 30;

export function authenticatorOf(secret: string, recoveryCodes: readonly string[] = []): Authenticator {
  return { secret, recoveryCodes, code: (stepsAhead = 0) => generateSync({ secret, epoch: Math.floor(Date.now() / 1_000) + stepsAhead * STEP_SECONDS }) };
}

/** Enrols an authenticator app with the code of the step before, so that the present one is still good. */
export async function enrolTotp(client: Client): Promise<Authenticator> {
  const offered = await client.post('/totp', undefined);
  invariant(offered.status === 201, `the offer answered ${offered.status} ${offered.bytes.toString()}`);
  const { id, secret } = offered.body as { id: string; secret: string };
  const confirm = (): Promise<Answer> => client.post(`/totp/${id}/confirm`, { code: authenticatorOf(secret).code(-1) });
  const first = await confirm();
  // The clock may have gone on to the next half minute between the two: then it is the step before that one.
  const confirmed = first.status === 201 ? first : await confirm();
  invariant(confirmed.status === 201, `enrolling answered ${confirmed.status} ${confirmed.bytes.toString()}`);
  return authenticatorOf(secret, (confirmed.body as { recoveryCodes: string[] | null }).recoveryCodes ?? []);
}

/** Makes the last proof of a session an hour old. */
export async function ageProof(client: Client): Promise<void> {
  const token = client.cookie?.split('=')[1] ?? '';
  await withSql('APPLICATION', (sql) => sql.query(`update user_session set stepped_up_at = now() - interval '1 hour' where token_hash = $1`, [hashOfToken(token)]));
}
