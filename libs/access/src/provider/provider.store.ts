import type { Origin } from '#libs/command';
import type { Tx } from '#libs/database';
import type { ProviderLink, Round, RoundOutcome, RoundPurpose, StoredLink, Subject } from './provider.js';

export interface NewRound extends Round {
  readonly stateHash: string;
  readonly browserHash: string;
  readonly expiresAt: Date;
}

/** Notes a way to the provider, and forgets those that nobody can come back from any more. */
export async function insertRound(tx: Tx, round: NewRound): Promise<void> {
  await tx.query('delete from provider_round where state_hash in (select state_hash from provider_round where expires_at < $1 limit 100 for update skip locked)', [round.createdAt]);
  await tx.query(
    `insert into provider_round (state_hash, browser_hash, purpose, session_id, return_to, sealed, created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [round.stateHash, round.browserHash, round.purpose, round.sessionId, round.returnTo, round.sealed, round.createdAt, round.expiresAt],
  );
}

/** Takes a round for the browser that began it; null when there is none, it is over, or it was taken before. */
export async function takeRound(tx: Tx, stateHash: string, browserHash: string, now: Date): Promise<Round | null> {
  const [rows]: [Round[], number] = await tx.query(
    `update provider_round set used_at = $3 where state_hash = $1 and browser_hash = $2 and used_at is null and expires_at > $3
     returning purpose, session_id as "sessionId", return_to as "returnTo", sealed, created_at as "createdAt"`,
    [stateHash, browserHash, now],
  );
  return rows[0] ?? null;
}

/** The standing link of a subject, as it lies there: whether it is genuine, the caller asks. Null when there is none. */
export async function findLink(tx: Tx, { issuer, subject }: Pick<Subject, 'issuer' | 'subject'>): Promise<StoredLink | null> {
  const rows: StoredLink[] = await tx.query(
    `select id, issuer, subject, user_id as "userId", encode(mac, 'hex') as mac from provider_link where issuer = $1 and subject = $2 and unlinked_at is null`,
    [issuer, subject],
  );
  return rows[0] ?? null;
}

/** Whose running session it is; null once it has ended. */
export async function findSessionUser(tx: Tx, sessionId: string, now: Date, idleSince: Date): Promise<string | null> {
  const rows: { userId: string }[] = await tx.query(
    'select user_id as "userId" from user_session where id = $1 and revoked_at is null and expires_at > $2 and last_seen_at > $3',
    [sessionId, now, idleSince],
  );
  return rows[0]?.userId ?? null;
}

/** Dates the proof of a session by what the provider says; it says nothing: the session has no proof. */
export async function dateProof(tx: Tx, sessionId: string, authenticatedAt: Date | null): Promise<void> {
  await tx.query(
    `update user_session set stepped_up_at = $2::timestamptz, step_up_method = case when $2::timestamptz is null then null else 'PROVIDER' end
      where id = $1 and revoked_at is null`,
    [sessionId, authenticatedAt],
  );
}

export interface RoundAttempt {
  readonly purpose: RoundPurpose;
  readonly outcome: RoundOutcome;
  readonly issuer: string;
  readonly subject: string | null;
  readonly userId: string | null;
  readonly sessionId: string | null;
  readonly at: Date;
}

export async function appendRoundAttempt(tx: Tx, attempt: RoundAttempt, origin: Origin): Promise<void> {
  await tx.query(
    `insert into provider_attempt (purpose, outcome, issuer, subject, user_id, attempted_at, address, user_agent, session_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [attempt.purpose, attempt.outcome, attempt.issuer, attempt.subject, attempt.userId, attempt.at, origin.address, origin.userAgent, attempt.sessionId],
  );
}

export interface NewLink extends StoredLink {
  readonly linkedBy: string;
  readonly linkedAt: Date;
  readonly commandId: string;
}

/** False, and nothing written, when the subject or the account is linked already. */
export async function insertLink(tx: Tx, link: NewLink): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `insert into provider_link (id, issuer, subject, user_id, linked_by, linked_at, command_id, mac) values ($1, $2, $3, $4, $5, $6, $7, decode($8, 'hex'))
     on conflict do nothing returning id`,
    [link.id, link.issuer, link.subject, link.userId, link.linkedBy, link.linkedAt, link.commandId, link.mac],
  );
  return rows.length === 1;
}

export async function endLink(tx: Tx, linkId: string, by: string, at: Date): Promise<void> {
  await tx.query('update provider_link set unlinked_at = $2, unlinked_by = $3 where id = $1 and unlinked_at is null', [linkId, at, by]);
}

/** The standing links of one person, or of everybody, by login. */
export async function listLinks(tx: Tx, userId: string | null): Promise<ProviderLink[]> {
  return tx.query(
    `select l.id, l.user_id as "userId", u.login, u.name, l.issuer, l.subject, l.linked_at as "linkedAt", l.linked_by = l.user_id as "linkedByOneself"
       from provider_link l join app_user u on u.id = l.user_id
      where l.unlinked_at is null and ($1::uuid is null or l.user_id = $1) order by u.login, l.linked_at`,
    [userId],
  );
}

/** One standing link, locked until the transaction ends; null when there is none. */
export async function lockLink(tx: Tx, linkId: string): Promise<{ readonly userId: string } | null> {
  const rows: { userId: string }[] = await tx.query('select user_id as "userId" from provider_link where id = $1 and unlinked_at is null for update', [linkId]);
  return rows[0] ?? null;
}
