import path from 'node:path';
import { invariant } from '#libs/errors';
import { openKeyFile, type Keyring } from '#libs/secret';
import { hash } from '@node-rs/argon2';

/** The keys of the test server: what whoever has only the database does not have. */
export function serverKeys(): Keyring {
  const folder = process.env.BATON_TEST_DATA_DIR;
  invariant(folder !== undefined, 'the test server is not running: use npm test');
  return openKeyFile(path.join(folder, 'keys.json'));
}

/** What the server keeps of the session token in a cookie, or of another token of that kind. */
export function hashOfToken(token: string, kind = 'session token'): string {
  return serverKeys().lastingMac(kind, [token]).toString('hex');
}

/** A password as the server keeps it for this person. */
export function hashOfPassword(userId: string, password: string): Promise<string> {
  return hash(password.normalize('NFKC'), { secret: serverKeys().lastingMac('password', [userId]) });
}
