import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../config.js';
import { readLimits } from './limits.js';

describe('the limits of the configuration', () => {
  it('have defaults that a whole institution behind one address does not reach', () => {
    expect(readLimits({})).toEqual({
      requestsPerMinutePerAddress: 60_000,
      requestsPerMinutePerUser: 12_000,
      signInsPerMinutePerAddress: 600,
      signInFailures: 100,
      signInFailureMinutes: 15,
      headerSeconds: 20,
      requestSeconds: 120,
    });
  });

  it('are data', () => {
    expect(readLimits({ BATON_SIGN_IN_FAILURES: ' 30 ', BATON_REQUEST_SECONDS: '' })).toMatchObject({ signInFailures: 30, requestSeconds: 120 });
  });

  it.each(['0', '-1', '1.5', 'many', '1e3', '1000001'])('are whole numbers, not %j', (text) => {
    expect(() => readLimits({ BATON_REQUESTS_PER_MINUTE_PER_USER: text })).toThrow('config.limit');
  });

  it('count failures over no longer than the database remembers', () => {
    expect(() => readLimits({ BATON_SIGN_IN_FAILURE_MINUTES: '1441' })).toThrow('config.limit');
  });
});

describe('the configuration', () => {
  const provider = { BATON_OIDC_ISSUER: 'https://sso.example.go.kr', BATON_OIDC_CLIENT_ID: 'baton', BATON_OIDC_CLIENT_SECRET: 'words' };

  it('names the provider whole, or not at all', () => {
    expect(readConfig({}, '.').provider).toBeUndefined();
    expect(readConfig(provider, '.').provider).toEqual({ issuer: 'https://sso.example.go.kr', clientId: 'baton', clientSecret: 'words', scopes: 'openid', name: '기관 통합로그인' });
    for (const missing of Object.keys(provider)) expect(() => readConfig({ ...provider, [missing]: '' }, '.')).toThrow('config.provider');
  });

  it.each(['http://sso.example.go.kr', 'sso.example.go.kr', 'javascript:alert(1)', 'http://localhost.evil.example'])('takes no provider at %s', (issuer) => {
    expect(() => readConfig({ ...provider, BATON_OIDC_ISSUER: issuer }, '.')).toThrow('config.provider');
    expect(() => readConfig({ BATON_PUBLIC_URL: issuer }, '.')).toThrow('config.public-url');
  });

  it('believes a proxy only behind https, and only the one on this machine unless others are named', () => {
    expect(readConfig({}, '.').trustedProxies).toEqual([]);
    expect(readConfig({ BATON_SECURE_COOKIE: 'true' }, '.').trustedProxies).toEqual(['loopback']);
    expect(readConfig({ BATON_SECURE_COOKIE: 'true', BATON_TRUSTED_PROXIES: '10.9.9.9, 10.8.0.0/16' }, '.').trustedProxies).toEqual(['10.9.9.9', '10.8.0.0/16']);
  });
});
