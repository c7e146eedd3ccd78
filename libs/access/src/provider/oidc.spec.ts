import { afterEach, describe, expect, it } from '@jest/globals';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { OidcService } from './oidc.service.js';

const CALLBACK = 'http://127.0.0.1:1/api/session/provider/callback';
let server: http.Server | null = null;

afterEach(() => {
  server?.close();
  server = null;
});

async function listen(answer: http.RequestListener, port = 0): Promise<number> {
  server = http.createServer(answer);
  await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const serviceFor = (port: number): OidcService =>
  new OidcService({ provider: { issuer: `http://127.0.0.1:${port}`, clientId: 'baton', clientSecret: 'words', scopes: 'openid profile', name: '통합로그인' } });

/** What a provider says of itself; `changes` make it say something else. */
const metadata = (port: number, changes: object = {}): string =>
  JSON.stringify({ issuer: `http://127.0.0.1:${port}`, authorization_endpoint: `http://127.0.0.1:${port}/auth`, token_endpoint: `http://127.0.0.1:${port}/token`, jwks_uri: `http://127.0.0.1:${port}/jwks`, ...changes });

const describing = (changes: (port: number) => object = () => ({})): http.RequestListener => {
  return (request, response) => {
    const { port } = request.socket.address() as AddressInfo;
    response.writeHead(200, { 'content-type': 'application/json' }).end(metadata(port, changes(port)));
  };
};

describe('a provider', () => {
  it('that is down is nobody’s fault but its own, and is asked again once it is up', async () => {
    const port = await listen(describing());
    await new Promise((resolve) => server?.close(resolve));
    const service = serviceFor(port);
    await expect(service.depart(CALLBACK, false)).rejects.toThrow('provider.unavailable');
    await listen(describing(), port);
    await expect(service.depart(CALLBACK, false)).resolves.toMatchObject({ location: expect.stringContaining(`http://127.0.0.1:${port}/auth?`) });
  });

  it.each<[string, http.RequestListener]>([
    ['answers with an error', (_request, response) => response.writeHead(503).end()],
    ['answers with a page', (_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html></html>')],
    ['says that it is another one', describing(() => ({ issuer: 'https://evil.example' }))],
  ])('that %s is not used', async (_what, answer) => {
    await expect(serviceFor(await listen(answer)).depart(CALLBACK, false)).rejects.toThrow('provider.unavailable');
  });

  it('that is not configured is not there', async () => {
    const service = new OidcService({});
    expect(service.provider).toBeNull();
    await expect(service.depart(CALLBACK, false)).rejects.toThrow('provider.not-configured');
  });

  it('is asked for what is configured, afresh where it matters, with secrets of their own each time', async () => {
    const service = serviceFor(await listen(describing()));
    const [one, other] = [await service.depart(CALLBACK, false), await service.depart(CALLBACK, true)];
    const asked = [one, other].map(({ location }) => new URL(location).searchParams);
    expect(asked.map((query) => [query.get('scope'), query.get('prompt'), query.get('max_age'), query.get('redirect_uri')])).toEqual([
      ['openid profile', null, null, CALLBACK],
      ['openid profile', 'login', '600', CALLBACK],
    ]);
    expect(new Set([one, other].flatMap(({ state, nonce, codeVerifier }) => [state, nonce, codeVerifier])).size).toBe(6);
    for (const { location, codeVerifier } of [one, other]) expect(location).not.toContain(codeVerifier);
  });

  it('whose token endpoint hangs up is down', async () => {
    const service = serviceFor(
      await listen((request, response) => {
        if (request.url?.startsWith('/token') === true) request.socket.destroy();
        else describing()(request, response);
      }),
    );
    const { state, nonce, codeVerifier } = await service.depart(CALLBACK, false);
    await expect(service.arrive(new URL(`${CALLBACK}?code=x&state=${state}`), state, { nonce, codeVerifier }, false)).rejects.toThrow('provider.unavailable');
  });
});
