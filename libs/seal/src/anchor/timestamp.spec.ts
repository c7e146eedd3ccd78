import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openAuthority, type Authority } from '../testing/authority.js';
import { readTimestamp, requestTimestamp } from './timestamp.js';

const HASH = 'ab'.repeat(32);
const OTHER = 'cd'.repeat(32);
const imprint = (hash: string): string => createHash('sha256').update(hash, 'ascii').digest('hex');

describe('a timestamp of a chain hash', () => {
  let authority: Authority;

  beforeAll(async () => {
    authority = await openAuthority();
  });

  afterAll(() => authority.stop());

  it('says who saw the hash and when, and OpenSSL agrees', async () => {
    authority.mode = 'HONEST';
    const { authority: name, stampedAt, token } = await requestTimestamp(authority.url, HASH);
    expect(name).toBe('Small Time Authority');
    expect(Math.abs(stampedAt.getTime() - Date.now())).toBeLessThan(60_000);
    expect([authority.verifies(token, imprint(HASH)), authority.verifies(token, imprint(OTHER))]).toEqual([true, false]);
  });

  it('is of that hash and no other', async () => {
    const { token } = await requestTimestamp(authority.url, HASH);
    await expect(readTimestamp(token, OTHER)).rejects.toThrow('of something else');
  });

  it('is refused when a byte of it was changed', async () => {
    const { token, stampedAt } = await requestTimestamp(authority.url, HASH);
    const year = token.indexOf(Buffer.from(String(stampedAt.getUTCFullYear())));
    const later = Buffer.from(token);
    later.write('2050', year, 'ascii');
    await expect(readTimestamp(later, HASH)).rejects.toThrow('not signed');
  });

  it('is refused when it answers an earlier request', async () => {
    await requestTimestamp(authority.url, HASH);
    authority.mode = 'REPLAY';
    await expect(requestTimestamp(authority.url, HASH)).rejects.toThrow('not the answer to this request');
  });

  it('is not there while the authority is down or refuses', async () => {
    authority.mode = 'DOWN';
    await expect(requestTimestamp(authority.url, HASH)).rejects.toThrow('answered 503');
    authority.mode = 'REFUSING';
    await expect(requestTimestamp(authority.url, HASH)).rejects.toThrow('refused with status 2');
    await expect(requestTimestamp('http://127.0.0.1:1/', HASH)).rejects.toThrow();
  });

  it.each([['DOWN', 'UNREACHABLE'], ['REFUSING', 'REFUSED'], ['NONSENSE', 'UNUSABLE'], ['REPLAY', 'UNUSABLE']] as const)('of an authority that is %s fails as %s', async (mode, fault) => {
    authority.mode = 'HONEST';
    await requestTimestamp(authority.url, HASH);
    authority.mode = mode;
    await expect(requestTimestamp(authority.url, HASH)).rejects.toMatchObject({ fault });
  });
});
