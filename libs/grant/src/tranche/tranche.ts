import type { LocalDate } from '#libs/calendar';
import type { Life } from '#libs/life';
import type { Won } from '#libs/money';

export type TrancheState = 'PLANNED' | 'REQUESTED' | 'DECIDED' | 'DROPPED' | 'VOIDED';
export type TrancheEvent = 'request' | 'send-back' | 'decide' | 'void' | 'drop';

/** From the plan to the decision to pay; the payment itself is told by the payment runs. */
export const TRANCHE_LIFE: Life<TrancheState, TrancheEvent> = {
  states: {
    PLANNED: { ko: '예정', en: 'planned' },
    REQUESTED: { ko: '신청', en: 'asked for' },
    DECIDED: { ko: '지급결정', en: 'decided' },
    DROPPED: { ko: '계획 제외', en: 'dropped from the plan' },
    VOIDED: { ko: '결정 취소', en: 'voided' },
  },
  events: {
    request: { ko: '지급 신청', en: 'ask for' },
    'send-back': { ko: '반려', en: 'send back' },
    decide: { ko: '지급결정', en: 'decide' },
    void: { ko: '결정 취소', en: 'void' },
    drop: { ko: '계획 제외', en: 'drop' },
  },
  table: {
    PLANNED: { request: 'REQUESTED', drop: 'DROPPED' },
    REQUESTED: { 'send-back': 'PLANNED', decide: 'DECIDED', drop: 'DROPPED' },
    DECIDED: { void: 'VOIDED' },
    DROPPED: {},
    VOIDED: {},
  },
  reasons: {},
};

export const CONDITION_KINDS = ['OWN_CASH', 'PREVIOUS_SPENT', 'MILESTONE', 'REPORT'] as const;

/** What has to be so before a tranche is paid. */
export type TrancheCondition =
  | { readonly kind: 'OWN_CASH'; readonly amountWon: Won }
  | { readonly kind: 'PREVIOUS_SPENT'; readonly basisPoints: number }
  | { readonly kind: 'MILESTONE' | 'REPORT'; readonly label: string };

/** That a milestone was accepted or a report handed in. */
export interface ConditionMet {
  readonly metOn: LocalDate;
  readonly note: string;
  readonly documentId: string | null;
  readonly documentName: string | null;
  readonly actor: string;
}

export interface StandingCondition {
  readonly position: number;
  readonly condition: TrancheCondition;
  readonly met: ConditionMet | null;
}

export interface Tranche {
  readonly id: string;
  readonly agreementId: string;
  readonly number: number;
  readonly fiscalYear: number;
  readonly label: string;
  readonly amountWon: Won;
  readonly plannedOn: LocalDate;
  readonly state: TrancheState;
  readonly sinceOn: LocalDate;
  readonly conditions: readonly StandingCondition[];
}

/** A tranche as a plan names it. */
export interface PlannedTranche {
  readonly fiscalYear: number;
  readonly label: string;
  readonly amountWon: Won;
  readonly plannedOn: LocalDate;
  readonly conditions: readonly TrancheCondition[];
}
