import { describe, expect, it } from '@jest/globals';
import { isNetwork, plainAddress } from './network.js';

describe('networks', () => {
  it.each(['10.0.0.0/8', '10.1.2.3', '0.0.0.0/0', '192.168.0.0/32', '::1', '2001:db8::/32', 'fe80::/128'])('takes %s', (text) => {
    expect(isNetwork(text)).toBe(true);
  });
  it.each(['', 'office', '10.0.0', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/08', '10.0.0.0/8/8', '10.0.0.0/-1', '2001:db8::/129', 'fe80::1%eth0', ' 10.0.0.1'])(
    'refuses %j',
    (text) => {
      expect(isNetwork(text)).toBe(false);
    },
  );
});

describe('addresses', () => {
  const rows: [string | undefined, string | null][] = [
    ['10.0.0.1', '10.0.0.1'],
    ['::ffff:10.0.0.1', '10.0.0.1'],
    ['::1', '::1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['unknown', null],
    ["10.0.0.1'; drop", null],
    ['', null],
    [undefined, null],
  ];
  it.each(rows)('%j is kept as %j', (given, kept) => {
    expect(plainAddress(given)).toBe(kept);
  });
});
