import type { LocalDate } from '#libs/calendar';
import type { PolicySource, PolicyValue } from '#libs/policy';

/** One term as a version or a single decision put it, and what applied before. */
export interface TermChange {
  readonly key: string;
  readonly value: PolicyValue;
  readonly clause: string;
  readonly source: PolicySource;
  readonly effectiveFrom: LocalDate;
  /** What was in force on that day before it was decided; null where nothing was. */
  readonly before: { readonly value: PolicyValue; readonly clause: string; readonly source: PolicySource } | null;
  readonly knownAt: Date;
}

/** A wording of the agreement: number 1 is that of the founding. */
export interface AgreementVersion {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly effectiveFrom: LocalDate;
  readonly decidedOn: LocalDate;
  readonly summary: string;
  readonly documentId: string | null;
  readonly documentName: string | null;
  readonly knownAt: Date;
  readonly terms: readonly TermChange[];
}
