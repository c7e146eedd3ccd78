import type { Bilingual, Details } from '#libs/errors';

/** PASS: holds. WARN: does not hold, the deed is allowed and the breach is on record. BLOCK: does not hold, the deed is refused. */
export type VerdictResult = 'PASS' | 'WARN' | 'BLOCK';

/** The answer of one rule to one set of facts, kept with both for good. */
export interface Verdict {
  /** Stable name of the rule: the sentence it is, in kebab case. */
  readonly rule: string;
  /** The clause of law, agreement or notice that the rule rests on. */
  readonly clause: string;
  readonly result: VerdictResult;
  readonly text: Bilingual;
  /** The facts and limits the rule looked at, amounts as strings of digits. */
  readonly inputs: Details;
}
