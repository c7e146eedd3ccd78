import { formatBasisPoints, parseBasisPoints } from '../../../format/quantity.js';

export type TermValue = string | number | boolean | null | readonly TermValue[] | { readonly [member: string]: TermValue };
/** One row of a term that is a list of records. */
export type TermRecord = Readonly<Record<string, TermValue>>;
export type Unit = 'BASIS_POINTS' | 'MONTHS' | 'YEARS' | 'NONE';

/** One number of a term that is a tree of numbers, by the names that lead to it. */
export interface Leaf {
  readonly path: readonly string[];
  readonly value: number;
}

/** What the numbers of a term count: its name says so. */
export function unitOf(key: string): Unit {
  if (key.endsWith('-basis-points')) return 'BASIS_POINTS';
  if (key.endsWith('-months')) return 'MONTHS';
  return key.endsWith('-years') ? 'YEARS' : 'NONE';
}

/** The stored text as a value; null where it is none. */
export function termOf(stored: string): TermValue {
  try {
    return JSON.parse(stored) as TermValue;
  } catch {
    return null;
  }
}

/** The numbers of a tree in the order they stand there; null where something in it is no number. */
export function leavesOf(value: TermValue, path: readonly string[] = []): readonly Leaf[] | null {
  if (typeof value === 'number') return [{ path, value }];
  if (!isRecord(value)) return null;
  const below = Object.entries(value).map(([name, member]) => leavesOf(member, [...path, name]));
  return below.includes(null) ? null : below.flatMap((leaves) => leaves ?? []);
}

/** The records of a list; null where it is another thing. */
export function recordsOf(value: TermValue): readonly TermRecord[] | null {
  return Array.isArray(value) && value.length > 0 && value.every(isRecord) ? value : null;
}

/** Terms that only one law knows. */
const ONE_LAW: Readonly<Record<string, string>> = {
  'grant.subsidy-penalty-basis-points': 'SUBSIDY',
  'grant.royalty-shares-basis-points': 'RND',
  'grant.royalty-payment-days': 'RND',
  'grant.researcher-projects-maximum': 'RND',
  'grant.investigator-projects-maximum': 'RND',
};

/** Whether a law knows this term. */
export const isTermUnder = (key: string, law: string): boolean => (ONE_LAW[key] ?? law) === law;

/** Members that are one law's alone; a screen of the other leaves them out. */
const LAWS: readonly string[] = ['RND', 'SUBSIDY'];
const isOfLaw = ({ path: [first = ''] }: Leaf, law: string): boolean => first === law || !LAWS.includes(first);

/** The numbers that apply under one law. */
export const leavesUnder = (value: TermValue, law: string): readonly Leaf[] | null => leavesOf(value)?.filter((leaf) => isOfLaw(leaf, law)) ?? null;

/** The tree with one of its numbers exchanged. */
export function withLeaf(value: TermValue, path: readonly string[], next: number): TermValue {
  const [name, ...rest] = path;
  if (name === undefined) return next;
  return isRecord(value) ? { ...value, [name]: withLeaf(value[name] ?? null, rest, next) } : value;
}

/** A number as it is typed: percentages with two decimals. */
export const typedNumber = (unit: Unit, value: number): string => (unit === 'BASIS_POINTS' ? formatBasisPoints(value) : String(value));

/** Multiples are percentages as well: a penalty may be several times what was misspent. */
const MOST_BASIS_POINTS = 999_999;

/** What was typed as a whole number of the unit; null where it cannot be read. */
export function readNumber(unit: Unit, typed: string): number | null {
  const text = typed.trim();
  if (unit !== 'BASIS_POINTS') return /^\d{1,6}$/.test(text) ? Number(text) : null;
  return parseBasisPoints(text, MOST_BASIS_POINTS);
}

function isRecord(value: TermValue): value is TermRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
