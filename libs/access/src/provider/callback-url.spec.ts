import { describe, expect, it } from '@jest/globals';
import { callbackUrl, landedAt, pageAfter } from './callback-url.js';
import { isFresh, LOCAL_PAGE } from './provider.js';

describe('the address to which the provider sends the browser back', () => {
  it.each([
    ['https://baton.example.go.kr', 'evil.example', 'https://baton.example.go.kr/api/session/provider/callback'],
    [undefined, '127.0.0.1:3000', 'http://127.0.0.1:3000/api/session/provider/callback'],
    [undefined, 'localhost', 'http://localhost/api/session/provider/callback'],
    [undefined, '[::1]:3000', 'http://[::1]:3000/api/session/provider/callback'],
  ])('configured %s, asked as %s: %s', (publicUrl, host, expected) => {
    expect(callbackUrl(publicUrl, { protocol: 'http', host })).toBe(expected);
  });

  it.each(['baton.example.go.kr', 'localhost.evil.example', '127.0.0.1.evil.example:80', 'localhost:80@evil.example', ''])('is not taken from a request to %j', (host) => {
    expect(() => callbackUrl(undefined, { protocol: 'http', host })).toThrow('provider.public-url-missing');
  });

  it('keeps what the provider wrote into the query', () => {
    expect(landedAt('https://b.example/api/session/provider/callback', '/api/session/provider/callback?code=a%2Bb&state=s&iss=i').href).toBe(
      'https://b.example/api/session/provider/callback?code=a%2Bb&state=s&iss=i',
    );
  });
});

describe('the page after a round', () => {
  it.each([
    ['/', null, undefined, '/'],
    ['/account', 'linked', undefined, '/account?provider=linked'],
    ['/funds/1?asOf=2023-06-30', 'provider.refused', undefined, '/funds/1?asOf=2023-06-30&provider=provider.refused'],
    ['/', 'provider.unlinked', 'kim&x=1', '/?provider=provider.unlinked#subject=kim%26x%3D1'],
  ])('%s with %s is %s', (returnTo, outcome, subject, page) => {
    expect(pageAfter(returnTo, outcome, subject)).toBe(page);
  });

  it.each(['/', '/account', '/funds/1?asOf=2023-06-30#bases'])('%s is a page of this system', (page) => {
    expect(LOCAL_PAGE.test(page)).toBe(true);
  });

  it.each(['', 'account', '//evil.example', '/\\evil.example', 'https://evil.example', '/a\\b', '/a b', '/a\nb', `/${'a'.repeat(500)}`])('%j is none', (page) => {
    expect(LOCAL_PAGE.test(page)).toBe(false);
  });
});

describe('a proof for a round that began at 09:00:00', () => {
  it.each([
    ['08:59:29', false],
    ['08:59:30', true],
    ['09:00:10', true],
  ])('given at %s is fresh: %s', (time, fresh) => {
    expect(isFresh(new Date(`2026-03-02T${time}+09:00`), new Date('2026-03-02T09:00:00+09:00'))).toBe(fresh);
  });

  it('is none where the provider does not say when', () => {
    expect(isFresh(null, new Date('2026-03-02T09:00:00+09:00'))).toBe(false);
  });
});
