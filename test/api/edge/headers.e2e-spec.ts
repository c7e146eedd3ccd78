import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import { baseUrl, Client } from '../../support/client.js';

const answers = async (): Promise<readonly (readonly [string, Headers])[]> => {
  const manager = Client.as('manager');
  const asked = await Promise.all([
    manager.get('/funds'),
    manager.get('/funds/not-an-id'),
    manager.get('/nothing'),
    manager.post('/funds', {}),
    Client.anonymous().get('/health'),
    Client.anonymous().get('/session'),
    Client.anonymous().get('/openapi.json'),
    Client.anonymous().get('/sign-in-methods'),
  ]);
  const page = await fetch(`${baseUrl()}/`);
  return [...asked.map(({ status, headers }, index) => [`answer ${index} (${status})`, headers] as const), ['the page', page.headers]];
};

const expected: Readonly<Record<string, string | null>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'x-permitted-cross-domain-policies': 'none',
  // Over plain http the promise of https would be a trap.
  'strict-transport-security': null,
  'access-control-allow-origin': null,
  server: null,
  'x-powered-by': null,
};

describe('every answer', () => {
  it('carries the headers that keep a browser from being used against us, and none that tells what runs here', async () => {
    for (const [what, headers] of await answers()) {
      const found = Object.fromEntries(Object.keys(expected).map((name) => [name, headers.get(name)]));
      expect([what, found]).toEqual([what, expected]);
      expect([what, headers.get('content-security-policy')]).toEqual([what, expect.stringContaining("default-src 'none'")]);
      expect([what, headers.get('content-security-policy')]).toEqual([what, expect.not.stringMatching(/unsafe|data:|blob:|\*/)]);
      expect([what, headers.get('permissions-policy')]).toEqual([what, expect.stringContaining('camera=()')]);
    }
  });

  it('of the API is kept by no cache', async () => {
    const api = (await answers()).filter(([what]) => what !== 'the page');
    expect(api.map(([, headers]) => headers.get('cache-control'))).toEqual(api.map(() => 'no-store'));
  });

  it('that refuses tells nothing of the inside', async () => {
    const manager = Client.as('manager');
    const refused = await Promise.all([manager.get('/nothing'), manager.post('/funds', { name: {} }), manager.get('/funds/%00'), manager.ask('POST', '/funds', { raw: { body: '{', contentType: 'application/json' } })]);
    for (const { bytes } of refused) expect(bytes.toString()).not.toMatch(/stack|\.ts|\.js|node_modules|fastify|nest|typeorm/i);
  });
});

describe('the page', () => {
  it('holds no script and no style of its own text', async () => {
    const built = 'dist/web/index.html';
    const text = fs.readFileSync(fs.existsSync(built) ? built : 'apps/web/index.html', 'utf8');
    const page = text.replaceAll(/<!--[\s\S]*?-->/g, '');
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/i);
    expect([...page.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(([tag, content]) => [/\ssrc="\/(?!\/)/.test(tag), content?.trim()])).toEqual([[true, '']]);
    const styles = fs.existsSync(built) ? fs.readdirSync('dist/web/assets').filter((file) => file.endsWith('.css')) : [];
    expect(styles.filter((file) => /@import|url\((?!\/|["']\/)/.test(fs.readFileSync(`dist/web/assets/${file}`, 'utf8')))).toEqual([]);
  });
});

describe('the method of a request', () => {
  it('is the one it was sent with, whatever its headers, query or form say', async () => {
    const manager = Client.as('manager');
    const overrides = ['x-http-method-override', 'x-http-method', 'x-method-override'];
    for (const header of overrides) {
      const answer = await manager.ask('POST', '/session', { body: { login: `x-${randomUUID()}`, password: 'a wrong password' }, headers: { [header]: 'DELETE' } });
      expect([header, answer.status]).toEqual([header, 401]);
    }
    expect((await manager.ask('POST', '/session?_method=DELETE', { body: { login: `x-${randomUUID()}`, password: 'a wrong password', _method: 'DELETE' } })).status).toBe(400);
    expect((await manager.get('/session')).status).toBe(200);
  });

  it.each(['TRACE', 'CONNECT', 'PROPFIND', 'BREW'])('%s is not served', async (method) => {
    const { hostname, port } = new URL(baseUrl());
    const said = await new Promise<string>((resolve, reject) => {
      const socket = net.connect(Number(port), hostname, () => socket.write(`${method} /api/health HTTP/1.1\r\nHost: ${hostname}\r\nConnection: close\r\n\r\n`));
      let received = '';
      socket.on('data', (chunk) => (received += chunk.toString()));
      socket.on('error', reject);
      socket.on('close', () => resolve(received));
    });
    expect(said).not.toMatch(/^HTTP\/1\.1 2/);
  });
});
