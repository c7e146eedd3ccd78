import { randomUUID } from 'node:crypto';
import type { Tx } from '#libs/database';
import { challengeEnd, type Challenge, type ChallengeKind } from './challenge.js';

export interface NewChallenge {
  readonly kind: ChallengeKind;
  readonly userId: string | null;
  /** Keyed hash of the secret that stands for a half-open sign-in. */
  readonly tokenHash?: string;
  /** Readable by whoever reads the database: nothing secret goes in here unless it is encrypted or hashed. */
  readonly payload?: string;
}

/** Writes down what was offered; those that ended yesterday go at the same time, because nothing refers to them. */
export async function offerChallenge(tx: Tx, challenge: NewChallenge, now: Date): Promise<Challenge> {
  const { kind, userId, tokenHash = null, payload = null } = challenge;
  const [id, expiresAt] = [randomUUID(), challengeEnd(kind, now)];
  await tx.query(
    `insert into identity_challenge (id, kind, user_id, token_hash, payload, offered_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, kind, userId, tokenHash, payload, now, expiresAt],
  );
  await tx.query(`delete from identity_challenge where expires_at < $1::timestamptz - interval '1 day'`, [now]);
  return { id, userId, payload, expiresAt };
}

/** The one that a token stands for, while it may still be answered; null otherwise. */
export async function findChallengeByToken(tx: Tx, kind: ChallengeKind, tokenHash: string, now: Date): Promise<Challenge | null> {
  const rows: Challenge[] = await tx.query(
    `select id, user_id as "userId", payload, expires_at as "expiresAt" from identity_challenge
      where kind = $1 and token_hash = $2 and used_at is null and expires_at > $3`,
    [kind, tokenHash, now],
  );
  return rows[0] ?? null;
}

/** Spends a challenge; null when somebody else did, or its time is over. Of two at once exactly one gets it. */
export async function useChallenge(tx: Tx, kind: ChallengeKind, id: string, now: Date): Promise<Challenge | null> {
  const [rows]: [Challenge[], number] = await tx.query(
    `update identity_challenge set used_at = $2 where kind = $1 and id = $3 and used_at is null and expires_at > $2
     returning id, user_id as "userId", payload, expires_at as "expiresAt"`,
    [kind, now, id],
  );
  return rows[0] ?? null;
}

/** One that was offered to this person, whatever became of it: for what is checked before the command judges the rest. */
export async function findOffered(tx: Tx, kind: ChallengeKind, id: string, userId: string): Promise<Challenge | null> {
  const rows: Challenge[] = await tx.query(
    `select id, user_id as "userId", payload, expires_at as "expiresAt" from identity_challenge where kind = $1 and id = $2 and user_id = $3`,
    [kind, id, userId],
  );
  return rows[0] ?? null;
}
