import { invariant } from '#libs/errors';
import { Client, type Answer, type Ask, type Login } from './client.js';

interface MadeToken {
  readonly id: string;
  readonly secret: string;
}

export async function makeToken(client: Client, permissions?: readonly string[]): Promise<MadeToken> {
  const answer = await client.post('/api-tokens', { name: '시험 연계', ...(permissions === undefined ? {} : { permissions }) });
  invariant(answer.status === 201, `making a token answered ${answer.status} ${answer.bytes.toString()}`);
  const { token, secret } = answer.body as { token: { id: string }; secret: string };
  return { id: token.id, secret };
}

/** A program: it has the token, and neither cookie nor csrf token. */
export function program(secret: string): (method: string, path: string, ask?: Ask) => Promise<Answer> {
  return (method, path, ask = {}) => Client.anonymous().ask(method, path, { ...ask, headers: { authorization: `Bearer ${secret}`, ...ask.headers } });
}

export async function programOf(login: Login, permissions?: readonly string[]): Promise<ReturnType<typeof program>> {
  return program((await makeToken(Client.as(login), permissions)).secret);
}
