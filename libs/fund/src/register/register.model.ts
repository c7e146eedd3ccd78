import { startOfSeoulDay, type LocalDate } from '#libs/calendar';
import type { Dating } from '../fund/fund.posting.js';

/**
 * When a fact of the register counts as known: from the start of the day that it names. The database keeps beside it
 * when it really saw the fact.
 */
export function knownOn(day: LocalDate, now: Date): Date {
  const start = startOfSeoulDay(day);
  return start < now ? start : now;
}

/** An entry about something that happened on `day`, known since `known`. */
export const inHistory = (day: LocalDate, known: LocalDate, now: Date): Dating => ({ effectiveOn: day, knownAt: knownOn(known, now), history: true });
