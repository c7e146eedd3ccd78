import { createHash } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DomainError } from '#libs/errors';
import { FileDocumentStore } from './file-document-store.js';

const LIMIT = 1_000;
const TEXT = '증빙';
const SHA256 = createHash('sha256').update(TEXT).digest('hex');

async function* chunks(...parts: string[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield Buffer.from(part);
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof DomainError ? error.code : `not refused: ${String(error)}`;
}

describe('FileDocumentStore', () => {
  let root: string;
  let store: FileDocumentStore;
  const path = (): string => join(root, SHA256.slice(0, 2), SHA256.slice(2, 4), SHA256);
  const leftovers = (): Promise<string[]> => readdir(join(root, 'staging'));

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'documents-'));
    store = new FileDocumentStore(root);
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  it('keeps bytes under their hash, readable by the program only, and gives them back', async () => {
    const staged = await store.stage(chunks('증', '빙'), LIMIT);
    expect([staged.sha256, staged.sizeBytes, (await staged.content()).toString()]).toEqual([SHA256, 6, TEXT]);
    expect(await codeOf(store.read(SHA256))).toBe('document.lost');
    await staged.keep();
    expect((await store.read(SHA256)).toString()).toBe(TEXT);
    expect((await stat(path())).mode & 0o777).toBe(0o400);
    expect(await leftovers()).toEqual([]);
  });

  it('stores the same bytes once and does not touch them again', async () => {
    await (await store.stage(chunks(TEXT), LIMIT)).keep();
    const first = await stat(path());
    await (await store.stage(chunks(TEXT), LIMIT)).keep();
    expect((await stat(path())).ino).toBe(first.ino);
    expect(await leftovers()).toEqual([]);
  });

  it('takes the same bytes from many hands at once', async () => {
    await Promise.all(Array.from({ length: 20 }, async () => (await store.stage(chunks(TEXT), LIMIT)).keep()));
    expect((await store.read(SHA256)).toString()).toBe(TEXT);
    expect(await leftovers()).toEqual([]);
  });

  it('refuses to hand out bytes that were tampered with, and to hide that under a new upload', async () => {
    await (await store.stage(chunks(TEXT), LIMIT)).keep();
    await chmod(path(), 0o600);
    await writeFile(path(), '위조');
    expect(await codeOf(store.read(SHA256))).toBe('document.damaged');
    const again = await store.stage(chunks(TEXT), LIMIT);
    expect(await codeOf(again.keep())).toBe('document.damaged');
    expect((await readFile(path())).toString()).toBe('위조');
  });

  it('takes exactly the limit and refuses one byte more, leaving nothing behind', async () => {
    await (await store.stage(chunks('x'.repeat(LIMIT)), LIMIT)).discard();
    expect(await codeOf(store.stage(chunks('x'.repeat(LIMIT), 'x'), LIMIT))).toBe('document.too-large');
    expect(await leftovers()).toEqual([]);
  });

  it('leaves nothing behind when the sender gives up', async () => {
    const broken = async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.from('half');
      throw new Error('gone');
    };
    await expect(store.stage(broken(), LIMIT)).rejects.toThrow('gone');
    expect(await leftovers()).toEqual([]);
  });

  it('sweeps away old leftovers and spares what is arriving', async () => {
    const arriving = await store.stage(chunks(TEXT), LIMIT);
    const old = join(root, 'staging', 'old');
    await writeFile(old, 'x');
    await utimes(old, new Date('2020-01-01'), new Date('2020-01-01'));
    await store.sweep(new Date());
    expect(await leftovers()).toHaveLength(1);
    await arriving.keep();
    expect((await store.read(SHA256)).toString()).toBe(TEXT);
  });
});
