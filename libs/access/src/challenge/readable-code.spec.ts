import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { Keyring } from '#libs/secret';
import { codeHash, comparableCode, readableCode } from './readable-code.js';

const keyring = new Keyring({ current: 'k1', keys: new Map([['k1', Buffer.alloc(32, 1)]]) });
const hashOf = (code: string): string => codeHash(keyring, 'invitation code', code);

describe('codes for people', () => {
  it('are letters and digits that cannot be mistaken, in groups of five', () => {
    const codes = Array.from({ length: 200 }, () => readableCode(randomBytes(32), 20));
    expect(codes.every((code) => /^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){3}$/.test(code))).toBe(true);
    expect(new Set(codes).size).toBe(200);
  });

  it('follow from their bytes', () => {
    expect(readableCode(Buffer.from('0443', 'hex'), 3)).toBe('321');
    expect(readableCode(Buffer.alloc(32), 5)).toBe('00000');
    expect(readableCode(Buffer.alloc(32, 255), 10)).toBe('ZZZZZ-ZZZZZ');
  });

  it.each([
    [' k3m9q 7wx2a ', 'K3M9Q-7WX2A'],
    ['K3M9Q–7WX2A', 'K3M9Q-7WX2A'],
    ['ｋ３ｍ９ｑ7wx2a', 'K3M9Q-7WX2A'],
    ['oil00', '01100'],
  ])('%j is the same code as %j', (typed, code) => {
    expect(comparableCode(typed)).toBe(comparableCode(code));
    expect(hashOf(typed)).toBe(hashOf(code));
  });
});
