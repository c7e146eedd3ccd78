import type { PolicyValue } from '#libs/policy';

/** What a value of a term looks like where people type and read it. */
export type TermKind = 'AMOUNT' | 'BASIS_POINTS' | 'COUNT' | 'FLAG' | 'WORD' | 'LIST' | 'TABLE';

/** Every term of a call has its key in one of these name spaces, the second for pools of reverse matching, and its default there is the model of its values. */
export const TERM_KEYS = /^(grant|matching)\.[a-z][a-z0-9-]*(\.[a-z0-9-]+)*$/;

/** A term that only a pool of reverse matching has. */
export const isOfPools = (key: string): boolean => key.startsWith('matching.');

/** What the values of a term look like, told from its name and one of them. */
export function termKindOf(key: string, sample: PolicyValue): TermKind {
  if (key.endsWith('-won')) return 'AMOUNT';
  if (typeof sample === 'number') return key.endsWith('-basis-points') ? 'BASIS_POINTS' : 'COUNT';
  if (typeof sample === 'boolean') return 'FLAG';
  if (typeof sample === 'string') return 'WORD';
  return Array.isArray(sample) && sample.every((each) => typeof each === 'string') ? 'LIST' : 'TABLE';
}

/** A value as it is typed: the inverse of `termValue`. */
export function termText(key: string, value: PolicyValue): string {
  if (typeof value === 'string') return value;
  return termKindOf(key, value) === 'LIST' && Array.isArray(value) ? value.join(' | ') : JSON.stringify(value);
}
