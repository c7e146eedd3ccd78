import type { LocalDate } from '#libs/calendar';
import type { Won } from '#libs/money';

/** The kind under which the desk of the bank knows what came for a recovery. */
export const RECOVERY_MOVE = 'grant.recovery';

/** Money that came for a recovery, as it was recorded. */
export interface RecoveryReceipt {
  readonly id: string;
  readonly recoveryId: string;
  readonly amountWon: Won;
  readonly valueOn: LocalDate;
  readonly reversed: boolean;
  /** The command that recorded it. */
  readonly commandId: string;
  /** Whether it was booked as given back by the project as well; a penalty is not. */
  readonly gaveBack: boolean;
}
