import type { PolicySet, PolicySource } from './policy.js';

/** A number somebody decided, with the clause it rests on and how sure the ground is. */
export interface Sourced<T> {
  readonly value: T;
  readonly clause: string;
  readonly source: PolicySource;
}

/** A value of the terms in force with the clause it rests on; what nobody decided says so. */
export function sourced<T>(policies: PolicySet, key: string, value: T): Sourced<T> {
  const row = policies.find(key);
  return { value, clause: row?.clause ?? '정한 기준 없음', source: row?.source ?? 'ASSUMPTION' };
}
