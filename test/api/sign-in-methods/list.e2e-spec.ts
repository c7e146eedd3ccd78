import { describe, expect, it } from '@jest/globals';
import { Client } from '../../support/client.js';

describe('the ways to sign in', () => {
  it('are told to anybody, with the name of the institution’s own', async () => {
    const answer = await Client.anonymous().get('/sign-in-methods');
    expect([answer.status, answer.body]).toEqual([200, { password: true, passkey: true, provider: { name: '공공 통합로그인', href: '/api/session/provider' } }]);
  });

  it('tell nothing else of the provider', async () => {
    expect((await Client.anonymous().get('/sign-in-methods')).bytes.toString()).not.toMatch(/secret|client|issuer/i);
  });
});
