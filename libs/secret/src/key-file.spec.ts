import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { addKey, keyringOf, openKeyFile } from './key-file.js';

describe('the key file', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'baton-keys-'));
    file = path.join(folder, 'deeper', 'keys.json');
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  it('is made at the first start, for its owner’s eyes alone, and is the same at the next', () => {
    const first = openKeyFile(file);
    expect((fs.statSync(file).mode & 0o777).toString(8)).toBe('600');
    expect(openKeyFile(file).derive('test')).toEqual(first.derive('test'));
    expect(fs.readdirSync(path.dirname(file))).toEqual(['keys.json']);
  });

  it('gets a further key that a running program sees at once, and keeps the earlier ones', async () => {
    const running = openKeyFile(file);
    const sealed = running.encrypt('비밀', 'test');
    expect([await addKey(file), await addKey(file)]).toEqual(['k2', 'k3']);
    expect([running.currentKey, [...running.keyNames], running.decrypt(sealed, 'test')]).toEqual(['k3', ['k1', 'k2', 'k3'], '비밀']);
    expect((fs.statSync(file).mode & 0o777).toString(8)).toBe('600');
  });

  it('tells whoever must know a key first, and keeps the file as it was when they refuse', async () => {
    const running = openKeyFile(file);
    const seen: string[] = [];
    await addKey(file, (ring) => Promise.resolve(void seen.push(ring.currentKey, running.currentKey)));
    await expect(addKey(file, () => Promise.reject(new Error('not now')))).rejects.toThrow('not now');
    expect([seen, running.currentKey]).toEqual([['k2', 'k1'], 'k2']);
  });

  it('gives no name twice after an old key was taken out', async () => {
    openKeyFile(file);
    await addKey(file);
    const { current, keys } = JSON.parse(fs.readFileSync(file, 'utf8')) as { current: string; keys: Record<string, string> };
    fs.writeFileSync(file, JSON.stringify({ current, keys: { k2: keys['k2'] } }));
    expect(await addKey(file)).toBe('k3');
  });

  it.each([
    ['no JSON', 'not json'],
    ['a current key that is not there', '{"current":"k2","keys":{"k1":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="}}'],
    ['a short key', '{"current":"k1","keys":{"k1":"AAAA"}}'],
    ['a name with a dot', '{"current":"k.1","keys":{"k.1":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="}}'],
    ['nothing', '{}'],
  ])('is refused for %s, and what it says is not repeated', (_, text) => {
    expect(() => keyringOf(text, 'BATON_KEYS')).toThrow(expect.objectContaining({ code: 'secret.key-file' }));
    const said = ((): string => {
      try {
        keyringOf(text, 'BATON_KEYS');
        return '';
      } catch (error) {
        return `${String(error)} ${JSON.stringify(error)}`;
      }
    })();
    expect(said).not.toContain('AAAA');
  });
});
