import type { LocalDate } from '#libs/calendar';
import type { Won } from '#libs/money';

/** What the institution computed itself; null where it does not say. */
export interface StatedFigures {
  readonly usedWon: Won | null;
  readonly unusedWon: Won | null;
  readonly disallowedWon: Won | null;
  readonly inKindShortageWon: Won | null;
  readonly interestWon: Won | null;
  readonly totalWon: Won | null;
}

export interface ReportSettlement {
  readonly agreementId: string;
  readonly kind: 'YEARLY_USE' | 'SETTLEMENT';
  readonly stage: number;
  readonly fiscalYear: number | null;
  readonly receivedOn: LocalDate;
  readonly stated: StatedFigures;
  readonly documentId: string | null;
  readonly note: string | null;
}

