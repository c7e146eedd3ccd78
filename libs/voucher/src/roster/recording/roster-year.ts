import type { JournalEntry } from '#libs/journal';
import type { LegalRegime } from '../../clawback/clawback.js';
import type { VoucherYear } from '../../year/year.js';

/** Which year a roster is for: one that is named, or the one that its overview states, opened with `legalRegime` where there is none yet. */
export interface RosterYearChoice {
  readonly yearId: string | null;
  readonly programmeId: string | null;
  readonly legalRegime: LegalRegime | null;
  readonly fileName: string;
}

export interface RosterYear {
  readonly year: VoucherYear;
  /** What is posted for the budget of a year that the roster opens. */
  readonly entries: readonly JournalEntry[];
  readonly opened: boolean;
}
