/** What an evaluator says before scoring. */
export interface Declaration {
  readonly applicationId: string;
  readonly conflicted: boolean;
  /** What the conflict is; wanted where there is one. */
  readonly note: string | null;
}

/** What an evaluator gives. */
export interface Score {
  readonly applicationId: string;
  /** Decimal from 0 to 100 with at most two places. */
  readonly score: string;
  readonly comment: string | null;
}
