import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { DomainError } from '#libs/errors';
import { Keyring, type MasterKeys } from './keyring.js';

const KEY_BYTES = 32;
const OWNER_ONLY = 0o600;

interface KeyFile {
  readonly current: string;
  readonly keys: Readonly<Record<string, string>>;
}

/**
 * Reads the key file (`{"current":"k1","keys":{"k1":"<32 bytes in base64>"}}`) and makes one with a fresh key where
 * there is none. Several processes that start at once end up with the same file, and all of them see a key that is added
 * later without a restart.
 */
export function openKeyFile(file: string): Keyring {
  if (!fs.existsSync(file)) createKeyFile(file);
  return new Keyring(readAgainWhenReplaced(file));
}

/** The keys as text, as a secret store hands them over in an environment variable. */
export function keyringOf(text: string, place: string): Keyring {
  return new Keyring(parseKeys(text, place));
}

/**
 * Adds a fresh key and makes it the current one; the earlier ones stay for reading. `prepare` gets the ring as it will be,
 * before any other process can use the new key: what has to know it first is told there. Answers the new key's name.
 */
export async function addKey(file: string, prepare: (ring: Keyring) => Promise<void> = () => Promise.resolve()): Promise<string> {
  const { keys } = JSON.parse(fs.readFileSync(file, 'utf8')) as KeyFile;
  const taken = Object.keys(keys).map((key) => Number(/^k(\d+)$/.exec(key)?.[1] ?? 0));
  const name = `k${Math.max(0, ...taken) + 1}`;
  const next: KeyFile = { current: name, keys: { ...keys, [name]: randomBytes(KEY_BYTES).toString('base64') } };
  await prepare(keyringOf(JSON.stringify(next), file));
  const temporary = `${file}.${process.pid}`;
  fs.writeFileSync(temporary, `${JSON.stringify(next, null, 2)}\n`, { mode: OWNER_ONLY, flush: true });
  fs.renameSync(temporary, file);
  return name;
}

/** The file is only ever replaced as a whole (`rename`), so another inode or time means other keys. */
function readAgainWhenReplaced(file: string): () => MasterKeys {
  let seen = '';
  let keys: MasterKeys | undefined;
  return () => {
    const { ino, mtimeMs } = fs.statSync(file);
    const version = `${ino} ${mtimeMs}`;
    if (keys === undefined || version !== seen) keys = parseKeys(fs.readFileSync(file, 'utf8'), file);
    seen = version;
    return keys;
  };
}

function createKeyFile(file: string): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const content: KeyFile = { current: 'k1', keys: { k1: randomBytes(KEY_BYTES).toString('base64') } };
  const temporary = `${file}.${process.pid}`;
  fs.writeFileSync(temporary, `${JSON.stringify(content, null, 2)}\n`, { mode: OWNER_ONLY, flush: true });
  try {
    // Unlike a rename, a link does not replace what another process has put there meanwhile.
    fs.linkSync(temporary, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    fs.rmSync(temporary);
  }
}

function parseKeys(text: string, place: string): MasterKeys {
  try {
    const { current, keys } = JSON.parse(text) as KeyFile;
    const parsed = new Map(Object.entries(keys).map(([name, value]) => [name, Buffer.from(value, 'base64')]));
    const sound = parsed.has(current) && [...parsed].every(([name, key]) => /^[A-Za-z0-9_-]{1,32}$/.test(name) && key.length === KEY_BYTES);
    if (sound) return { current, keys: parsed };
  } catch {
    // Said below: why it could not be read does not matter, and its text must not appear anywhere.
  }
  throw new DomainError('unavailable', 'secret.key-file', {
    ko: `키 파일(${place})의 형식이 올바르지 않습니다. 백업에서 복원해 주세요.`,
    en: `The key file (${place}) is not in the right form. Restore it from the backup.`,
  });
}
