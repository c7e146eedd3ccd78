import type { Deputy } from './deputy.requests.js';

/** Whether a deputy acts on a day in Seoul; one that was ended acts until the day before. */
export function deputyState({ fromOn, toOn, endedOn }: Pick<Deputy, 'fromOn' | 'toOn' | 'endedOn'>, today: string): 'coming' | 'active' | 'over' {
  if (today > toOn || (endedOn !== null && today >= endedOn)) return 'over';
  return today < fromOn ? 'coming' : 'active';
}
