import type { LocalDate } from '#libs/calendar';

/** Why a fund ends: 벤처투자 촉진에 관한 법률 and what agreements add. */
export const DISSOLUTION_CAUSES = ['LIFE_ENDED', 'PARTNERS_LEFT', 'GENERAL_PARTNER_LOST', 'PARTNERS_DECIDED', 'REGISTRATION_CANCELLED'] as const;
export type DissolutionCause = (typeof DISSOLUTION_CAUSES)[number];

/** A later end of the life, and where it was agreed of the investment period. */
export interface Extension {
  readonly id: string;
  readonly number: number;
  readonly lifeTo: LocalDate;
  readonly investmentTo: LocalDate | null;
  readonly decidedOn: LocalDate;
  readonly reason: string;
  readonly documentId: string | null;
  readonly documentName: string | null;
}

export interface Dissolution {
  readonly dissolvedOn: LocalDate;
  readonly cause: DissolutionCause;
  readonly reason: string;
  readonly liquidator: string;
  /** The last day on which the ministry is told in time. */
  readonly noticeDueOn: LocalDate;
  readonly documentId: string | null;
  readonly documentName: string | null;
}
