import type { LocalDate } from '#libs/calendar';

/** Where a number comes from. The last two are defaults that a user may argue with; the screens say so. */
export type PolicySource = 'LAW' | 'AGREEMENT' | 'NOTICE' | 'SEED' | 'PRACTICE' | 'ASSUMPTION';

export type PolicyValue = string | number | boolean | null | readonly PolicyValue[] | { readonly [key: string]: PolicyValue };

/** One decision about one number: from when it applies, on which clause it rests, and since when it is known. */
export interface Policy {
  readonly id: string;
  /** What it applies to: `fund/<id>`, `programme/<id>`, or `*` for everything. */
  readonly scope: string;
  readonly key: string;
  readonly value: PolicyValue;
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate | null;
  readonly clause: string;
  readonly source: PolicySource;
  readonly knownAt: Date;
}

export type PolicyDraft = Omit<Policy, 'id'>;

/** A number somebody decided, with the clause it rests on and how sure the ground is. */
export interface Sourced<T> {
  readonly value: T;
  readonly clause: string;
  readonly source: PolicySource;
}

/** The policies in force in the order of their scopes: the value decided for the narrowest scope wins. */
export class PolicySet {
  constructor(private readonly rows: readonly Policy[]) {}

  /** The row in force for `key`, or null where nobody decided. `rows` come with the winning one first. */
  find(key: string): Policy | null {
    return this.rows.find((row) => row.key === key) ?? null;
  }

  /** A value of the terms in force with the clause it rests on; what nobody decided says so. */
  sourced<T>(key: string, value: T): Sourced<T> {
    const row = this.find(key);
    return { value, clause: row?.clause ?? '정한 기준 없음', source: row?.source ?? 'ASSUMPTION' };
  }

  all(): readonly Policy[] {
    return this.rows.filter((row, index) => this.rows.findIndex((other) => other.key === row.key) === index);
  }

  /** A whole number in force; `fallback` where nobody decided. */
  integer(key: string, fallback: number): number {
    const value = this.find(key)?.value;
    return typeof value === 'number' && Number.isInteger(value) ? value : fallback;
  }

  /** An amount in won, kept as text of digits. */
  amount(key: string): bigint | null {
    const value = this.find(key)?.value;
    return typeof value === 'string' && /^\d+$/.test(value) ? BigInt(value) : null;
  }

  text(key: string): string | null {
    const value = this.find(key)?.value;
    return typeof value === 'string' ? value : null;
  }

  flag(key: string): boolean {
    return this.find(key)?.value === true;
  }
}

/** Decisions of many scopes over time. `rows`: by key, of one scope the one that applies from the latest day first. */
export class PolicyHistory {
  private readonly byScope = new Map<string, Policy[]>();

  constructor(rows: readonly Policy[]) {
    for (const row of rows) {
      const known = this.byScope.get(row.scope);
      if (known === undefined) this.byScope.set(row.scope, [row]);
      else known.push(row);
    }
  }

  /** What is in force on `on` for `scopes`, narrowest first: the same as asking the database for them. */
  inForce(scopes: readonly string[], on: LocalDate): PolicySet {
    const rows = scopes.flatMap((scope) => (this.byScope.get(scope) ?? []).filter((row) => row.effectiveFrom <= on && (row.effectiveTo === null || row.effectiveTo >= on)));
    return new PolicySet(rows.toSorted((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0)));
  }
}
