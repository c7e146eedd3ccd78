import { randomUUID } from 'node:crypto';
import type { Command } from '#libs/command';
import { DomainError, notFound } from '#libs/errors';
import { listFeeds } from './feed.query.js';

/** So many standing feeds may one person have: a phone, a desk, one to spare [assumption]. */
const MOST_FEEDS = 5;

/** `calendar-feed.create`: an address of one's own for a calendar. */
export const createCalendarFeed: Command<{ readonly name: string }, { id: string }> = {
  name: 'calendar-feed.create',
  async execute(tx, { actor, now, commandId }, { name }) {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('calendar feeds of ' || $1, 0))`, [actor.userId]);
    const standing = (await listFeeds(tx, actor.userId)).filter(({ revokedAt }) => revokedAt === null);
    if (standing.length >= MOST_FEEDS) {
      throw new DomainError('conflict', 'calendar-feed.too-many', { ko: `달력 주소는 ${MOST_FEEDS}개까지 만들 수 있습니다. 쓰지 않는 주소를 폐기해 주세요.`, en: `You may have ${MOST_FEEDS} feeds. Revoke one that you do not use.` });
    }
    const id = randomUUID();
    await tx.query('insert into calendar_feed (id, user_id, name, known_at, command_id) values ($1, $2, $3, $4, $5)', [id, actor.userId, name, now, commandId]);
    return { id };
  },
};

/** `calendar-feed.revoke`: the address opens nothing from now on. */
export const revokeCalendarFeed: Command<{ readonly feedId: string }, { id: string }> = {
  name: 'calendar-feed.revoke',
  async execute(tx, { actor, now, commandId }, { feedId }) {
    const own = (await listFeeds(tx, actor.userId)).find(({ id }) => id === feedId);
    if (own === undefined) throw notFound({ ko: '달력 주소', en: 'feed' }, feedId);
    await tx.query('insert into calendar_feed_end (feed_id, known_at, command_id) values ($1, $2, $3) on conflict (feed_id) do nothing', [feedId, now, commandId]);
    return { id: feedId };
  },
};
