import type { LocalDate } from '#libs/calendar';
import type { Origin } from '#libs/command';
import type { Tx } from '#libs/database';
import type { Person } from '../permission/actor.js';
import { admittedSql, PERSON_SQL } from '../session/session.store.js';
import type { ApiToken } from './api-token.js';

/** A token that was sent along, with whose it is and what it carries. */
export interface FoundToken {
  readonly tokenId: string;
  readonly permissions: readonly string[];
  readonly expiresAt: Date;
  readonly owner: Person;
}

/** The standing token of a hash whose owner may be served today and from here; null for every other. */
export async function findToken(tx: Tx, tokenHash: string, today: LocalDate, address: string | null): Promise<FoundToken | null> {
  const rows: (Person & Omit<FoundToken, 'owner'>)[] = await tx.query(
    `select t.id as "tokenId", t.permissions, t.expires_at as "expiresAt", ${PERSON_SQL}
       from api_token t join app_user u on u.id = t.user_id
      where t.token_hash = $1 and t.revoked_at is null and ${admittedSql('$2', '$3')}`,
    [tokenHash, today, address],
  );
  const row = rows[0];
  if (row === undefined) return null;
  const { tokenId, permissions, expiresAt, ...owner } = row;
  return { tokenId, permissions, expiresAt, owner };
}

export interface TokenUse {
  readonly tokenId: string;
  readonly at: Date;
  readonly method: string;
  readonly path: string;
  readonly idempotencyKey: string | null;
}

export async function appendUse(tx: Tx, use: TokenUse, origin: Origin): Promise<void> {
  await tx.query(`insert into api_token_use (token_id, used_at, method, path, idempotency_key, address, user_agent) values ($1, $2, $3, $4, $5, $6, $7)`, [
    use.tokenId,
    use.at,
    use.method,
    use.path,
    use.idempotencyKey,
    origin.address,
    origin.userAgent,
  ]);
}

export interface NewTokenRow {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly permissions: readonly string[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly commandId: string;
}

export async function insertToken(tx: Tx, token: NewTokenRow): Promise<void> {
  await tx.query(`insert into api_token (id, user_id, name, permissions, created_at, expires_at, command_id) values ($1, $2, $3, $4, $5, $6, $7)`, [
    token.id,
    token.userId,
    token.name,
    token.permissions,
    token.createdAt,
    token.expiresAt,
    token.commandId,
  ]);
}

/** Locks the person, so that tokens made at once are counted one after the other, and returns how many are live. */
export async function countLiveTokens(tx: Tx, userId: string, now: Date): Promise<number> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`api tokens of ${userId}`]);
  const rows: { live: number }[] = await tx.query('select count(*)::int as live from api_token where user_id = $1 and revoked_at is null and expires_at > $2', [userId, now]);
  return rows[0]?.live ?? 0;
}

/** Gives a token its secret, once; false when it has one. */
export async function setTokenHash(tx: Tx, tokenId: string, tokenHash: string): Promise<boolean> {
  const [rows]: [unknown[], number] = await tx.query('update api_token set token_hash = $2 where id = $1 and token_hash is null and revoked_at is null returning id', [tokenId, tokenHash]);
  return rows.length === 1;
}

export async function revokeToken(tx: Tx, tokenId: string, by: string, at: Date): Promise<void> {
  await tx.query('update api_token set revoked_at = $2, revoked_by = $3 where id = $1 and revoked_at is null', [tokenId, at, by]);
}

/** Tokens of one person, or of everybody, newest first, each with its last use. */
export async function listTokens(tx: Tx, userId: string | null): Promise<ApiToken[]> {
  return tx.query(
    `select t.id, t.user_id as "userId", u.login, u.name as "ownerName", t.name, t.permissions, t.created_at as "createdAt", t.expires_at as "expiresAt", t.revoked_at as "revokedAt",
            t.token_hash is not null as shown, last.used_at as "lastUsedAt", last.address as "lastAddress"
       from api_token t join app_user u on u.id = t.user_id
       left join lateral (select used_at, address from api_token_use where token_id = t.id order by used_at desc limit 1) last on true
      where $1::uuid is null or t.user_id = $1 order by t.created_at desc, t.id`,
    [userId],
  );
}

export async function findTokenOwner(tx: Tx, tokenId: string): Promise<string | null> {
  const rows: { userId: string }[] = await tx.query('select user_id as "userId" from api_token where id = $1', [tokenId]);
  return rows[0]?.userId ?? null;
}
