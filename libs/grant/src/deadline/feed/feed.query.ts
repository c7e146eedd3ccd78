import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { CalendarFeed } from './feed.js';

/** One's own feeds, the latest first. */
export function listFeeds(tx: Tx, userId: string): Promise<CalendarFeed[]> {
  return tx.query(
    `select f.id, f.name, f.known_at as "createdAt", e.known_at as "revokedAt" from calendar_feed f left join calendar_feed_end e on e.feed_id = f.id
      where f.user_id = $1 order by f.known_at desc, f.id`,
    [userId],
  );
}

/** Whose a standing feed is, where the account may be used today and is not bound to places; null for every other. */
export async function findFeedOwner(tx: Tx, feedId: string, today: LocalDate): Promise<{ readonly userId: string; readonly name: string } | null> {
  const rows: { userId: string; name: string }[] = await tx.query(
    `select f.user_id as "userId", f.name from calendar_feed f join app_user u on u.id = f.user_id
      where f.id = $1 and not exists (select 1 from calendar_feed_end e where e.feed_id = f.id)
        and u.active and (u.valid_through is null or u.valid_through >= $2) and cardinality(u.networks) = 0`,
    [feedId, today],
  );
  return rows[0] ?? null;
}
