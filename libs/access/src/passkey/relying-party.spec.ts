import { describe, expect, it } from '@jest/globals';
import { relyingPartyOf } from './relying-party.js';

describe('the site that passkeys are bound to', () => {
  it.each([
    ['https://baton.example.go.kr', 'elsewhere.example', { id: 'baton.example.go.kr', origin: 'https://baton.example.go.kr' }],
    ['https://baton.example.go.kr:8443/', 'localhost:3000', { id: 'baton.example.go.kr', origin: 'https://baton.example.go.kr:8443' }],
    [undefined, 'localhost:3000', { id: 'localhost', origin: 'http://localhost:3000' }],
    [undefined, 'localhost', { id: 'localhost', origin: 'http://localhost' }],
  ])('configured %s, asked as %s', (publicUrl, host, expected) => {
    expect(relyingPartyOf(publicUrl, { protocol: 'http', host })).toEqual(expected);
  });

  it.each(['127.0.0.1:3000', 'evil.example', 'localhost.evil.example', 'localhost:3000.evil.example', ''])('is not guessed from the host %j', (host) => {
    expect(() => relyingPartyOf(undefined, { protocol: 'http', host })).toThrow('passkey.no-address');
  });
});
