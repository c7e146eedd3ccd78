import { localDate, type LocalDate } from '#libs/calendar';
import { won } from '#libs/money';
import type { DecideQueueDto } from './queue.dto.js';
import type { DecideQueue } from './queue.service.js';

/** The typed decision as a command. */
export function toDecision(callId: string, { decidedOn, notifiedOn, selectedIds, amountWon }: DecideQueueDto, today: LocalDate): DecideQueue {
  const day = decidedOn === undefined ? today : localDate(decidedOn);
  return { callId, decidedOn: day, notifiedOn: notifiedOn === undefined ? day : localDate(notifiedOn), selectedIds: selectedIds ?? null, amountWon: amountWon === undefined ? null : won(amountWon) };
}
