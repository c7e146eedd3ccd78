import type { LocalDate } from '#libs/calendar';
import type { Origin } from '#libs/command';
import type { Tx } from '#libs/database';
import type { Person } from '../permission/actor.js';
import type { Standing } from '../permission/standing.query.js';
import { admittedSql, PERSON_SQL } from '../session/session.store.js';
import type { ProofMethod } from '../step-up/step-up.js';
import { comparableLogin } from '../user/user.js';
import { SIGN_IN_POLICY, type SignInOutcome } from './sign-in.js';

/** Whom a typed login names, with what is needed to judge the rest. */
export async function findCandidate(tx: Tx, login: string, today: LocalDate, address: string | null): Promise<Standing | null> {
  const rows: (Person & { admitted: boolean })[] = await tx.query(
    `select ${PERSON_SQL}, ${admittedSql('$2', '$3')} as admitted from app_user u where lower(u.login) = $1`,
    [comparableLogin(login), today, address],
  );
  const row = rows[0];
  if (row === undefined) return null;
  const { admitted, ...person } = row;
  return { person, admitted };
}

/** Until when a login is locked; null when it is not. */
export async function findLock(tx: Tx, loginKey: string, now: Date): Promise<Date | null> {
  const rows: { lockedUntil: Date }[] = await tx.query(
    'select locked_until as "lockedUntil" from sign_in_lock where login_key = $1 and locked_until > $2',
    [loginKey, now],
  );
  return rows[0]?.lockedUntil ?? null;
}

/**
 * Counts one failure and returns until when the login is locked by now; null when it is not. One statement, so that
 * guesses made at once are counted one after the other; a lock that stands is neither lengthened nor lifted.
 */
export async function countFailure(tx: Tx, loginKey: string, now: Date): Promise<Date | null> {
  const rows: { lockedUntil: Date | null }[] = await tx.query(
    `insert into sign_in_lock as l (login_key, failed_count, last_failed_at) values ($1, 1, $2::timestamptz)
     on conflict (login_key) do update set
       failed_count = case
         when l.locked_until > $2 then l.failed_count
         when l.locked_until is not null or l.last_failed_at <= $2 - $4 * interval '1 minute' then 1
         else l.failed_count + 1 end,
       locked_until = case
         when l.locked_until > $2 then l.locked_until
         when l.locked_until is null and l.last_failed_at > $2 - $4 * interval '1 minute' and l.failed_count + 1 >= $3
           then $2 + $4 * interval '1 minute' end,
       last_failed_at = $2
     returning locked_until as "lockedUntil"`,
    [loginKey, now, SIGN_IN_POLICY.maximumFailures, SIGN_IN_POLICY.lockMinutes],
  );
  return rows[0]?.lockedUntil ?? null;
}

/**
 * Forgets the failures after a right password; returns until when the login is locked instead if other guesses locked
 * it meanwhile. The row is locked before it is judged, so the right guess cannot slip past the lock of the fifth wrong one.
 */
export async function forgiveFailures(tx: Tx, loginKey: string, now: Date): Promise<Date | null> {
  const rows: { lockedUntil: Date | null }[] = await tx.query(
    'select locked_until as "lockedUntil" from sign_in_lock where login_key = $1 for update',
    [loginKey],
  );
  const lockedUntil = rows[0]?.lockedUntil ?? null;
  if (lockedUntil !== null && lockedUntil > now) return lockedUntil;
  if (rows.length > 0) await tx.query('update sign_in_lock set failed_count = 0, locked_until = null where login_key = $1', [loginKey]);
  return null;
}

export interface Attempt {
  readonly loginKey: string;
  readonly userId: string | null;
  readonly outcome: SignInOutcome;
  readonly at: Date;
  readonly sessionId: string | null;
  readonly method: ProofMethod;
}

export async function appendAttempt(tx: Tx, attempt: Attempt, origin: Origin): Promise<void> {
  await tx.query(
    `insert into sign_in_attempt (login_key, user_id, outcome, attempted_at, address, user_agent, session_id, method) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [attempt.loginKey, attempt.userId, attempt.outcome, attempt.at, origin.address, origin.userAgent, attempt.sessionId, attempt.method],
  );
}
