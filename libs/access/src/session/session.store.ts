import type { LocalDate } from '#libs/calendar';
import type { Origin } from '#libs/command';
import { askPrepared, type Tx } from '#libs/database';
import type { Person } from '../permission/actor.js';
import type { GivenProof, ProofMethod } from '../step-up/step-up.js';
import type { RevocationCause, SessionTimes } from './session.js';

/** May the account `u` be used on day `today` from `address`? (SQL; null addresses come from nowhere.) */
export function admittedSql(today: string, address: string): string {
  return `(u.active and (u.valid_through is null or u.valid_through >= ${today}::date)
           and (cardinality(u.networks) = 0 or coalesce(${address}::text::inet <<= any (u.networks), false)))`;
}

/** Columns of the account `u` that make a `Person`. */
export const PERSON_SQL = `u.id, u.login, u.name,
  (select coalesce(json_agg(json_build_object('role', r.role, 'scopes', r.scopes) order by r.role), '[]') from user_role r where r.user_id = u.id) as held`;

export interface FoundSession extends SessionTimes {
  readonly sessionId: string;
  readonly person: Person;
  readonly stepUp: GivenProof | null;
  /** False once the account is closed, has run out or is used from where it must not be. */
  readonly admitted: boolean;
}

interface SessionRow extends SessionTimes, Person {
  readonly sessionId: string;
  readonly steppedUpAt: Date | null;
  readonly stepUpMethod: ProofMethod | null;
  readonly admitted: boolean;
}

/** The session behind a token's hash with its person, roles and standing: the one question every request asks. */
export async function findSession(tx: Tx, tokenHash: string, today: LocalDate, address: string | null): Promise<FoundSession | null> {
  const rows = await askPrepared<SessionRow>(
    tx,
    `select s.id as "sessionId", s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt", s.revoked_at as "revokedAt",
            s.stepped_up_at as "steppedUpAt", s.step_up_method as "stepUpMethod", ${PERSON_SQL}, ${admittedSql('$2', '$3')} as admitted
       from user_session s join app_user u on u.id = s.user_id
      where s.token_hash = $1`,
    [tokenHash, today, address],
  );
  const row = rows[0];
  if (row === undefined) return null;
  const { sessionId, lastSeenAt, expiresAt, revokedAt, steppedUpAt, stepUpMethod, admitted, ...person } = row;
  const stepUp = steppedUpAt === null || stepUpMethod === null ? null : { at: steppedUpAt, method: stepUpMethod };
  return { sessionId, lastSeenAt, expiresAt, revokedAt, stepUp, admitted, person };
}

export interface NewSession {
  readonly sessionId: string;
  readonly tokenHash: string;
  readonly userId: string;
  readonly startedAt: Date;
  readonly expiresAt: Date;
  /** By what the person proved who they are: signing in is the first step up. */
  readonly method: ProofMethod;
}

export async function insertSession(tx: Tx, session: NewSession, origin: Origin): Promise<void> {
  await tx.query(
    `insert into user_session (id, token_hash, user_id, created_at, last_seen_at, expires_at, address, user_agent, stepped_up_at, step_up_method)
     values ($1, $2, $3, $4, $4, $5, $6, $7, $4, $8)`,
    [session.sessionId, session.tokenHash, session.userId, session.startedAt, session.expiresAt, origin.address, origin.userAgent, session.method],
  );
}

/** Moves the last request forward; never back, whichever of several requests is written last. */
export async function touchSession(tx: Tx, sessionId: string, at: Date): Promise<void> {
  await tx.query('update user_session set last_seen_at = $2 where id = $1 and last_seen_at < $2 and revoked_at is null', [sessionId, at]);
}

/** Notes a fresh proof; false when the session has ended meanwhile. */
export async function stepUpSession(tx: Tx, sessionId: string, stepUp: GivenProof): Promise<boolean> {
  const [rows]: [unknown[], number] = await tx.query(
    'update user_session set stepped_up_at = $2, step_up_method = $3 where id = $1 and revoked_at is null returning id',
    [sessionId, stepUp.at, stepUp.method],
  );
  return rows.length === 1;
}

export async function revokeSession(tx: Tx, tokenHash: string, at: Date, cause: RevocationCause): Promise<void> {
  await tx.query('update user_session set revoked_at = $2, revoked_because = $3, revoked_by = user_id where token_hash = $1 and revoked_at is null', [tokenHash, at, cause]);
}

export interface Revocation {
  readonly userId: string;
  readonly at: Date;
  readonly cause: RevocationCause;
  readonly by: string;
  /** Only these; absent: every session of the person. */
  readonly sessionIds?: readonly string[];
  readonly exceptSessionId?: string | null;
}

/** Ends sessions of one person and returns how many. */
export async function revokeSessions(tx: Tx, { userId, at, cause, by, sessionIds, exceptSessionId }: Revocation): Promise<number> {
  const [rows]: [unknown[], number] = await tx.query(
    `update user_session set revoked_at = $2, revoked_because = $3, revoked_by = $4
      where user_id = $1 and revoked_at is null and ($5::uuid[] is null or id = any ($5)) and id is distinct from $6::uuid
      returning id`,
    [userId, at, cause, by, sessionIds ?? null, exceptSessionId ?? null],
  );
  return rows.length;
}
