import { describe, expect, it } from '@jest/globals';
import { Keyring } from '#libs/secret';
import { csrfTokenOf, newToken, sameSecret, tokenHash } from './token.js';

const keyring = new Keyring({ current: 'k1', keys: new Map([['k1', Buffer.alloc(32, 1)]]) });
const otherRing = new Keyring({ current: 'k1', keys: new Map([['k1', Buffer.alloc(32, 2)]]) });

describe('session tokens', () => {
  it('are 32 random bytes, fit for a cookie', () => {
    const tokens = Array.from({ length: 100 }, newToken);
    expect(new Set(tokens).size).toBe(100);
    expect(tokens.every((token) => /^[A-Za-z0-9_-]{43}$/.test(token))).toBe(true);
  });

  it('are stored as a hash that takes the key, and is another for each kind of token', () => {
    const hash = tokenHash(keyring, 'session token', 'abc');
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(tokenHash(keyring, 'session token', 'abc')).toBe(hash);
    expect([tokenHash(otherRing, 'session token', 'abc'), tokenHash(keyring, 'api token', 'abc'), tokenHash(keyring, 'session token', 'abd')]).not.toContain(hash);
  });

  it('give each session its own csrf token, which is neither the token nor its hash', () => {
    const [one, two] = [newToken(), newToken()];
    expect(csrfTokenOf(one)).toBe(csrfTokenOf(one));
    expect(csrfTokenOf(one)).not.toBe(csrfTokenOf(two));
    expect([one, tokenHash(keyring, 'session token', one), Buffer.from(tokenHash(keyring, 'session token', one), 'hex').toString('base64url')]).not.toContain(csrfTokenOf(one));
  });

  it.each([
    ['secret', 'secret', true],
    ['secret', 'secreT', false],
    ['secret', 'secret ', false],
    ['', '', true],
    ['', 'x', false],
    ['\u00e9', 'e\u0301', false],
  ])('%j and %j are the same: %s', (one, other, same) => {
    expect(sameSecret(one, other)).toBe(same);
  });
});
