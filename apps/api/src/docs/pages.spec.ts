import { beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { generatedPages } from './pages.js';

const ROOT = path.resolve(import.meta.dirname, '../../../..');

/** Each is brought up to date by `npm run docs`. */
describe('what is generated from the code is current', () => {
  let pages: Readonly<Record<string, string>>;

  beforeAll(async () => {
    pages = await generatedPages();
  }, 30_000);

  it.each(['docs/openapi.json', 'docs/api.md', 'docs/postings.md'])('%s', (file) => {
    expect(fs.readFileSync(path.join(ROOT, file), 'utf8')).toBe(pages[file]);
  });

  it('apps/web/src/api/schema.d.ts', () => {
    const generator = path.join(ROOT, 'node_modules/openapi-typescript/bin/cli.js');
    const { status, stderr } = spawnSync(process.execPath, [generator, 'docs/openapi.json', '--check', '-o', 'apps/web/src/api/schema.d.ts'], { cwd: ROOT, encoding: 'utf8' });
    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
  }, 30_000);
});
