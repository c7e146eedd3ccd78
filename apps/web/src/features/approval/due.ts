import { todayInSeoul } from '../../format/date.js';

const DAY_MS = 24 * 60 * 60 * 1_000;
/** From this many days before the end a request is marked. */
const SOON_DAYS = 2;

/** Calendar days in Seoul from an instant to now. */
export function daysBetween(instant: string, now: Date): number {
  const day = (at: Date): number => Date.parse(todayInSeoul(at));
  return Math.max(0, Math.round((day(now) - day(new Date(instant))) / DAY_MS));
}

export function isDueSoon(expiresAt: string, now: Date): boolean {
  return Date.parse(expiresAt) - now.getTime() < SOON_DAYS * DAY_MS;
}
