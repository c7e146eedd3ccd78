import type { LocalDate } from '#libs/calendar';
import type { Won } from '#libs/money';

export interface AgreementDraft {
  readonly voucherId: string;
  readonly agreedOn: LocalDate;
  readonly amountWon: Won;
  readonly selfBurdenWon: Won;
  readonly brokerId: string | null;
  readonly documentId: string | null;
}

/** A movement of a company's own money. */
export interface OwnMovement {
  readonly voucherId: string;
  readonly amountWon: Won;
  readonly valueOn: LocalDate;
  readonly bankReference: string | null;
}
