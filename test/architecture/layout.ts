/** The closed list of roles a file may have: `<name>.<role>.ts`. A name alone is a noun, or a word of a lib below. */
const ROLES: ReadonlySet<string> = new Set([
  // pure: they decide
  ...['rules', 'posting', 'model', 'import', 'charts', 'policy', 'history', 'input'],
  // they speak SQL
  ...['entity', 'store', 'query'],
  // use cases, the contract, and what leaves as a file
  ...['service', 'controller', 'dto', 'view', 'pdf', 'xlsx', 'csv'],
  // the framework and the composition of a lib
  ...['module', 'options', 'registry', 'entities', 'guard', 'interceptor', 'pipe', 'filter', 'runner', 'stream', 'cookie', 'data'],
  // tests, and types of packages that bring none
  ...['spec', 'd'],
]);

const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const NOUN_FOLDER = /^libs\/(access|document|ledger|party|payment|privacy|recovery|fund|voucher|grant|matching|relay|report|audit)\/src\/[^/]+(\/[^/]+)*$/;
/** Names that say nothing: what would be put there belongs to a noun. */
const EMPTY_NAMES = new Set(['common', 'shared', 'core', 'utils', 'util', 'helpers', 'helper', 'misc']);

/** What is wrong with where these TypeScript files of libs and apps/api lie, one sentence each. */
export function misplaced(files: readonly string[], largestFolder: (folder: string) => number): string[] {
  return [...files.flatMap(faultsOfName), ...faultsOfLibs(files), ...faultsOfFolders(files, largestFolder)].sort();
}

function faultsOfName(file: string): string[] {
  const parts = file.split('/');
  const [name = '', ...words] = (parts.at(-1) ?? '').replace(/\.ts$/, '').split('.');
  // A spec may say what of the noun it tests: deal.rules.spec.ts, deal.files.spec.ts.
  const roles = words.at(-1) === 'spec' ? words.slice(-1) : words;
  const faults = [...parts.slice(0, -1), name].filter((part) => !NAME.test(part)).map((part) => `${file}: '${part}' is not kebab case`);
  if (roles.length > 1) faults.push(`${file}: has more than one role`);
  return [...faults, ...roles.filter((role) => !ROLES.has(role)).map((role) => `${file}: '${role}' is not on the list of roles`)];
}

function faultsOfLibs(files: readonly string[]): string[] {
  const libs = [...new Set(files.flatMap((file) => /^libs\/([^/]+)\//.exec(file)?.[1] ?? []))];
  return libs.flatMap((lib) => [
    ...(EMPTY_NAMES.has(lib) ? [`libs/${lib}: a lib is named after what it is`] : []),
    ...(files.includes(`libs/${lib}/src/index.ts`) ? [] : [`libs/${lib}: has no door, src/index.ts`]),
    ...files.filter((file) => file.startsWith(`libs/${lib}/`) && !file.startsWith(`libs/${lib}/src/`)).map((file) => `${file}: code of a lib lies in src`),
  ]);
}

function faultsOfFolders(files: readonly string[], largestFolder: (folder: string) => number): string[] {
  const counts = new Map<string, number>();
  for (const file of files.filter((each) => !each.endsWith('.spec.ts'))) {
    const folder = file.slice(0, file.lastIndexOf('/'));
    if (NOUN_FOLDER.test(folder)) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].filter(([folder, count]) => count > largestFolder(folder)).map(([folder, count]) => `${folder}: ${count} files are more than one noun`);
}
