import type { LocalDate } from '#libs/calendar';
import type { Won } from '#libs/money';
import type { FundSource } from '../match/match.js';

/** Who a depositor is to the project. */
export const DEPOSITOR_RELATIONS = ['COMPANY', 'PERFORMER', 'RELATED', 'THIRD_PARTY'] as const;
export type DepositorRelation = (typeof DEPOSITOR_RELATIONS)[number];

export const FLAG_KINDS = ['EXCLUDED_SOURCE', 'EXCLUDED_DEPOSITOR', 'THIRD_PARTY', 'ROUND_TRIP', 'LOCK_UP_BROKEN'] as const;
export type FlagKind = (typeof FLAG_KINDS)[number];

/** Why a deposit counts nothing, or has to be looked at. */
export interface FlagDraft {
  readonly kind: FlagKind;
  /** It takes the deposit out of the count until compliance decides otherwise. */
  readonly uncounts: boolean;
  /** What shows it; null where the declaration itself does. */
  readonly evidenceId: string | null;
  readonly detail: string;
  readonly clause: string;
}

export interface DepositFlag extends FlagDraft {
  readonly id: string;
  /** What compliance said of it; null: nothing yet. */
  readonly counts: boolean | null;
  readonly decidedFor: string | null;
}

export interface DepositDraft {
  readonly depositedOn: LocalDate;
  readonly amountWon: Won;
  readonly depositor: string;
  readonly relation: DepositorRelation;
  readonly source: FundSource;
  readonly sourceText: string | null;
  readonly lockedUntil: LocalDate;
  readonly reference: string | null;
  readonly documentId: string | null;
}

export type DepositState = 'UNPROVEN' | 'PROVEN' | 'REVERSED';

export interface Deposit extends DepositDraft {
  readonly id: string;
  readonly agreementId: string;
  readonly agreementNumber: string;
  readonly callId: string;
  readonly documentName: string | null;
  readonly state: DepositState;
  readonly counts: boolean;
  /** Of a standing proof; the line is null where a register says it. */
  readonly proofId: string | null;
  readonly bankLineId: string | null;
  readonly ownShareId: string | null;
  readonly provenOn: LocalDate | null;
  readonly evidence: string | null;
  readonly reversedFor: string | null;
  readonly actor: string | null;
  readonly flags: readonly DepositFlag[];
}
