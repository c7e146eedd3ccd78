import { randomBytes, sign, verify } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Keyring, type MasterKeys } from './keyring.js';

const keys = new Map([
  ['k1', Buffer.alloc(32, 1)],
  ['k2', Buffer.alloc(32, 2)],
]);
const ring = (current: string, names = ['k1', 'k2']): Keyring => new Keyring({ current, keys: new Map([...keys].filter(([name]) => names.includes(name))) });

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'went through';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
};

describe('what outlives a change of keys', () => {
  it('is made with the oldest key, whichever is the current one', () => {
    expect(ring('k2').lasting('test')).toEqual(ring('k1', ['k1']).derive('test'));
    expect(ring('k2').lastingMac('test', ['a', 'b'])).toEqual(ring('k1', ['k1']).lastingMac('test', ['a', 'b']));
  });

  it('is another for each purpose, key and division into parts', () => {
    const macs = [ring('k1').lastingMac('test', ['a', 'b']), ring('k1').lastingMac('other', ['a', 'b']), ring('k2', ['k2']).lastingMac('test', ['a', 'b']), ring('k1').lastingMac('test', ['ab']), ring('k1').lastingMac('test', ['a', 'b', ''])];
    expect(new Set(macs.map((mac) => mac.toString('hex'))).size).toBe(macs.length);
  });
});

describe('what is encrypted', () => {
  it('is read again, whatever it says', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (plain) => ring('k2').decrypt(ring('k2').encrypt(plain, 'test'), 'test') === plain));
  });

  it('looks different every time, says which key it took, and shows nothing of what it holds', () => {
    const [one, other] = [ring('k1').encrypt('110123456789', 'test'), ring('k1').encrypt('110123456789', 'test')];
    expect(one).not.toBe(other);
    expect(one).toMatch(/^v1\.k1\.[A-Za-z0-9_-]{16}\.[A-Za-z0-9_-]+$/);
    expect([ring('k2').keyOf(one), one.includes('110123456789')]).toEqual(['k1', false]);
  });

  it('stays readable under an earlier key, and is not without it', () => {
    const sealed = ring('k1').encrypt('비밀', 'test');
    expect(ring('k2').decrypt(sealed, 'test')).toBe('비밀');
    expect(codeOf(() => ring('k2', ['k2']).decrypt(sealed, 'test'))).toBe('secret.key-missing');
  });

  it('is refused after any change of any byte', () => {
    const sealed = ring('k1').encrypt('비밀', 'test');
    const [version, key, iv = '', body = ''] = sealed.split('.');
    const flipped = (text: string): string[] => [...Buffer.from(text, 'base64url').keys()].map((at) => {
      const bytes = Buffer.from(text, 'base64url');
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      return bytes.toString('base64url');
    });
    const forged = [...flipped(iv).map((each) => [version, key, each, body]), ...flipped(body).map((each) => [version, key, iv, each]), [version, 'k2', iv, body]];
    expect(new Set(forged.map((parts) => codeOf(() => ring('k1').decrypt(parts.join('.'), 'test'))))).toEqual(new Set(['secret.unreadable']));
  });

  it.each(['', 'plain text', 'v1.k1', 'v2.k1.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAA', 'v1.k1.AAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAA', 'v1.k1..'])('%j is no encrypted value', (text) => {
    expect(codeOf(() => ring('k1').decrypt(text, 'test'))).toBe('secret.unreadable');
  });

  it('cannot be moved to where something else is kept', () => {
    expect(codeOf(() => ring('k1').decrypt(ring('k1').encrypt('비밀', 'one purpose'), 'another'))).toBe('secret.unreadable');
  });
});

describe('keyed hashes, keys and signatures', () => {
  it('are the same for the same value, purpose and key, and for nothing else', () => {
    const hash = ring('k1').blindIndex('004:1234567890', 'account');
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(ring('k2').blindIndex('004:1234567890', 'account', 'k1')).toBe(hash);
    const others = [ring('k1').blindIndex('004:1234567891', 'account'), ring('k1').blindIndex('004:1234567890', 'other'), ring('k2').blindIndex('004:1234567890', 'account')];
    expect(others).not.toContain(hash);
  });

  it('stay what they are, whatever is done to one that was given out', () => {
    const derived = ring('k1');
    const wiped = derived.derive('a').fill(0);
    expect([derived.derive('a').equals(wiped), derived.derive('a')]).toEqual([false, ring('k1').derive('a')]);
  });

  it('do not follow from each other', () => {
    const derived = ['a', 'b', 'a index', 'a signature'].map((purpose) => ring('k1').derive(purpose).toString('hex'));
    expect([new Set(derived).size, derived.every((each) => each.length === 64)]).toEqual([4, true]);
  });

  it('sign for one purpose', () => {
    const [bytes, signer] = [Buffer.from('봉인'), ring('k1')];
    const signature = sign(null, bytes, signer.signingKey('seal'));
    expect(['seal', 'other'].map((purpose) => verify(null, bytes, signer.publicKey(purpose), signature))).toEqual([true, false]);
    expect(verify(null, bytes, ring('k2').publicKey('seal', 'k1'), signature)).toBe(true);
  });
});

describe('the ring', () => {
  it('needs its current key', () => {
    expect(() => ring('k3')).toThrow('k3');
  });

  it('is asked anew every time, so that a key added meanwhile is there', () => {
    let master: MasterKeys = { current: 'k1', keys: new Map([['k1', Buffer.alloc(32, 1)]]) };
    const live = new Keyring(() => master);
    const before = live.encrypt('비밀', 'test');
    master = { current: 'k9', keys: new Map([...master.keys, ['k9', randomBytes(32)]]) };
    expect([live.currentKey, live.keyNames, live.keyOf(live.encrypt('비밀', 'test')), live.decrypt(before, 'test')]).toEqual(['k9', ['k1', 'k9'], 'k9', '비밀']);
  });
});
