import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createRequire } from 'node:module';
import { PlantedTree, type Planted } from './planted.js';

const require = createRequire(import.meta.url);
const { FLOORS, knownTo } = require('./floors.cjs') as { FLOORS: string[][]; knownTo: (lib: string) => string[] };
const rulesOf = (config: string): string[] => (require(`../../${config}`) as { forbidden: { name: string }[] }).forbidden.map((rule) => rule.name).sort();

const LIBS = FLOORS.flat();
const value = (from: string): string => `import { thing } from '${from}';\nexport const used = thing;\n`;
const type = (from: string): string => `import type { Thing } from '${from}';\nexport type Used = Thing;\n`;
const THING = 'export interface Thing { readonly id: string }\nexport const thing = 1;\n';
const INDEX = "export { thing } from './thing.js';\nexport type { Thing } from './thing.js';\n";

/** Everything here is allowed, and close to what is not. */
const CLEAN: Planted = {
  ...Object.fromEntries(LIBS.flatMap((lib) => [[`libs/${lib}/src/index.ts`, INDEX], [`libs/${lib}/src/thing.ts`, THING]])),
  'libs/utils/src/index.ts': THING,
  'apps/api/src/thing.ts': THING,
  'apps/api/src/composed.ts': value('#libs/report'),
  'apps/web/src/features/fund/thing.ts': THING,
  'migrations/thing.ts': THING,
  'libs/access/src/peer.ts': value('#libs/command'),
  'libs/fund/src/testing/thing.ts': THING,
  'libs/fund/src/deal/deal.spec.ts': value('../testing/thing.js') + "import fc from 'fast-check';\nexport const property = fc.assert;\n",
  'libs/fund/src/deal/deal.dto.ts': THING,
  'libs/fund/src/deal/deal.query.ts': type('./deal.dto.js'),
  'libs/fund/src/deal/deal.import.ts': value('#libs/sheet'),
  'libs/fund/src/deal/deal.input.ts': type('#libs/command') + "export type { Thing } from './deal.dto.js';\n",
  'libs/fund/src/deal/deal.stream.ts': "import { DataSource } from 'typeorm';\nexport const thing = DataSource;\nexport type Thing = DataSource;\n",
  'libs/fund/src/deal/deal.rules.ts': type('./deal.stream.js'),
  'libs/fund/src/deal/deal.service.ts': value('./deal.stream.js') + "export type { Thing } from './deal.dto.js';\nexport { thing } from './deal.stream.js';\n",
  'libs/fund/src/deal/deal.controller.ts': value('./deal.service.js') + "export const thing = used;\nexport type Thing = typeof thing;\n",
};

const floors = LIBS.map((lib) => {
  const beyond = [...LIBS].reverse().find((other) => !knownTo(lib).includes(other));
  return { rule: `floor-of-${lib}`, file: `libs/${lib}/src/upwards.ts`, text: type(`#libs/${beyond ?? 'utils'}`) };
});

/** The other half of a circle. */
const HEN: Planted = { 'libs/pdf/src/hen.ts': "export { thing } from './egg.js';\n" };

/** One violation per rule: the rule, the file that breaks it, and how. */
const SAID = [
  ...floors,
  { rule: 'every-lib-has-a-floor', file: 'libs/audit/src/upwards.ts', text: type('#libs/utils') },
  { rule: 'a-lib-has-one-door', file: 'libs/fund/src/deep.ts', text: type('../../money/src/thing.js') },
  { rule: 'apps-use-the-door', file: 'apps/api/src/deep.ts', text: type('../../../libs/money/src/thing.js') },
  { rule: 'nobody-leaves-by-their-own-door', file: 'libs/money/src/own.ts', text: type('#libs/money') },
  { rule: 'libs-know-no-app', file: 'libs/fund/src/app.ts', text: type('../../../apps/api/src/thing.js') },
  { rule: 'migrations-stand-alone', file: 'migrations/one.ts', text: value('#libs/money') },
  { rule: 'web-knows-the-contract-only', file: 'apps/web/src/app/server.ts', text: type('../../../api/src/thing.js') },
  { rule: 'api-knows-no-web', file: 'apps/api/src/page.ts', text: type('../../web/src/features/fund/thing.js') },
  { rule: 'product-knows-no-test', file: 'libs/fund/src/helped.ts', text: value('./testing/thing.js') },
  { rule: 'web-ground-knows-no-feature', file: 'apps/web/src/design/button.ts', text: value('../features/fund/thing.js') },
  { rule: 'sql-knows-no-use-case', file: 'libs/fund/src/deal/other.query.ts', text: type('./deal.controller.js') },
  { rule: 'sql-knows-no-contract', file: 'libs/fund/src/deal/third.query.ts', text: value('./deal.dto.js') },
  { rule: 'stores-name-no-contract', file: 'libs/fund/src/deal/deal.store.ts', text: type('./deal.dto.js') + THING },
  { rule: 'services-know-no-route', file: 'libs/fund/src/deal/route.service.ts', text: type('./deal.controller.js') },
  { rule: 'services-know-no-contract', file: 'libs/fund/src/deal/contract.service.ts', text: value('./deal.dto.js') },
  { rule: 'the-edge-knows-no-sql', file: 'libs/fund/src/deal/sql.controller.ts', text: value('./deal.store.js') },
  { rule: 'views-only-read', file: 'libs/fund/src/deal/deal.view.ts', text: value('./deal.store.js') },
  { rule: 'everything-resolves', file: 'libs/fund/src/lost.ts', text: type('./nowhere.js') },
  { rule: 'packages-are-declared', file: 'apps/api/src/undeclared.ts', text: "import semver from 'semver';\nexport const used = semver;\n" },
  { rule: 'product-needs-no-development-package', file: 'libs/sheet/src/development.ts', text: "import fc from 'fast-check';\nexport const used = fc;\n" },
  { rule: 'only-pdf-knows-pdfkit', file: 'libs/sheet/src/print.ts', text: "import type Printer from 'pdfkit';\nexport type Used = Printer;\n" },
  { rule: 'only-the-database-knows-its-driver', file: 'libs/ledger/src/driver.ts', text: "import type pg from 'pg';\nexport type Used = pg.Client;\n" },
];

const LOADED = [
  { rule: 'pure-files-reach-no-machinery', file: 'libs/fund/src/deal/far.rules.ts', text: value('./deal.stream.js') },
  { rule: 'pure-files-reach-no-machinery', file: 'libs/fund/src/deal/far.ts', text: "export { used as thing } from './far.rules.js';\n" },
  { rule: 'pure-files-carry-nothing-out', file: 'libs/fund/src/deal/far.posting.ts', text: value('./deal.dto.js') },
  { rule: 'only-imports-know-sheets', file: 'libs/fund/src/deal/far.model.ts', text: value('#libs/sheet') },
  { rule: 'words-load-words', file: 'libs/money/src/framework.ts', text: "import { Module } from '@nestjs/common';\nexport const used = Module;\n" },
  { rule: 'words-do-no-io', file: 'libs/calendar/src/file.ts', text: "import fs from 'node:fs';\nexport const used = fs;\n" },
  { rule: 'nothing-loads-in-a-circle', file: 'libs/pdf/src/egg.ts', text: "export { thing } from './hen.js';\n" },
];

describe.each([
  ['.dependency-cruiser.cjs', SAID, {}],
  ['.dependency-cruiser.runtime.cjs', LOADED, HEN],
])('%s', (config, violations, more: Planted) => {
  const files = Object.fromEntries(violations.map(({ file, text }) => [file, text]));
  let tree: PlantedTree;

  beforeAll(() => {
    tree = new PlantedTree(config.includes('runtime') ? 'loaded' : 'said', { ...CLEAN, ...files, ...more });
  });

  afterAll(() => tree.remove());

  it('catches each planted violation and nothing beside it', () => {
    expect(tree.cruise(config)).toEqual(violations.map(({ rule, file }) => `${rule} ${file}`).sort());
  }, 120_000);

  it('has no rule that was never seen red', () => {
    expect([...new Set(violations.map(({ rule }) => rule))].sort()).toEqual(rulesOf(config));
  });
});
