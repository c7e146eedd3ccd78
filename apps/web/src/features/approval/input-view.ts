/** What one member of a stored input is, so that it can be shown in words instead of as JSON. */
export type InputValue =
  | { readonly kind: 'absent' }
  | { readonly kind: 'won'; readonly amount: string }
  | { readonly kind: 'percent'; readonly basisPoints: number }
  | { readonly kind: 'count'; readonly count: string }
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'instant'; readonly instant: string }
  | { readonly kind: 'flag'; readonly flag: boolean }
  | { readonly kind: 'id'; readonly id: string }
  | { readonly kind: 'hash'; readonly hash: string }
  | { readonly kind: 'businessNumber'; readonly digits: string }
  | { readonly kind: 'code'; readonly group: string; readonly code: string }
  | { readonly kind: 'text'; readonly text: string };

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const DATE = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
const INSTANT = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$/;
const HASH = /^[0-9a-f]{64}$/;
const DIGITS = /^-?[0-9]+$/;

/** The words for coded members: by `parent.key`, else by `key` alone. */
const CODES: Readonly<Record<string, string>> = {
  instrument: 'instrument',
  route: 'route',
  companyBasis: 'companyBasis',
  'deal.kind': 'investmentKind',
  'partners.kind': 'partnerKind',
  'company.kind': 'partyKind',
  'party.kind': 'partyKind',
  'steps.kind': 'stepKind',
  decision: 'status',
  source: 'source',
  role: 'role',
  roles: 'role',
  rank: 'rank',
  minRank: 'rank',
  mode: 'approvalMode',
  obligationBasis: 'basis',
  denominator: 'basis',
  'draft.denominator': 'mandateBasis',
  'draft.level': 'mandateLevel',
  'test.kind': 'test',
  measure: 'measure',
  command: 'command',
  commands: 'command',
  key: 'policyKey',
  '.kind': 'voucherKind',
  legalRegime: 'legalRegime',
  ground: 'clawbackGround',
  debtor: 'clawbackDebtor',
  stage: 'budgetStage',
  change: 'budgetChange',
  unissued: 'unissued',
  period: 'schedulePeriod',
};

/** Reads a scalar of an input by its name (units come last in it) and its look. `parent` is the name of what holds it. */
export function readInputValue(parent: string, key: string, value: unknown): InputValue {
  if (value === null || value === undefined || value === '') return { kind: 'absent' };
  if (typeof value === 'boolean') return { kind: 'flag', flag: value };
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const group = CODES[`${parent}.${key}`] ?? CODES[key];
  if (group !== undefined) return { kind: 'code', group, code: text };
  if (key.endsWith('Won') && DIGITS.test(text)) return { kind: 'won', amount: text };
  if (isRatio(key) && DIGITS.test(text)) return { kind: 'percent', basisPoints: Number(text) };
  if (key === 'businessNumber' && /^[0-9]{10}$/.test(text)) return { kind: 'businessNumber', digits: text };
  if (ID.test(text)) return { kind: 'id', id: text };
  if (HASH.test(text)) return { kind: 'hash', hash: text };
  if (DATE.test(text)) return { kind: 'date', date: text };
  if (INSTANT.test(text)) return { kind: 'instant', instant: text };
  if (typeof value === 'number' || key === 'shares' || key === 'units') return { kind: 'count', count: text };
  return { kind: 'text', text };
}

/** Rates of an agreement travel as basis points. */
function isRatio(key: string): boolean {
  return key.endsWith('BasisPoints') || ['obligationRatio', 'singleCompanyCap', 'overdueRate', 'feeOnCommitments', 'feeOnOutstanding', 'hurdle', 'carry'].includes(key);
}

export type InputMembers = Readonly<Record<string, unknown>>;

export function isMembers(value: unknown): value is InputMembers {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An input in the order in which people read it: plain members first, then groups, then lists; empty ones are left out. */
export interface InputParts {
  readonly plain: readonly (readonly [key: string, value: unknown])[];
  readonly groups: readonly (readonly [key: string, members: InputMembers])[];
  readonly lists: readonly (readonly [key: string, rows: readonly InputMembers[]])[];
}

export function partsOf(input: InputMembers): InputParts {
  const members = Object.entries(input);
  return {
    plain: members.filter(([, value]) => !isMembers(value) && !isTable(value) && !isEmpty(value)),
    groups: members.filter((member): member is [string, InputMembers] => isMembers(member[1])),
    lists: members.filter((member): member is [string, InputMembers[]] => isTable(member[1])),
  };
}

function isTable(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isMembers);
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** The members that any row has a value for, in the order of their first appearance. */
export function columnsOf(rows: readonly InputMembers[]): string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row).filter((key) => !isEmpty(row[key]))))];
}

/** '/deal/amountWon' → the names along the way; escapes of JSON pointers undone. */
export function pathOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Every scalar of an input by its JSON pointer. */
export function leavesOf(value: unknown, pointer = ''): Map<string, unknown> {
  if (typeof value !== 'object' || value === null) return new Map([[pointer, value]]);
  return new Map(Object.entries(value).flatMap(([key, member]) => [...leavesOf(member, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)]));
}
