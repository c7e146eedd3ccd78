import { describe, expect, it } from '@jest/globals';
import { decoyHash, hashPassword, passwordMatches } from './password.js';

describe('passwords', () => {
  it('are hashed with argon2id at the stated cost, salted', async () => {
    const [one, two] = await Promise.all([hashPassword('같은 비밀번호 1234'), hashPassword('같은 비밀번호 1234')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
  });

  it('match only themselves', async () => {
    const stored = await hashPassword('correct horse battery');
    expect(await passwordMatches(stored, 'correct horse battery')).toBe(true);
    expect(await passwordMatches(stored, 'correct horse batterY')).toBe(false);
    expect(await passwordMatches(stored, '')).toBe(false);
  });

  it('are the same password whether Hangul comes composed or decomposed', async () => {
    const stored = await hashPassword('한글비밀번호입니다'.normalize('NFD'));
    expect(await passwordMatches(stored, '한글비밀번호입니다'.normalize('NFC'))).toBe(true);
  });

  it('never match the decoy, which costs the same', async () => {
    const decoy = await decoyHash();
    expect(decoy).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwordMatches(decoy, '')).toBe(false);
  });
});
