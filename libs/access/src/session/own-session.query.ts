import type { Tx } from '#libs/database';

/** A session that is running, as its person sees it. */
export interface OwnSession {
  readonly id: string;
  readonly startedAt: Date;
  readonly lastSeenAt: Date;
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly method: string | null;
}

/** Somebody's sessions that run at `now`, the one seen last first. `idleSince`: those not seen since then have ended. */
export async function listLiveSessions(tx: Tx, userId: string, now: Date, idleSince: Date): Promise<readonly OwnSession[]> {
  return tx.query(
    `select id, created_at as "startedAt", last_seen_at as "lastSeenAt", address, user_agent as "userAgent", step_up_method as method
       from user_session where user_id = $1 and revoked_at is null and expires_at > $2 and last_seen_at > $3
      order by last_seen_at desc, id`,
    [userId, now, idleSince],
  );
}
