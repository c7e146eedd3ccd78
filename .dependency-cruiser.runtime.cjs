/** What a file *loads*, directly or through others: type-only imports are gone by then. See .dependency-cruiser.cjs. */
const { FLOORS, FOR_TESTS, options } = require('./test/architecture/floors.cjs');

const WORDS = `^libs/(${FLOORS[0].join('|')})/`;
const ROLES = 'rules|posting|model|import|charts|policy|history|input';
/** Files that decide: by suffix, or without one in a lib that is a feature. */
const PURE = [`\\.(${ROLES})\\.ts$`, '^libs/(fund|voucher|grant|matching|relay|report|audit)/src/.*/[^/.]+\\.ts$', '^libs/(party|policy)/src/[^/.]+\\.ts$'];
const MACHINERY = 'node_modules/(@nestjs|typeorm|pg|pdfkit|fastify|@fastify)/';

module.exports = {
  forbidden: [
    {
      name: 'pure-files-reach-no-machinery',
      comment: 'Rules, postings, models and imports can be read and tested without a framework or a database.',
      severity: 'error',
      from: { path: PURE, pathNot: [FOR_TESTS, '/index\\.ts$'] },
      to: { path: MACHINERY, reachable: true },
    },
    {
      name: 'pure-files-carry-nothing-out',
      severity: 'error',
      from: { path: PURE, pathNot: [FOR_TESTS, '/index\\.ts$'] },
      to: { path: '\\.(entity|store|query|service|controller|dto|view|pdf|xlsx|csv)\\.ts$' },
    },
    {
      name: 'only-imports-know-sheets',
      comment: 'Of the pure files, those that read rows may reach #libs/sheet.',
      severity: 'error',
      from: { path: `\\.(${ROLES.replace('|import', '')})\\.ts$` },
      to: { path: '^libs/sheet/', reachable: true },
    },
    {
      name: 'words-load-words',
      comment: 'Floor 0 is pure: no framework, no I/O.',
      severity: 'error',
      from: { path: WORDS, pathNot: FOR_TESTS },
      to: { path: MACHINERY, reachable: true },
    },
    { name: 'words-do-no-io', severity: 'error', from: { path: WORDS, pathNot: FOR_TESTS }, to: { dependencyTypes: ['core'] } },
    { name: 'nothing-loads-in-a-circle', comment: 'Circles of types alone are harmless.', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: { ...options, exclude: { path: `${options.exclude.path}|\\.(e2e-)?spec\\.ts$` } },
};
