import helmet from '@fastify/helmet';
import { describe, expect, it } from '@jest/globals';
import fastify from 'fastify';
import { securityHeaders } from './headers.js';

async function headersOf(secure: boolean): Promise<Record<string, unknown>> {
  const server = fastify();
  await server.register(helmet, securityHeaders(secure));
  server.get('/', () => 'a page');
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  const { headers } = await fetch(url);
  await server.close();
  return Object.fromEntries(headers);
}

describe('the headers of an answer', () => {
  it('behind https pin the browser to https; over plain http they promise nothing', async () => {
    expect((await headersOf(true))['strict-transport-security']).toBe('max-age=63072000; includeSubDomains');
    expect((await headersOf(false))['strict-transport-security']).toBeUndefined();
    expect((await headersOf(true))['content-security-policy']).toContain('upgrade-insecure-requests');
    expect((await headersOf(false))['content-security-policy']).not.toContain('upgrade-insecure-requests');
  });

  it('allow no inline script or style in any form, no evaluation, and nothing from elsewhere', async () => {
    const policy = String((await headersOf(true))['content-security-policy']);
    expect(policy).not.toMatch(/unsafe|http:|https:|data:|blob:|\*/);
    expect(policy.split(';').sort()).toEqual([
      "base-uri 'none'",
      "connect-src 'self'",
      "default-src 'none'",
      "font-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "frame-src 'none'",
      "img-src 'self'",
      "object-src 'none'",
      "script-src 'self'",
      "script-src-attr 'none'",
      "style-src 'self'",
      "style-src-attr 'none'",
      'upgrade-insecure-requests',
    ]);
  });
});
