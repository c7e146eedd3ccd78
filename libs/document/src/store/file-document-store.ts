import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { invariant } from '#libs/errors';
import type { DocumentStore, StagedFile } from './document-store.js';
import { damaged, lost, tooLarge } from './store-problems.js';

/** Evidence is read by this program's account only and written by nobody. */
const KEPT_MODE = 0o400;
const FOLDER_MODE = 0o700;
/** What a process left behind when it died in the middle of an upload is swept away after this long. */
const STALE_MILLISECONDS = 24 * 3_600_000;

/** Evidence in a folder, shared by all processes: `<root>/ab/cd/<sha256>`, and `<root>/staging` for what is arriving. */
export class FileDocumentStore implements DocumentStore {
  private readonly staging: string;

  constructor(private readonly root: string) {
    this.staging = join(root, 'staging');
  }

  async stage(bytes: AsyncIterable<Uint8Array>, maximumBytes: number): Promise<StagedFile> {
    await mkdir(this.staging, { recursive: true, mode: FOLDER_MODE });
    const path = join(this.staging, randomUUID());
    try {
      return this.staged(path, await writeDurably(path, bytes, maximumBytes));
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
  }

  async read(sha256: string): Promise<Buffer> {
    const content = await readFile(this.pathOf(sha256)).catch((error: unknown) => {
      throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? lost(sha256) : error;
    });
    if (hashOf(content) !== sha256) throw damaged(sha256);
    return content;
  }

  /** To be called at start: removes what uploads of dead processes left in the staging folder. */
  async sweep(now: Date): Promise<void> {
    const names = await readdir(this.staging).catch(() => []);
    for (const name of names) {
      const path = join(this.staging, name);
      const found = await stat(path).catch(() => null);
      if (found !== null && now.getTime() - found.mtimeMs > STALE_MILLISECONDS) await rm(path, { force: true });
    }
  }

  private staged(path: string, { sha256, sizeBytes }: WrittenFile): StagedFile {
    return {
      sha256,
      sizeBytes,
      content: () => readFile(path),
      keep: () => this.keep(path, sha256),
      discard: () => rm(path, { force: true }),
    };
  }

  private async keep(path: string, sha256: string): Promise<void> {
    const target = this.pathOf(sha256);
    const present = await stat(target).catch(() => null);
    if (present !== null) {
      await this.read(sha256);
      await rm(path, { force: true });
      return;
    }
    await mkdir(dirname(target), { recursive: true, mode: FOLDER_MODE });
    // Whoever renames the same hash at the same time moves the same bytes.
    await rename(path, target);
    for (const folder of [dirname(target), dirname(dirname(target)), this.root]) await flushFolder(folder);
  }

  private pathOf(sha256: string): string {
    invariant(/^[0-9a-f]{64}$/.test(sha256), `'${sha256}' is not a SHA-256`);
    return join(this.root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }
}

interface WrittenFile {
  readonly sha256: string;
  readonly sizeBytes: number;
}

async function writeDurably(path: string, bytes: AsyncIterable<Uint8Array>, maximumBytes: number): Promise<WrittenFile> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of bytes) {
      sizeBytes += chunk.byteLength;
      if (sizeBytes > maximumBytes) throw tooLarge(maximumBytes);
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.chmod(KEPT_MODE);
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), sizeBytes };
}

/** A rename is on the disk only when its folder is. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function hashOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
