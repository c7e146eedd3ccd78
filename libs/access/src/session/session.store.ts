import type { LocalDate } from '#libs/calendar';
import type { Origin } from '#libs/command';
import type { Tx } from '#libs/database';
import type { Person } from '../permission/actor.js';
import type { SessionTimes } from './session.js';

/** May the account `u` be used on day `today` from `address`? (SQL; null addresses come from nowhere.) */
export function admittedSql(today: string, address: string): string {
  return `(u.active and (u.valid_through is null or u.valid_through >= ${today}::date)
           and (cardinality(u.networks) = 0 or coalesce(${address}::text::inet <<= any (u.networks), false)))`;
}

export interface FoundSession extends SessionTimes {
  readonly sessionId: string;
  readonly person: Person;
  /** False once the account is closed, has run out or is used from where it must not be. */
  readonly admitted: boolean;
}

interface SessionRow extends SessionTimes, Person {
  readonly sessionId: string;
  readonly admitted: boolean;
}

/** The session behind a token's hash with its person, roles and standing: the one question every request asks. */
export async function findSession(tx: Tx, tokenHash: string, today: LocalDate, address: string | null): Promise<FoundSession | null> {
  const rows: SessionRow[] = await tx.query(
    `select s.id as "sessionId", s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt", s.revoked_at as "revokedAt",
            u.id, u.login, u.name, array(select role from user_role where user_id = u.id order by role) as roles,
            ${admittedSql('$2', '$3')} as admitted
       from user_session s join app_user u on u.id = s.user_id
      where s.token_hash = $1`,
    [tokenHash, today, address],
  );
  const row = rows[0];
  if (row === undefined) return null;
  const { id, login, name, roles, ...session } = row;
  return { ...session, person: { id, login, name, roles } };
}

export interface NewSession {
  readonly sessionId: string;
  readonly tokenHash: string;
  readonly userId: string;
  readonly startedAt: Date;
  readonly expiresAt: Date;
}

export async function insertSession(tx: Tx, session: NewSession, origin: Origin): Promise<void> {
  await tx.query(
    `insert into user_session (id, token_hash, user_id, created_at, last_seen_at, expires_at, address, user_agent) values ($1, $2, $3, $4, $4, $5, $6, $7)`,
    [session.sessionId, session.tokenHash, session.userId, session.startedAt, session.expiresAt, origin.address, origin.userAgent],
  );
}

/** Moves the last request forward; never back, whichever of several requests is written last. */
export async function touchSession(tx: Tx, sessionId: string, at: Date): Promise<void> {
  await tx.query('update user_session set last_seen_at = $2 where id = $1 and last_seen_at < $2 and revoked_at is null', [sessionId, at]);
}

export async function revokeSession(tx: Tx, tokenHash: string, at: Date): Promise<void> {
  await tx.query('update user_session set revoked_at = $2 where token_hash = $1 and revoked_at is null', [tokenHash, at]);
}
