import { describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import path from 'node:path';

const WEB = path.resolve(import.meta.dirname, '../../apps/web/src');

/** Style sheets, and components that set properties of their own. */
function textsOf(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(css|tsx)$/.test(file))
    .map((file) => fs.readFileSync(path.join(folder, file), 'utf8'));
}

const found = (texts: readonly string[], pattern: RegExp): Set<string> => new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1] ?? '')));

/** Properties that something is drawn with and nothing sets; a fallback hides the slip and does not mend it. */
function undefinedIn(texts: readonly string[]): string[] {
  const set = found(texts, /(?:^|[\s{;'"])(--[a-z0-9-]+)['"]?\]?\s*:/gm);
  return [...found(texts, /var\(\s*(--[a-z0-9-]+)/g)].filter((name) => !set.has(name)).sort();
}

describe('the custom properties of the web app', () => {
  it('are set wherever they are used', () => {
    expect(undefinedIn(textsOf(WEB))).toEqual([]);
  });

  it.each([
    [['a { color: var(--ink); }'], ['--ink']],
    [['a { font: var(--mono, monospace); }'], ['--mono']],
    [[':root { --ink: red; }', 'a { color: var(--ink); }'], []],
    [["style={{ '--share': '40%' }}", 'a { width: var(--share); }'], []],
  ])('in %j are missing: %j', (texts, missing) => {
    expect(undefinedIn(texts)).toEqual(missing);
  });
});
