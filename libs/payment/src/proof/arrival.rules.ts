import { daysBetween, type LocalDate } from '#libs/calendar';
import { won, type Won } from '#libs/money';
import type { ExpectedMove, OpenLine } from '../match/match.js';

/** Days between a line and the day of a movement; none where it is waited for and the line lies in that time, or after it. */
export function daysApart({ on, waitedFrom }: ExpectedMove, valueOn: LocalDate): number {
  if (waitedFrom === undefined) return Math.abs(daysBetween(on, valueOn));
  return Math.max(0, daysBetween(valueOn, waitedFrom));
}

/** It was waited for until an earlier day. */
export const isLate = ({ on, waitedFrom }: ExpectedMove, valueOn: LocalDate): boolean => waitedFrom !== undefined && valueOn > on;

/**
 * How much of a line a movement takes: all of its amount, or, of what may come in parts, what came up to the amount and what is
 * due on top of it on that day. Null where the line cannot be it: nothing is due, or the money goes the other way.
 */
export function arrivalAmount(move: ExpectedMove, { openWon, valueOn }: Pick<OpenLine, 'openWon' | 'valueOn'>): Won | null {
  const { amountWon, surchargeOn } = move;
  if (surchargeOn === undefined) return amountWon;
  const dueWon = won(amountWon + surchargeOn(valueOn));
  if (dueWon === 0n || openWon === 0n || dueWon > 0n !== openWon > 0n) return null;
  const isWhole = openWon > 0n ? openWon >= dueWon : openWon <= dueWon;
  return isWhole ? dueWon : openWon;
}
