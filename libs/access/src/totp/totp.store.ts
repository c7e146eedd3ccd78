import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';

export interface TotpFactor {
  readonly id: string;
  /** Encrypted. */
  readonly secret: string;
}

/** The authenticator that somebody has now, or null. */
export async function findTotp(tx: Tx, userId: string): Promise<TotpFactor | null> {
  const rows: TotpFactor[] = await tx.query('select id, secret from totp_factor where user_id = $1 and removed_at is null', [userId]);
  return rows[0] ?? null;
}

/** `secret` is encrypted; false when the person has an authenticator already. */
export async function insertTotp(tx: Tx, context: CommandContext, factor: TotpFactor): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `insert into totp_factor (id, user_id, secret, enrolled_at, command_id) values ($1, $2, $3, $4, $5)
     on conflict (user_id) where removed_at is null do nothing returning id`,
    [factor.id, context.actor.userId, factor.secret, context.now, context.commandId],
  );
  return rows.length === 1;
}

/** False when there was none to remove. */
export async function removeTotp(tx: Tx, userId: string, at: Date): Promise<boolean> {
  const [rows]: [unknown[], number] = await tx.query('update totp_factor set removed_at = $2 where user_id = $1 and removed_at is null returning id', [userId, at]);
  return rows.length === 1;
}

/** Takes a time step; false when it was taken before. Of two at once exactly one gets it. */
export async function takeTimeStep(tx: Tx, factorId: string, timeStep: number, at: Date): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    'insert into totp_use (factor_id, time_step, used_at) values ($1, $2, $3) on conflict do nothing returning factor_id',
    [factorId, timeStep, at],
  );
  return rows.length === 1;
}
