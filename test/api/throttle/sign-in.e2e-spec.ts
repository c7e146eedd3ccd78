import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { baseUrl, Client, DEMO_PASSWORD, type Json } from '../../support/client.js';
import { withSql } from '../../support/sql.js';

interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Json;
}

/** Signs in from another address of this machine: 127.0.0.0/8 is all its own (Linux). */
function signInFrom(localAddress: string, login: string, password: string): Promise<Answer> {
  const url = new URL(`${baseUrl()}/api/session`);
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method: 'POST', localAddress, headers: { 'content-type': 'application/json' } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: JSON.parse(Buffer.concat(chunks).toString()) as Json }));
    });
    request.on('error', reject);
    request.end(JSON.stringify({ login, password }));
  });
}

const countFailures = (address: string, failures: number, minutesAgo: number): Promise<unknown> =>
  withSql('OWNER', (sql) => sql.query(`insert into sign_in_throttle values ($1, date_trunc('minute', now()) - $3 * interval '1 minute', $2)`, [address, failures, minutesAgo]));

describe('an address that failed to sign in', () => {
  it('is counted over all accounts', async () => {
    for (const login of [`a-${randomUUID()}`, `b-${randomUUID()}`, 'manager']) expect((await signInFrom('127.0.0.70', login, 'a wrong password')).status).toBe(401);
    const { rows } = await withSql('OWNER', (sql) => sql.query(`select sum(failures)::int as failures from sign_in_throttle where network = '127.0.0.70'`));
    expect(rows).toEqual([{ failures: 3 }]);
  });

  it('has to wait once it failed too often, whichever account it tries and though the password is right', async () => {
    await countFailures('127.0.0.71', 1_000, 2);
    for (const [login, password] of [['manager', DEMO_PASSWORD], [`x-${randomUUID()}`, 'a wrong password']] as const) {
      const answer = await signInFrom('127.0.0.71', login, password);
      expect([answer.status, answer.body.code, answer.body.title, answer.headers['content-type']]).toEqual([429, 'sign-in.throttled', 'Too Many Requests', 'application/problem+json; charset=utf-8']);
      const seconds = Number(answer.headers['retry-after']);
      expect([seconds > 11 * 60, seconds <= 13 * 60, answer.body.details.retryAfterSeconds]).toEqual([true, true, seconds]);
      expect(answer.body.text).toEqual({ ko: expect.stringContaining(`${seconds}초`), en: expect.stringContaining(`${seconds} seconds`) });
    }
  });

  it('is no other address, and what is long past is past', async () => {
    await countFailures('127.0.0.72', 1_000, 2);
    await countFailures('127.0.0.73', 1_000, 16);
    expect((await signInFrom('127.0.0.73', 'manager', DEMO_PASSWORD)).status).toBe(201);
    expect((await signInFrom('127.0.0.74', 'manager', DEMO_PASSWORD)).status).toBe(201);
  });

  it('does not choose its own address', async () => {
    const answer = await Client.anonymous().ask('POST', '/session', { body: { login: `x-${randomUUID()}`, password: 'a wrong password' }, headers: { 'x-forwarded-for': '127.0.0.75', forwarded: 'for=127.0.0.75' } });
    expect(answer.status).toBe(401);
    const { rows } = await withSql('OWNER', (sql) => sql.query(`select 1 from sign_in_throttle where network = '127.0.0.75'`));
    expect(rows).toEqual([]);
  });
});
