import { randomUUID } from 'node:crypto';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { invitationEnd } from './invitation.js';

export interface OpenInvitation {
  readonly id: string;
  readonly userId: string;
}

/** Puts a new invitation in the place of an earlier one; returns until when it can be redeemed. */
export async function replaceInvitation(tx: Tx, context: CommandContext, userId: string, codeHash: string): Promise<Date> {
  const { now, actor, commandId } = context;
  const expiresAt = invitationEnd(now);
  await tx.query('update invitation set replaced_at = $2 where user_id = $1 and used_at is null and replaced_at is null', [userId, now]);
  await tx.query(
    'insert into invitation (id, user_id, code_hash, invited_by, invited_at, expires_at, command_id) values ($1, $2, $3, $4, $5, $6, $7)',
    [randomUUID(), userId, codeHash, actor.userId, now, expiresAt, commandId],
  );
  return expiresAt;
}

/** The invitation that a code opens at `now`, or null. */
export async function findInvitation(tx: Tx, codeHash: string, now: Date): Promise<OpenInvitation | null> {
  const rows: OpenInvitation[] = await tx.query(
    'select id, user_id as "userId" from invitation where code_hash = $1 and used_at is null and replaced_at is null and expires_at > $2',
    [codeHash, now],
  );
  return rows[0] ?? null;
}

/** Spends an invitation; false when somebody else did, or its time is over. Of two at once exactly one gets it. */
export async function useInvitation(tx: Tx, id: string, userId: string, now: Date): Promise<boolean> {
  const [rows]: [unknown[], number] = await tx.query(
    'update invitation set used_at = $3 where id = $1 and user_id = $2 and used_at is null and replaced_at is null and expires_at > $3 returning id',
    [id, userId, now],
  );
  return rows.length === 1;
}
