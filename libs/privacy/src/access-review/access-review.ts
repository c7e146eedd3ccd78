/** What came of somebody's figures: explained, or handed on. */
export const CONCLUSIONS = ['JUSTIFIED', 'FOLLOW_UP'] as const;

export interface Finding {
  readonly userId: string;
  readonly conclusion: (typeof CONCLUSIONS)[number];
  readonly note: string;
}

/** The review of a month, or that it is still to come. */
export interface ReviewRow {
  /** `YYYY-MM` */
  readonly month: string;
  readonly dueOn: string;
  readonly overdue: boolean;
  readonly review: {
    readonly id: string;
    readonly reviewerName: string;
    readonly note: string;
    readonly findings: readonly (Finding & { readonly login: string | null })[];
    readonly people: number;
    readonly entries: number;
    readonly reviewedAt: Date;
  } | null;
}
