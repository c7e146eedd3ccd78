import type { PolicySource } from '#libs/policy';

/** A number somebody decided, with the clause it rests on and how sure the ground is. */
export interface Sourced<T> {
  readonly value: T;
  readonly clause: string;
  readonly source: PolicySource;
}
