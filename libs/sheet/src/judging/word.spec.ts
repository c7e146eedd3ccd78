import { describe, expect, it } from '@jest/globals';
import { numberKey } from './word.js';

describe('the number of a thing as compared', () => {
  it.each([
    ['in capitals', 'inv-2024-0001', 'INV-2024-0001'],
    ['without spaces of any kind', ' INV - 2024\u00a0-\u30000001 ', 'INV-2024-0001'],
    ['of usual width', 'ＩＮＶ－２０２４', 'INV-2024'],
    ['with its hyphens', '20-1', '20-1'],
  ])('is %s', (_what, written, key) => {
    expect(numberKey(written)).toBe(key);
  });
});
