import type { LocalDate } from '#libs/calendar';

/** A file that speaks for a settlement. */
export interface BundleFile {
  readonly sha256: string;
  readonly fileName: string;
  readonly sizeBytes: number;
  /** What it is, in Korean: the paper of an expense, the report of the institution or of its auditor. */
  readonly what: string;
  /** The expense that it belongs to; null for a paper of the whole stage. */
  readonly expenseNumber: string | null;
  readonly attachedOn: LocalDate;
}

/** An expense of the stage as an auditor goes through it. */
export interface BundleExpense {
  readonly number: string;
  readonly spentOn: LocalDate;
  readonly line: string;
  readonly resource: string;
  readonly payee: string;
  readonly payeeNumber: string | null;
  readonly purpose: string | null;
  readonly amountWon: string;
  readonly evidence: string | null;
  readonly decision: string | null;
  readonly disallowedWon: string;
  readonly reason: string | null;
  /** Papers on file. */
  readonly papers: number;
}

/** Everything that an auditor from outside is given of one settlement. */
export interface SettlementBundle {
  readonly number: string;
  readonly agreementNumber: string;
  readonly institution: string;
  readonly stage: number;
  /** Whether the law or the call wants a verification, and where. */
  readonly demands: readonly string[];
  readonly expenses: readonly BundleExpense[];
  readonly files: readonly BundleFile[];
}
