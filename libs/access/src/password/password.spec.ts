import { describe, expect, it } from '@jest/globals';
import { Keyring } from '#libs/secret';
import { decoyHash, hashPassword, passwordMatches } from './password.js';

const keyring = new Keyring({ current: 'k1', keys: new Map([['k1', Buffer.alloc(32, 1)]]) });
const person = { keyring, userId: 'one' };

describe('passwords', () => {
  it('are hashed with argon2id at the stated cost, salted', async () => {
    const [one, two] = await Promise.all([hashPassword(person, '같은 비밀번호 1234'), hashPassword(person, '같은 비밀번호 1234')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
  });

  it('match only themselves', async () => {
    const stored = await hashPassword(person, 'correct horse battery');
    expect(await passwordMatches(person, stored, 'correct horse battery')).toBe(true);
    expect(await passwordMatches(person, stored, 'correct horse batterY')).toBe(false);
    expect(await passwordMatches(person, stored, '')).toBe(false);
  });

  it('are the same password whether Hangul comes composed or decomposed', async () => {
    const stored = await hashPassword(person, '한글비밀번호입니다'.normalize('NFD'));
    expect(await passwordMatches(person, stored, '한글비밀번호입니다'.normalize('NFC'))).toBe(true);
  });

  it('match for their own person only, and with the key only', async () => {
    const stored = await hashPassword(person, 'correct horse battery');
    const otherRing = new Keyring({ current: 'k1', keys: new Map([['k1', Buffer.alloc(32, 2)]]) });
    expect(await passwordMatches({ keyring, userId: 'other' }, stored, 'correct horse battery')).toBe(false);
    expect(await passwordMatches({ keyring: otherRing, userId: 'one' }, stored, 'correct horse battery')).toBe(false);
  });

  it('never match the decoy, which costs the same', async () => {
    const decoy = await decoyHash(keyring);
    expect(decoy).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwordMatches(person, decoy, '')).toBe(false);
  });
});
