import type { LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import type { EvidenceKind } from '#libs/invoice';
import type { Won } from '#libs/money';
import type { Resource } from '../line/line.js';

/** One row of a claim as a clerk enters it; won. Twelve fields, the papers come after it. */
export interface ExpenseDraft {
  readonly agreementId: string;
  /** Code of the line; of two stages the one in which it was committed. */
  readonly line: string;
  readonly resource: Resource;
  readonly spentOn: LocalDate;
  /** 지출원인행위: when it was committed; null: on the day of the payment. */
  readonly committedOn: LocalDate | null;
  /** Ten digits, checked; null for whom there is none. */
  readonly payeeNumber: string | null;
  readonly payeeName: string;
  readonly purpose: string;
  readonly supplyWon: Won;
  readonly vatWon: Won;
  /** The project bears the VAT: only where the institution cannot deduct it. */
  readonly chargesVat: boolean;
  readonly evidenceKind: EvidenceKind | null;
  readonly evidenceNumber: string | null;
}

/** What of a draft the line bears; won. */
export const chargedWon = ({ supplyWon, vatWon, chargesVat }: Pick<ExpenseDraft, 'supplyWon' | 'vatWon' | 'chargesVat'>): bigint => supplyWon + (chargesVat ? vatWon : 0n);

/** A row that is recorded. */
export interface RecordedExpense {
  /** Place in the request, from 0. */
  readonly index: number;
  readonly id: string;
  readonly number: string;
  readonly amountWon: Won;
  /** What is to be seen to: papers that are missing, words that stand out. */
  readonly verdicts: readonly Verdict[];
}

export interface RefusedExpense {
  readonly index: number;
  readonly verdicts: readonly Verdict[];
}

export const REVIEW_DECISIONS = ['ALLOWED', 'PARTLY', 'DISALLOWED'] as const;
export type ReviewDecision = (typeof REVIEW_DECISIONS)[number];
