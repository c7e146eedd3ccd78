import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';

/** Takes the earlier codes out of use and writes the hashes of new ones. */
export async function replaceRecoveryCodes(tx: Tx, context: CommandContext, hashes: readonly string[]): Promise<void> {
  await dropRecoveryCodes(tx, context.actor.userId, context.now);
  await tx.query(
    `insert into recovery_code (code_hash, user_id, made_at, command_id) select unnest($1::text[]), $2, $3, $4`,
    [hashes, context.actor.userId, context.now, context.commandId],
  );
}

/** Takes all codes of a person out of use. */
export async function dropRecoveryCodes(tx: Tx, userId: string, at: Date): Promise<void> {
  await tx.query('update recovery_code set replaced_at = $2 where user_id = $1 and used_at is null and replaced_at is null', [userId, at]);
}

/** Spends one code; false when it is none of this person's, or was spent. Of two at once exactly one gets it. */
export async function spendRecoveryCode(tx: Tx, userId: string, hash: string, at: Date): Promise<boolean> {
  const [rows]: [unknown[], number] = await tx.query(
    'update recovery_code set used_at = $3 where user_id = $1 and code_hash = $2 and used_at is null and replaced_at is null returning code_hash',
    [userId, hash, at],
  );
  return rows.length === 1;
}
