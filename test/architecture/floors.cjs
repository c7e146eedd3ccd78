/** The floors of docs/ARCHITECTURE.md: what the two configurations of dependency-cruiser and the specs here have in common. */
const FLOORS = [
  ['errors', 'money', 'calendar', 'journal', 'identifier', 'life', 'selection'],
  ['database', 'command', 'secret', 'access', 'http', 'document', 'pdf', 'sheet', 'thread', 'seal', 'signature'],
  ['party', 'policy', 'privacy', 'programme', 'ledger', 'payment', 'approval', 'recovery', 'notice', 'invoice', 'evidence'],
  ['fund', 'voucher', 'grant', 'matching', 'relay'],
  ['report', 'audit'],
];

/** The only neighbours on its own floor that a lib may know. */
const PEERS = {
  money: ['errors'],
  calendar: ['errors'],
  journal: ['errors', 'calendar'],
  identifier: ['errors', 'calendar'],
  life: ['errors'],
  selection: ['errors', 'calendar'],
  command: ['database'],
  pdf: ['thread'],
  sheet: ['thread'],
  access: ['database', 'command', 'http', 'secret'],
  seal: ['database', 'command', 'access', 'http', 'secret'],
  signature: ['seal', 'secret', 'pdf'],
  party: ['policy'],
  privacy: ['policy'],
  approval: ['policy', 'ledger'],
  payment: ['ledger', 'party', 'policy'],
  recovery: ['policy'],
  notice: ['recovery'],
  evidence: ['invoice'],
  document: ['database', 'command', 'access', 'http', 'sheet'],
  programme: ['policy'],
  matching: ['grant'],
  audit: ['report'],
};

/** All that `lib` may import: itself, lower floors, named peers. */
function knownTo(lib) {
  const floor = FLOORS.findIndex((libs) => libs.includes(lib));
  return [lib, ...FLOORS.slice(0, floor).flat(), ...(PEERS[lib] ?? [])];
}

const FOR_TESTS = '\\.spec\\.ts$|/testing/';

const options = {
  doNotFollow: { path: 'node_modules' },
  exclude: { path: '(^|/)dist/|^test/(pdf|global-)|\\.css$' },
  tsConfig: { fileName: 'tsconfig.json' },
  enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['source', 'import', 'node', 'default'] },
};

module.exports = { FLOORS, PEERS, knownTo, FOR_TESTS, options };
