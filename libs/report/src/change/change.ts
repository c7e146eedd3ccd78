import type { LocalDate } from '#libs/calendar';

/** What is different between two versions of a report, and what came in between. Texts as the reports show them. */
export interface ReportChanges {
  readonly from: { readonly number: string; readonly version: number; readonly asOf: LocalDate; readonly knownBefore: string; readonly dataSha256: string };
  readonly figures: readonly ChangedFigure[];
  readonly entries: readonly EntryBetween[];
  readonly decisions: readonly DecisionBetween[];
  readonly rules: readonly RuleBetween[];
}

export interface ChangedFigure {
  /** '5 주목적 투자의무 · 기준별 비율'. */
  readonly place: string;
  readonly item: string;
  /** Null: there was none, or there is none any more. */
  readonly before: string | null;
  readonly after: string | null;
}

/** An entry of the ledger that became known after the earlier version. */
export interface EntryBetween {
  readonly number: string;
  readonly effectiveOn: LocalDate;
  readonly posting: string;
  readonly memo: string;
  readonly by: string;
}

/** A decision or record made after the earlier version. */
export interface DecisionBetween {
  readonly title: string;
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
  readonly reason: string | null;
}

/** A rule that became known after the earlier version. */
export interface RuleBetween {
  readonly key: string;
  readonly value: string;
  readonly effectiveFrom: LocalDate;
  readonly clause: string;
  readonly by: string;
}
