/**
 * The floors of docs/ARCHITECTURE.md, by what a file *says* (type-only imports count). What a file *loads* is judged by
 * .dependency-cruiser.runtime.cjs. test/architecture plants one violation per rule and expects it to be caught.
 */
const { FLOORS, FOR_TESTS, PEERS, knownTo, options } = require('./test/architecture/floors.cjs');

const SPEC = '\\.spec\\.ts$';

const floorRules = FLOORS.flatMap((libs, floor) =>
  libs.map((lib) => ({
    name: `floor-of-${lib}`,
    comment: `libs/${lib} stands on floor ${floor}: it knows lower floors${PEERS[lib] === undefined ? '' : ` and ${PEERS[lib].join(', ')}`}.`,
    severity: 'error',
    from: { path: `^libs/${lib}/` },
    to: { path: `^libs/(?!(${knownTo(lib).join('|')})/)` },
  })),
);

const DOORS = [
  {
    name: 'every-lib-has-a-floor',
    comment: 'A new lib is entered in FLOORS before it is imported.',
    severity: 'error',
    from: {},
    to: { path: `^libs/(?!(${FLOORS.flat().join('|')})/)` },
  },
  {
    name: 'a-lib-has-one-door',
    comment: 'Another lib is reached as #libs/<lib>, which is its src/index.ts, and no deeper.',
    severity: 'error',
    from: { path: '^libs/([^/]+)/' },
    to: { path: '^libs/(?!$1/)[^/]+/src/(?!index\\.ts$)' },
  },
  {
    name: 'apps-use-the-door',
    severity: 'error',
    from: { path: '^apps/' },
    to: { path: '^libs/[^/]+/src/(?!index\\.ts$)' },
  },
  {
    name: 'nobody-leaves-by-their-own-door',
    comment: 'Inside a lib files import each other; through the index everything would load everything.',
    severity: 'error',
    from: { path: '^libs/([^/]+)/src/', pathNot: [SPEC, '^libs/[^/]+/src/index\\.ts$'] },
    to: { path: '^libs/$1/src/index\\.ts$' },
  },
];

const ROOMS = [
  { name: 'libs-know-no-app', severity: 'error', from: { path: '^(libs|migrations)/' }, to: { path: '^apps/' } },
  { name: 'migrations-stand-alone', comment: 'What a migration did must not change with the code.', severity: 'error', from: { path: '^migrations/' }, to: { path: '^(libs|apps)/' } },
  { name: 'web-knows-the-contract-only', severity: 'error', from: { path: '^apps/web/' }, to: { path: '^(libs|migrations|apps/api)/' } },
  { name: 'api-knows-no-web', severity: 'error', from: { path: '^apps/api/' }, to: { path: '^apps/web/' } },
  {
    name: 'product-knows-no-test',
    severity: 'error',
    from: { path: '^(libs|apps|migrations)/', pathNot: FOR_TESTS },
    to: { path: `^test/|${FOR_TESTS}` },
  },
  {
    name: 'web-ground-knows-no-feature',
    comment: 'api, design, format and i18n are what features stand on.',
    severity: 'error',
    from: { path: '^apps/web/src/(api|design|format|i18n)/' },
    to: { path: '^apps/web/src/(app|features)/' },
  },
];

const SUFFIXES = [
  {
    name: 'sql-knows-no-use-case',
    severity: 'error',
    from: { path: '\\.(entity|store|query)\\.ts$' },
    to: { path: '\\.(service|controller)\\.ts$' },
  },
  {
    name: 'sql-knows-no-contract',
    comment: 'A query whose row already is the answer may name the type of the answer.',
    severity: 'error',
    from: { path: '\\.(entity|store|query)\\.ts$' },
    to: { path: '\\.dto\\.ts$', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'stores-name-no-contract',
    severity: 'error',
    from: { path: '\\.(entity|store)\\.ts$' },
    to: { path: '\\.dto\\.ts$' },
  },
  { name: 'services-know-no-route', severity: 'error', from: { path: '\\.service\\.ts$' }, to: { path: '\\.controller\\.ts$' } },
  { name: 'services-know-no-contract', severity: 'error', from: { path: '\\.service\\.ts$' }, to: { path: '\\.dto\\.ts$', dependencyTypesNot: ['type-only'] } },
  { name: 'the-edge-knows-no-sql', severity: 'error', from: { path: '\\.(controller|dto|input)\\.ts$' }, to: { path: '\\.(store|entity)\\.ts$' } },
  { name: 'views-only-read', severity: 'error', from: { path: '\\.view\\.ts$' }, to: { path: '\\.(store|entity|controller)\\.ts$' } },
];

const PACKAGES = [
  {
    name: 'everything-resolves',
    comment: 'react-aria-components names sources in its exports that it does not ship.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true, pathNot: '^react-aria-components$' },
  },
  { name: 'packages-are-declared', severity: 'error', from: {}, to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] } },
  {
    name: 'product-needs-no-development-package',
    severity: 'error',
    from: { path: '^(libs|apps/api|migrations)/', pathNot: FOR_TESTS },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
  { name: 'only-pdf-knows-pdfkit', severity: 'error', from: { pathNot: '^libs/pdf/' }, to: { path: 'node_modules/(pdfkit|fontkit)/' } },
  { name: 'only-the-database-knows-its-driver', severity: 'error', from: { path: '^libs/', pathNot: '^libs/database/' }, to: { path: 'node_modules/pg/' } },
];

module.exports = {
  forbidden: [...floorRules, ...DOORS, ...ROOMS, ...SUFFIXES, ...PACKAGES],
  options: { ...options, tsPreCompilationDeps: true, combinedDependencies: true },
};
