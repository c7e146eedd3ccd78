import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { makeToken } from '../../support/api-token.js';
import { Client, type Json, type Login } from '../../support/client.js';
import { startServer, type ServerProcess } from '../../support/server-process.js';

const MOST = 12;

interface Outcome {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json;
}

describe('a process with narrow limits', () => {
  let server: ServerProcess;

  beforeAll(async () => {
    server = await startServer({ BATON_REQUESTS_PER_MINUTE_PER_USER: String(MOST), BATON_REQUESTS_PER_MINUTE_PER_ADDRESS: '80', BATON_SIGN_INS_PER_MINUTE: '3', BATON_SECURE_COOKIE: 'true' });
  });

  afterAll(async () => {
    await server.stop();
  });

  async function ask(method: string, path: string, headers: Record<string, string> = {}, body?: object): Promise<Outcome> {
    const response = await fetch(`${server.url}/api${path}`, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
  }
  const headersOf = (login: Login): Record<string, string> => Client.as(login).headers({ key: null });

  it('serves one person so many requests a minute, says when to come back, and lets others go on', async () => {
    const statuses = [];
    for (let request = 1; request <= MOST; request += 1) statuses.push((await ask('GET', '/funds', headersOf('manager'))).status);
    expect(new Set(statuses)).toEqual(new Set([200]));
    const refused = await ask('GET', '/funds', headersOf('manager'));
    const seconds = Number(refused.headers.get('retry-after'));
    expect([refused.status, refused.body.code, refused.headers.get('content-type')]).toEqual([429, 'request.too-many', 'application/problem+json; charset=utf-8']);
    expect([seconds >= 1, seconds <= 60, refused.body.details.retryAfterSeconds]).toEqual([true, true, seconds]);
    expect(refused.body.text).toEqual({ ko: expect.stringMatching(/[가-힣]/), en: expect.stringMatching(/too many/) });
    expect((await ask('GET', '/funds', headersOf('auditor'))).status).toBe(200);
    // A program of that person is that person.
    const { secret } = await makeToken(Client.as('manager'));
    expect((await ask('GET', '/funds', { authorization: `Bearer ${secret}` })).status).toBe(429);
  });

  it('checks so many passwords a minute for one address, whatever the login and the cookie', async () => {
    const statuses = [];
    for (let guess = 1; guess <= 4; guess += 1) statuses.push((await ask('POST', '/session', { cookie: `baton_session=${randomUUID()}` }, { login: `x-${randomUUID()}`, password: 'a wrong password' })).status);
    expect(statuses).toEqual([401, 401, 401, 429]);
  });

  it('refuses an address that asks too much before it looks who asks; the pages still come', async () => {
    let last: Outcome | null = null;
    for (let request = 1; request <= 80 && last?.status !== 429; request += 1) last = await ask('GET', '/sign-in-methods');
    expect([last?.status, last?.body.code]).toEqual([429, 'request.too-many']);
    expect((await ask('GET', '/health')).status).toBe(429);
    expect((await fetch(`${server.url}/favicon.svg`)).status).not.toBe(429);
  });

  it('behind https pins browsers to https', async () => {
    const { headers } = await ask('GET', '/health');
    expect(headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains');
  });
});
