import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { refusal } from '../../support/answers.js';
import { Client, cookieOf, DEMO_PASSWORD } from '../../support/client.js';
import { withSql } from '../../support/sql.js';

const start = (login: string, password: string, headers: Record<string, string> = {}) =>
  Client.anonymous().ask('POST', '/session', { body: { login, password }, headers });

describe('starting a session', () => {
  it('answers who signed in and what they may do, and sets a cookie that scripts cannot read', async () => {
    const answer = await start(' Manager ', DEMO_PASSWORD);
    expect([answer.status, answer.body.user.name, answer.body.user.roles]).toEqual([201, '김바람', ['FUND_MANAGER']]);
    expect(answer.body.user.permissions).toContain('investment.record');
    expect(answer.headers.getSetCookie()).toEqual([expect.stringMatching(/^baton_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('gives a new secret each time and ends the session that was brought along', async () => {
    const first = await start('checker', DEMO_PASSWORD);
    const second = await start('checker', DEMO_PASSWORD, { cookie: cookieOf(first) });
    expect(cookieOf(second)).not.toBe(cookieOf(first));
    const old = await Client.anonymous().ask('GET', '/session', { headers: { cookie: cookieOf(first) } });
    expect(refusal(old)).toEqual([401, 'session.expired']);
  });

  it('says the same of an unknown login and of a wrong password', async () => {
    const [unknown, wrong] = [await start(`nobody-${randomUUID()}`, DEMO_PASSWORD), await start('finance', 'not the password')];
    expect([refusal(unknown), refusal(wrong)]).toEqual([
      [401, 'sign-in.failed'],
      [401, 'sign-in.failed'],
    ]);
    expect(unknown.body).toEqual(wrong.body);
    expect(unknown.headers.getSetCookie()).toEqual([]);
  });

  it('locks a login after five wrong passwords, whether or not anybody has it', async () => {
    const login = `guess-${randomUUID()}`;
    const answers = [];
    for (let guess = 1; guess <= 6; guess += 1) answers.push(refusal(await start(login, `guess number ${guess}`)));
    expect(answers.map(([status]) => status)).toEqual([401, 401, 401, 401, 403, 403]);
    expect(answers.at(-1)).toEqual([403, 'sign-in.locked']);
  });

  it('keeps what was typed as a login only as a hash, and no password at all', async () => {
    const typed = `typed-${randomUUID()}`;
    await start(typed, 'a password typed into the right field');
    const found = await withSql('OWNER', async (client) => {
      const { rows } = await client.query(`select to_jsonb(a)::text as row from sign_in_attempt a order by id desc limit 50`);
      return (rows as { row: string }[]).map(({ row }) => row).join();
    });
    expect(found).not.toContain(typed);
    expect(found).not.toContain('right field');
  });

  it('refuses pages of another site, however they say where they come from', async () => {
    const codes = await Promise.all(
      [{ origin: 'https://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }].map(async (headers) =>
        refusal(await start('manager', DEMO_PASSWORD, headers as unknown as Record<string, string>)),
      ),
    );
    expect(codes).toEqual(Array(4).fill([403, 'csrf.foreign-origin']));
  });

  it('asks for both fields as text', async () => {
    expect(refusal(await Client.anonymous().post('/session', {}))).toEqual([400, 'request.invalid', '/login', '/password']);
    expect(refusal(await Client.anonymous().post('/session', { login: 1, password: ['x'] }))).toEqual([400, 'request.invalid', '/login', '/password']);
  });

  it('reads no form that a page of another site could post', async () => {
    const form = await Client.anonymous().ask('POST', '/session', { raw: { body: `login=manager&password=${DEMO_PASSWORD}`, contentType: 'application/x-www-form-urlencoded' } });
    const text = await Client.anonymous().ask('POST', '/session', { raw: { body: JSON.stringify({ login: 'manager', password: DEMO_PASSWORD }), contentType: 'text/plain' } });
    expect([refusal(form), refusal(text)]).toEqual([
      [415, 'request.media-type'],
      [415, 'request.media-type'],
    ]);
  });
});
