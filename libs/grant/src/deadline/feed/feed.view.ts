import { startOfSeoulDay } from '#libs/calendar';
import type { Keyring } from '#libs/secret';
import { DEADLINE_OWNERS, type Deadline } from '../deadline.js';
import { feedSecret, type CalendarFeed } from './feed.js';
import type { CalendarFeedDto } from './feed.dto.js';
import type { CalendarEntry } from './ical.model.js';

export function viewFeed(feed: CalendarFeed, keyring: Keyring): CalendarFeedDto {
  const path = feed.revokedAt === null ? `/api/calendar-feeds/${feedSecret(keyring, feed.id)}/deadlines.ics` : null;
  return { ...feed, path };
}

/** What is still to be done, as entries of a calendar. */
export function entriesOf(deadlines: readonly Deadline[]): CalendarEntry[] {
  return deadlines
    .filter(({ state }) => state === 'OVERDUE' || state === 'SOON' || state === 'OPEN')
    .map(({ id, rule, label, party, effective, clause, steps, from }) => ({
      uid: `${id.replaceAll('/', '-')}@baton`,
      on: effective,
      summary: `${rule.title.ko} · ${label}${party === null ? '' : ` (${party})`}`,
      description: [`${rule.occasion.ko} ${from}`, clause, ...steps.map(({ ko }) => ko)].join('\n'),
      categories: [DEADLINE_OWNERS[rule.owner].ko],
      stampedAt: startOfSeoulDay(from),
    }));
}
