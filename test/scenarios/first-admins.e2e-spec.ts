import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startServer, type ServerProcess } from '../support/server-process.js';

interface FirstAdmin {
  readonly login: string;
  readonly password: string;
}

const PEOPLE = ['kim.admin', '김관리', 'lee.admin', '이관리'];

describe('a new installation', () => {
  let folder: string;
  let admins: readonly FirstAdmin[];
  let server: ServerProcess;

  /** What the command line says, and its exit code. */
  const firstAdmins = (words: readonly string[]): Promise<{ readonly code: number; readonly said: string }> =>
    new Promise((resolve) => {
      const env = { ...process.env, NODE_OPTIONS: '', DATABASE_URL: '', BATON_DATA_DIR: folder };
      execFile(process.execPath, [path.resolve('dist/apps/api/src/cli/baton.js'), 'first-admins', ...words], { env }, (error, stdout, stderr) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, said: `${stdout}${stderr}` }),
      );
    });

  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'baton-first-'));
    const { said } = await firstAdmins(PEOPLE);
    admins = [...said.matchAll(/^(\S+) {2}\S+ {2}([a-z0-9]{20})$/gm)].map(([, login = '', password = '']) => ({ login, password }));
    expect(admins.map(({ login }) => login)).toEqual(['kim.admin', 'lee.admin']);
    server = await startServer({ DATABASE_URL: '', BATON_DATA_DIR: folder });
  }, 120_000);

  afterAll(async () => {
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }, 120_000);

  const ask = async (method: string, address: string, headers: Record<string, string>, body?: unknown): Promise<{ status: number; cookie: string; body: Record<string, unknown> }> => {
    const response = await fetch(`${server.url}/api${address}`, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const cookie = response.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
    return { status: response.status, cookie, body: (await response.json()) as Record<string, unknown> };
  };

  async function signedIn({ login, password }: FirstAdmin): Promise<Record<string, string>> {
    const { status, cookie, body } = await ask('POST', '/session', {}, { login, password });
    expect(status).toBe(201);
    return { cookie, 'x-csrf-token': String(body['csrfToken']) };
  }

  it('is given two administrators, who make accounts with each other’s signature', async () => {
    const [one, other] = await Promise.all(admins.map(signedIn));
    const account = { login: 'park.manager', name: '박운용', roles: ['FUND_MANAGER'] };
    const drafted = await ask('POST', '/users', { ...one, 'idempotency-key': 'first-account' }, account);
    expect(drafted.status).toBe(202);
    const { id } = drafted.body['approval'] as { id: string };
    const { contentHash } = (await ask('GET', `/approvals/${id}`, { ...other })).body;
    const own = await ask('POST', `/approvals/${id}/sign`, { ...one, 'idempotency-key': 'own-signature' }, { contentHash });
    expect([own.status, own.body['code']]).toEqual([403, 'approval.same-person']);
    const signed = await ask('POST', `/approvals/${id}/sign`, { ...other, 'idempotency-key': 'other-signature' }, { contentHash });
    expect(signed.body['state']).toBe('EXECUTED');
    const people = (await ask('GET', '/users', { ...one })).body as unknown as { login: string }[];
    expect(people.map(({ login }) => login)).toEqual(['kim.admin', 'lee.admin', 'park.manager']);
  });

  it('is given them once', async () => {
    expect(await firstAdmins(PEOPLE)).toMatchObject({ code: 2, said: expect.stringContaining('이미 계정이 있는 설치입니다') });
  }, 120_000);

  it.each([[[]], [['kim.admin', '김관리']], [['kim.admin', '김관리', 'KIM.admin', '이관리']], [['김관리', '김관리', 'lee.admin', '이관리']], [['kim.admin', ' ', 'lee.admin', '이관리']]])(
    'wants two different people by login and name, not %j',
    async (words) => {
      expect(await firstAdmins(words)).toMatchObject({ code: 2, said: expect.stringContaining('서로 다른 관리자 두 사람') });
    },
  );
});
