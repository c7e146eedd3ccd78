import type { LocalDate } from '#libs/calendar';
import type { MandateRule } from '../mandate/mandate.js';

/** One wording of a rule as it is on record. `id` of a rule stays the same through its wordings; `version` names the wording. */
export interface StoredRule extends MandateRule {
  /** Counts the wordings of the rule from 1. */
  readonly number: number;
  readonly effectiveFrom: LocalDate;
  readonly endedOn: LocalDate | null;
  readonly penalty: string | null;
  readonly knownAt: Date;
}

/** What a mandate asks, as somebody words it; without the names it gets when it is kept. */
export type RuleDraft = Omit<MandateRule, 'id' | 'version' | 'key'> & {
  readonly penalty: string | null;
  readonly effectiveFrom: LocalDate;
};
