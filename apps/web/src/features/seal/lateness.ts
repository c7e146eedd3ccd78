import type { SealStatus } from './seal.requests.js';

export type Lateness = 'ok' | 'late' | 'none';

/** So many turns may pass before somebody is told: one that is missed is made good by the next. */
const PATIENCE = 6;
const LEAST_SECONDS = 60;

/** Whether facts wait for their seals longer than they should. Where sealing is on demand nothing is late. */
export function latenessOf({ head, lagSeconds, intervalSeconds }: Pick<SealStatus, 'head' | 'lagSeconds' | 'intervalSeconds'>): Lateness {
  if (intervalSeconds > 0 && lagSeconds > Math.max(LEAST_SECONDS, intervalSeconds * PATIENCE)) return 'late';
  return head === null ? 'none' : 'ok';
}
