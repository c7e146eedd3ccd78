import { mkdir, open, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { anchorFileName, parseAnchor, type Anchor } from './anchor.js';

/** Anchors and timestamps are read by whoever carries them away, and written once. */
const KEPT_MODE = 0o444;

/** What a file of the folder turned out to be: an anchor, or null for one that cannot be read as such. */
export interface AnchorFile {
  readonly name: string;
  readonly anchor: Anchor | null;
}

/** Writes an anchor as a file; one that is there already stays as it is. */
export async function writeAnchorFile(folder: string, anchor: Anchor): Promise<void> {
  await writeOnce(path.join(folder, anchorFileName(anchor)), Buffer.from(`${JSON.stringify(anchor, null, 2)}\n`));
}

/** Writes the timestamp of an anchor beside it, in the form that `openssl ts -verify -in` reads. */
export async function writeTimestampFile(folder: string, anchor: Pick<Anchor, 'anchoredOn' | 'number'>, token: Buffer): Promise<void> {
  await writeOnce(path.join(folder, anchorFileName(anchor).replace(/\.json$/, '.tst')), token);
}

async function writeOnce(file: string, content: Buffer): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  try {
    const handle = await open(file, 'wx', KEPT_MODE);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

const HEAD_FILE = 'head.json';

/** The head that was kept last; null where there is none. */
export async function readHeadFile(folder: string): Promise<Anchor | null> {
  const text = await readFile(path.join(folder, HEAD_FILE), 'utf8').catch(() => null);
  return text === null ? null : parseAnchor(text);
}

/** Keeps the newest head outside the database between two anchors, in the place of the one before. */
export async function writeHeadFile(folder: string, head: Anchor): Promise<void> {
  await mkdir(folder, { recursive: true });
  const temporary = path.join(folder, `${HEAD_FILE}.${process.pid}`);
  await writeFile(temporary, `${JSON.stringify(head, null, 2)}\n`, { flush: true });
  await rename(temporary, path.join(folder, HEAD_FILE));
}

/** The anchors of a folder by name; a folder that is not there has none. */
export async function readAnchorFolder(folder: string): Promise<AnchorFile[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  });
  const files = names.filter((name) => name.endsWith('.json')).sort();
  return Promise.all(files.map(async (name) => ({ name, anchor: parseAnchor(await readFile(path.join(folder, name), 'utf8')) })));
}
