import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { newTokenText } from '../../libs/access/src/api-token/token-text.js';

/** What keys, tokens and passwords look like that must not lie in a repository. */
const SECRETS: Readonly<Record<string, RegExp>> = {
  'a private key': /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  'a token of our own': /\bbaton_[0-9A-Za-z]{49}\b/,
  'a cloud access key': /\b(AKIA|ASIA)[0-9A-Z]{16}\b/,
  'a token of a code host or registry': /\b(gh[pousr]_[0-9A-Za-z]{36}|github_pat_\w{22,}|glpat-[\w-]{20}|npm_[0-9A-Za-z]{36})\b/,
  'a token of a chat or a map': /\b(xox[abprs]-[\w-]{10,}|AIza[\w-]{35})\b/,
  'a signed token': /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/,
  'an address with a password': /\b[a-z][a-z+]*:\/\/[^\s:/@'"`${}]+:[^\s:/@'"`${}<>]{3,}@/,
  'a password of a database': /\b(PGPASSWORD|POSTGRES_PASSWORD)\s*[=:]\s*['"]?[^\s'"${}]{8,}/,
  'a master key': /"keys"\s*:\s*\{\s*"[\w-]+"\s*:\s*"[A-Za-z0-9+/]{43}="/,
};

/** Public on purpose, each with why. */
const KNOWN: readonly RegExp[] = [
  // Fixed texts that no generator can have made: the specs show that nobody holds them.
  /baton_0{49}/,
  /"[A-Za-z0-9]{1,4}":\s?"A{43}="/,
  // Words that say what stands in such a place, and the passwords of servers that the specs make up.
  /postgres:\/\/(사용자:비밀번호|user:password)@/,
  /(postgres|mysql):\/\/\w+:[^\s@]+@(localhost|no-such-host\.invalid|127\.0\.0\.1)/,
];

function found(text: string): string[] {
  const rest = KNOWN.reduce((left, known) => left.replaceAll(new RegExp(known.source, 'g'), ''), text);
  return Object.entries(SECRETS).flatMap(([what, shape]) => (shape.test(rest) ? [what] : []));
}

/** Every file that is or is about to be in the repository, but not what .gitignore leaves out. */
function tracked(): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { encoding: 'utf8' });
  return listed.split('\0').filter((file) => file !== '' && fs.existsSync(file) && fs.statSync(file).isFile());
}

describe('the repository', () => {
  it('holds no key, no token and no password', () => {
    const files = tracked();
    const leaks = files.flatMap((file) => {
      const bytes = fs.readFileSync(file);
      return bytes.includes(0) ? [] : found(bytes.toString('utf8')).map((what) => `${file}: ${what}`);
    });
    expect(leaks).toEqual([]);
    expect(files.length).toBeGreaterThan(500);
  });

  it('leaves out what an installation keeps to itself', () => {
    const names = ['var/keys.json', 'var/files/x', '.env', '.env.local'];
    const ignored = execFileSync('git', ['check-ignore', '--no-index', ...names], { encoding: 'utf8' }).trim().split('\n');
    expect(ignored).toEqual(names);
  });

  it.each<[string, string]>([
    ['a private key', generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()],
    ['a token of our own', `Authorization: Bearer ${newTokenText()}`],
    ['a cloud access key', `aws_access_key_id = AKIA${'A1'.repeat(8)}`],
    ['a token of a code host or registry', `//registry/:_authToken=npm_${'aB1'.repeat(12)}`],
    ['a token of a chat or a map', `xoxb-${'12345-'.repeat(3)}`],
    ['a signed token', `eyJ${'a'.repeat(20)}.eyJ${'b'.repeat(20)}.${'c'.repeat(20)}`],
    ['an address with a password', ['postgres', '://', 'baton:', 'correct-horse', '@db:5432/baton'].join('')],
    ['a password of a database', `POSTGRES_PASSWORD=${'s3cret'.repeat(3)}`],
    ['a master key', JSON.stringify({ current: 'k1', keys: { k1: randomBytes(32).toString('base64') } })],
  ])('would be caught with %s', (what, text) => {
    expect(found(text)).toContain(what);
  });

  it.each(['postgres://localhost/baton', ['`postgres://', '{user}:', '{password}@db`'].join('$'), `"integrity": "sha512-${createHash('sha512').update('x').digest('base64')}"`, `baton_${'0'.repeat(49)}`])('is not accused of %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});
