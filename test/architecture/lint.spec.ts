import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PlantedTree, type Planted } from './planted.js';

const lines = (count: number, line = '  step();'): string => `${line}\n`.repeat(count);
const STEP = 'declare function step(): void;\n';
const WON = "export type Won = bigint & { readonly brand: 'Won' };\n";

/** Everything here is allowed, and close to what is not. */
const CLEAN: Planted = {
  'libs/money/src/won.ts': WON,
  'libs/fund/src/deal/deal.entity.ts': 'export class Deal {\n  id!: string;\n}\n',
  'libs/fund/src/deal/deal.dto.ts': 'export class DealDto {\n  id!: string;\n}\n',
  'libs/calendar/src/clock.ts': 'export const now = (): Date => new Date();\nexport const then = (text: string): Date => new Date(text);\n',
  'libs/fund/src/then.ts': 'export const then = (text: string): Date => new Date(text);\n',
  'libs/fund/src/count.ts': 'export const count = (pieces: bigint): number => Number(pieces);\n',
  'libs/fund/src/transaction.ts': 'export interface Tx { query(): void }\nexport function insert(tx: Tx, id: string): void {\n  if (id !== "") tx.query();\n}\n',
  'libs/fund/src/long.ts': `${STEP}export function long(): void {\n${lines(67)}}\n`,
  'apps/api/src/config.ts': 'export const port = process.env.PORT;\n',
  'apps/api/src/main.ts': "export const start = (): void => {\n  console.log('started');\n};\n",
  'test/api/deal.e2e-spec.ts': 'export const url = process.env.BATON_TEST_URL;\nexport const now = Date.now();\n',
  'apps/web/vite.config.ts': 'export default {};\n',
  'apps/web/tsconfig.json': JSON.stringify({ extends: '../../../../apps/web/tsconfig.json' }),
  'apps/web/src/clock.ts': 'export const now = (): Date => new Date();\n',
};

const SYNTAX = 'no-restricted-syntax';

/** One violation per house rule: the rule, the file that breaks it, and how. */
const VIOLATIONS: readonly (readonly [rule: string, file: string, text: string])[] = [
  [SYNTAX, 'libs/fund/src/default-export.ts', 'export default 1;\n'],
  [SYNTAX, 'libs/fund/src/enum.ts', "export enum Side {\n  Left = 'LEFT',\n}\n"],
  [SYNTAX, 'libs/fund/src/float.ts', "export const ratio = parseFloat('0.5');\n"],
  [SYNTAX, 'libs/fund/src/number-float.ts', "export const ratio = Number.parseFloat('0.5');\n"],
  [SYNTAX, 'libs/fund/src/definite.ts', 'export class Deal {\n  id!: string;\n}\n'],
  [SYNTAX, 'libs/fund/src/environment.ts', 'export const url = process.env.DATABASE_URL;\n'],
  [SYNTAX, 'libs/fund/src/environment.dto.ts', 'export const url = process.env.DATABASE_URL;\n'],
  [SYNTAX, 'libs/fund/src/wall-clock.ts', 'export const now = new Date();\n'],
  [SYNTAX, 'libs/fund/src/wall-clock-now.ts', 'export const now = Date.now();\n'],
  [SYNTAX, 'apps/api/src/wall-clock.ts', 'export const now = new Date();\n'],
  [SYNTAX, 'libs/fund/src/transaction-second.ts', 'export function insert(id: string, tx: { query(id: string): void }): void {\n  tx.query(id);\n}\n'],
  [SYNTAX, 'libs/fund/src/transaction-name.ts', "import type { Tx } from './transaction.js';\nexport function insert(manager: Tx): void {\n  manager.query();\n}\n"],
  [SYNTAX, 'apps/web/src/extension.ts', "import { now } from './clock';\nexport const later = now;\n"],
  [SYNTAX, 'apps/web/src/default-export.ts', 'export default 1;\n'],
  ['@typescript-eslint/no-explicit-any', 'libs/fund/src/any.ts', 'const all: any[] = [];\nexport const count = all.length;\n'],
  ['@typescript-eslint/explicit-module-boundary-types', 'libs/fund/src/boundary.ts', 'export const one = () => 1;\n'],
  ['@typescript-eslint/no-non-null-assertion', 'libs/fund/src/non-null.ts', 'export const first = (texts: string[]): string => texts[0]!;\n'],
  ['@typescript-eslint/no-floating-promises', 'libs/fund/src/floating.ts', 'export function start(work: () => Promise<void>): void {\n  work();\n}\n'],
  ['@typescript-eslint/switch-exhaustiveness-check', 'libs/fund/src/exhaustive.ts', "export function word(side: 'D' | 'C'): string {\n  switch (side) {\n    case 'D':\n      return 'debit';\n  }\n  return '';\n}\n"],
  ['@typescript-eslint/consistent-type-imports', 'libs/fund/src/type-import.ts', "import { Won } from '../../money/src/won.js';\nexport type Amount = Won;\n"],
  ['@typescript-eslint/max-params', 'libs/fund/src/parameters.ts', `export const many = (${['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => `${name}: string`).join(', ')}): string[] => [a, b, c, d, e, f, g];\n`],
  ['house/won-stays-won', 'libs/fund/src/won-by-type.ts', "import type { Won } from '../../money/src/won.js';\nexport const ratio = (part: Won | null, whole: bigint): number => Number(part) / Number(whole);\n"],
  ['house/won-stays-won', 'libs/fund/src/won-by-name.ts', 'export const amount = (row: { amountWon: string }): number => Number(row.amountWon);\n'],
  ['house/won-stays-won', 'libs/fund/src/won-by-plus.ts', 'export const amount = (amountWon: string): number => +amountWon;\n'],
  ['max-lines', 'libs/fund/src/long-file.ts', `export const start = 1;\n${lines(300, '// line')}`],
  ['max-lines-per-function', 'libs/fund/src/long-function.ts', `${STEP}export function long(): void {\n${lines(69)}}\n`],
  ['max-lines-per-function', 'libs/fund/src/deal/deal.service.ts', `${STEP}export function long(): void {\n${lines(39)}}\n`],
  ['max-lines-per-function', 'apps/web/src/long-function.ts', `${STEP}export function long(): void {\n${lines(89)}}\n`],
  ['max-statements', 'libs/fund/src/deal/deal.controller.ts', `${STEP}export function long(): void {\n${lines(6)}}\n`],
  ['no-console', 'libs/fund/src/console.ts', "console.log('here');\n"],
  ['no-warning-comments', 'libs/fund/src/later.ts', '// hack: later\nexport const later = 1;\n'],
  ['react-hooks/rules-of-hooks', 'apps/web/src/hook.ts', "import { useState } from 'react';\nexport function Page(props: { open: boolean }): unknown {\n  if (props.open) return useState(1);\n  return null;\n}\n"],
];

describe('the linter', () => {
  let tree: PlantedTree;

  beforeAll(() => {
    tree = new PlantedTree('lint', { ...CLEAN, ...Object.fromEntries(VIOLATIONS.map(([, file, text]) => [file, text])) });
  });

  afterAll(() => tree.remove());

  it('catches each planted violation of a house rule and nothing beside it', () => {
    expect(tree.lint()).toEqual(VIOLATIONS.map(([rule, file]) => `${rule} ${file}`).sort());
  }, 120_000);
});
