import { describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import path from 'node:path';
import { misplaced } from './layout.js';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FILES_TO_A_NOUN = 12;
/** Folders that are over it already; they may only shrink. */
const OVER: Readonly<Record<string, number>> = {
  'libs/fund/src/fund': 14,
  'libs/fund/src/investment': 14,
  'libs/fund/src/register': 23,
};
const largest = (folder: string): number => OVER[folder] ?? FILES_TO_A_NOUN;

function filesOf(folder: string): string[] {
  return fs
    .readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file.split(path.sep).join('/')}`);
}

describe('where files lie', () => {
  it('follows the closed list of roles', () => {
    expect(misplaced([...filesOf('libs'), ...filesOf('apps/api/src')], largest)).toEqual([]);
  });

  it.each([
    ['libs/fund/src/deal/deal.helper.ts', "libs/fund/src/deal/deal.helper.ts: 'helper' is not on the list of roles"],
    ['libs/fund/src/deal/deal.rules.import.ts', 'libs/fund/src/deal/deal.rules.import.ts: has more than one role'],
    ['libs/fund/src/deal/Deal.ts', "libs/fund/src/deal/Deal.ts: 'Deal' is not kebab case"],
    ['libs/fund/src/bigDeal/deal.ts', "libs/fund/src/bigDeal/deal.ts: 'bigDeal' is not kebab case"],
    ['libs/fund/deal.ts', 'libs/fund/deal.ts: code of a lib lies in src'],
  ])('and %s does not', (file, fault) => {
    expect(misplaced(['libs/fund/src/index.ts', 'libs/fund/src/deal/deal.rules.spec.ts', file], largest)).toEqual([fault]);
  });

  it('and a lib needs a door and a name', () => {
    expect(misplaced(['libs/utils/src/text.ts'], largest)).toEqual(['libs/utils: a lib is named after what it is', 'libs/utils: has no door, src/index.ts']);
  });

  it('and a noun has at most twelve files beside its specs', () => {
    const deal = (count: number): string[] => ['libs/fund/src/index.ts', 'libs/fund/src/deal/deal.spec.ts', ...Array.from({ length: count }, (_, index) => `libs/fund/src/deal/deal-${index}.ts`)];
    expect(misplaced(deal(12), largest)).toEqual([]);
    expect(misplaced(deal(13), largest)).toEqual(['libs/fund/src/deal: 13 files are more than one noun']);
  });

  it('is at the top level where a newcomer looks', () => {
    const folders = fs.readdirSync(ROOT, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
    const known = ['apps', 'docs', 'libs', 'migrations', 'test', 'node_modules', 'dist', 'var', 'coverage', 'test-results'];
    expect(folders.map((entry) => entry.name).filter((name) => !known.includes(name))).toEqual([]);
  });
});
