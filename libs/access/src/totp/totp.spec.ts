import { describe, expect, it } from '@jest/globals';
import { Keyring } from '#libs/secret';
import { newTotpSecret, openTotp, sealTotp, timeStepOf, totpAddress } from './totp.js';

/** RFC 6238 appendix B, SHA-1: the secret '12345678901234567890', last six of the eight digits. */
const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (epochSeconds: number): Date => new Date(epochSeconds * 1_000);

describe('the secret of an authenticator', () => {
  it('is opened for the person it was sealed for, and for nobody else', () => {
    const keyring = new Keyring({ current: 'k1', keys: new Map([['k1', Buffer.alloc(32, 1)]]) });
    const sealed = sealTotp(keyring, 'one', RFC_SECRET);
    expect([openTotp(keyring, 'one', sealed), openTotp(keyring, 'other', sealed)]).toEqual([RFC_SECRET, null]);
  });
});

describe('codes of an authenticator', () => {
  it.each([
    [59, '287082', 1],
    [1_111_111_109, '081804', 37_037_036],
    [1_111_111_111, '050471', 37_037_037],
    [1_234_567_890, '005924', 41_152_263],
    [2_000_000_000, '279037', 66_666_666],
  ])('at second %i the code %s is of step %i', (second, code, step) => {
    expect(timeStepOf(RFC_SECRET, code, at(second))).toBe(step);
  });

  it.each([
    ['one step late', 1_234_567_890 + 30, 41_152_263],
    ['one step early', 1_234_567_890 - 30, 41_152_263],
    ['two steps late', 1_234_567_890 + 60, null],
    ['two steps early', 1_234_567_890 - 60, null],
  ])('%s: step %s', (_what, second, step) => {
    expect(timeStepOf(RFC_SECRET, '005924', at(second))).toBe(step);
  });

  it.each(['005925', '5924', '', '00592', '0059244', 'abcdef', '-05924'])('%j is wrong', (typed) => {
    expect(timeStepOf(RFC_SECRET, typed, at(1_234_567_890))).toBeNull();
  });

  it.each(['005 924', ' 005924 ', '００５９２４'])('%j is read as 005924', (typed) => {
    expect(timeStepOf(RFC_SECRET, typed, at(1_234_567_890))).toBe(41_152_263);
  });

  it('have secrets of 160 bits, each its own', () => {
    const secrets = Array.from({ length: 50 }, newTotpSecret);
    expect(secrets.every((secret) => /^[A-Z2-7]{32}$/.test(secret))).toBe(true);
    expect(new Set(secrets).size).toBe(50);
  });

  it('are set up from an address that names the product and the login', () => {
    const address = new URL(totpAddress(RFC_SECRET, 'kim@audit'));
    expect([address.protocol, address.host, decodeURIComponent(address.pathname)]).toEqual(['otpauth:', 'totp', '/Baton:kim@audit']);
    expect(Object.fromEntries(address.searchParams)).toMatchObject({ secret: RFC_SECRET, issuer: 'Baton' });
  });
});
