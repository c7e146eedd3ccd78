import type { Bilingual } from '#libs/errors';

/**
 * PENDING: waits for signatures. APPROVED: signed, about to run (never seen from outside a transaction). EXECUTED: done.
 * FAILED: signed, but refused when it ran. RETURNED: 반려. RECALLED: taken back by the drafter. EXPIRED: nobody signed in time.
 */
export const REQUEST_STATES = ['PENDING', 'APPROVED', 'EXECUTED', 'FAILED', 'RETURNED', 'RECALLED', 'EXPIRED'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** One line of an entry that the command would post. */
export interface EffectLine {
  readonly account: string;
  readonly name: Bilingual;
  readonly unit: string;
  readonly side: 'D' | 'C';
  readonly amount: string;
}

export interface EffectEntry {
  readonly posting: string;
  readonly name: Bilingual;
  readonly book: string;
  readonly effectiveOn: string;
  readonly memo: string;
  readonly lines: readonly EffectLine[];
}

/** An account before and after; `floor` is what it may not fall below. */
export interface EffectBalance {
  readonly account: string;
  readonly name: Bilingual;
  readonly unit: string;
  readonly before: string;
  readonly after: string;
  readonly held: string;
  readonly floor: string | null;
}

/** What a command did to the books when it was tried out. */
export interface Effects {
  readonly entries: readonly EffectEntry[];
  readonly balances: readonly EffectBalance[];
}

/** What the signers see and sign: the outcome of the trial. */
export interface Preview {
  readonly result: unknown;
  readonly verdicts: readonly unknown[];
  readonly effects: Effects;
}

/** One member of the input that differs between two versions; absent values are null. */
export interface Difference {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What changed from one canonical input to the next, member by member, sorted by path. */
export function differencesOf(before: unknown, after: unknown): readonly Difference[] {
  const [old, next] = [flatten(before), flatten(after)];
  return [...new Set([...old.keys(), ...next.keys()])]
    .sort()
    .map((path) => ({ path, before: old.get(path) ?? null, after: next.get(path) ?? null }))
    .filter((each) => each.before !== each.after);
}

/** Every leaf of a JSON value by its JSON pointer; empty lists and objects inside it are leaves. */
export function flatten(value: unknown, path = ''): Map<string, string> {
  if (value === null || typeof value !== 'object') return new Map([[path, typeof value === 'string' ? value : JSON.stringify(value)]]);
  const members = Object.entries(value);
  if (members.length === 0) return path === '' ? new Map<string, string>() : new Map([[path, Array.isArray(value) ? '[]' : '{}']]);
  return new Map(members.flatMap(([key, member]) => [...flatten(member, `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)]));
}

/** More than this many names make a title longer than a line of the inbox. */
const NAMES_IN_TITLE = 3;

/** How a member that was left open reads as a leaf. */
const NOTHING = JSON.stringify(null);

/** What tells one request from the next of its kind: the things that its ids stand for, then what it names itself. */
export function namesOf(input: unknown, labels: readonly { readonly label: string }[]): readonly string[] {
  const leaves = flatten(input);
  const named = ['/company/name', '/name', '/fileName'].flatMap((path) => leaves.get(path) ?? []).filter((text) => text !== NOTHING);
  return [...new Set([...labels.slice(0, 2).map(({ label }) => label), ...named])].slice(0, NAMES_IN_TITLE);
}
