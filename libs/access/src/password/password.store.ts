import type { Tx } from '#libs/database';

export interface ChosenPassword {
  readonly userId: string;
  readonly passwordHash: string;
  /** Null: now, by the clock of the database. */
  readonly chosenAt: Date | null;
  /** Null for the accounts of the first start. */
  readonly commandId: string | null;
}

/** From now on this is the person's password; the earlier ones stay on record. */
export async function insertPassword(tx: Tx, password: ChosenPassword): Promise<void> {
  await tx.query('insert into user_password (user_id, password_hash, chosen_at, command_id) values ($1, $2, coalesce($3, now()), $4)', [
    password.userId,
    password.passwordHash,
    password.chosenAt,
    password.commandId,
  ]);
}

/** The hashes of somebody's last passwords, the one that counts first; empty for an account that has none yet. */
export async function listPasswords(tx: Tx, userId: string, limit: number): Promise<readonly string[]> {
  const rows: { hash: string }[] = await tx.query('select password_hash as hash from user_password where user_id = $1 order by id desc limit $2', [userId, limit]);
  return rows.map(({ hash }) => hash);
}
