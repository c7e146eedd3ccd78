import { invariant } from '#libs/errors';
import { seoulDateOf, startOfSeoulDay, type Instant } from './instant.js';
import { isLocalDate, type LocalDate } from './local-date.js';

/** Every day in Seoul has 24 hours. */
const MILLISECONDS_A_DAY = 86_400_000;

/** The only source of "now": injected, so that scenarios travel in time. */
export interface Clock {
  now(): Instant;
  /** The date in Seoul. */
  today(): LocalDate;
}

export const systemClock: Clock = {
  now: () => new Date(),
  today: () => seoulDateOf(new Date()),
};

/** A clock that stands still until it is moved. */
export interface ManualClock extends Clock {
  set(moment: string | Instant): void;
  /** Moves to the same time of day `days` later; `days` may be negative. */
  advanceDays(days: number): void;
}

/** Starts at an instant, at ISO text of one, or with a bare date at the beginning of that day in Seoul. */
export function manualClock(start: string | Instant): ManualClock {
  let current = momentOf(start);
  return {
    now: () => new Date(current),
    today: () => seoulDateOf(current),
    set: (moment) => {
      current = momentOf(moment);
    },
    advanceDays: (days) => {
      current = new Date(current.getTime() + days * MILLISECONDS_A_DAY);
    },
  };
}

function momentOf(moment: string | Instant): Instant {
  if (typeof moment === 'string' && isLocalDate(moment)) return startOfSeoulDay(moment);
  const instant = new Date(moment);
  invariant(!Number.isNaN(instant.getTime()), `'${String(moment)}' is not an instant`);
  return instant;
}
