import { describe, expect, it } from '@jest/globals';
import { csrfTokenOf, newToken, sameSecret, tokenHash } from './token.js';

describe('session tokens', () => {
  it('are 32 random bytes, fit for a cookie', () => {
    const tokens = Array.from({ length: 100 }, newToken);
    expect(new Set(tokens).size).toBe(100);
    expect(tokens.every((token) => /^[A-Za-z0-9_-]{43}$/.test(token))).toBe(true);
  });

  it('are stored as SHA-256', () => {
    expect(tokenHash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('give each session its own csrf token, which is neither the token nor its hash', () => {
    const [one, two] = [newToken(), newToken()];
    expect(csrfTokenOf(one)).toBe(csrfTokenOf(one));
    expect(csrfTokenOf(one)).not.toBe(csrfTokenOf(two));
    expect([one, tokenHash(one), Buffer.from(tokenHash(one), 'hex').toString('base64url')]).not.toContain(csrfTokenOf(one));
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
