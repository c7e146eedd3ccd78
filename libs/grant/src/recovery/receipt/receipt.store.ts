import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { RecoveryReceipt } from './receipt.js';

/** Says which receipt the movement undoes. */
export async function insertReversal(tx: Tx, context: CommandContext, { id, recoveryId }: RecoveryReceipt, movementId: string): Promise<void> {
  await tx.query('insert into grant_recovery_reversal (movement_id, receipt_id, recovery_id, known_at, command_id) values ($1, $2, $3, $4, $5)', [movementId, id, recoveryId, context.now, context.commandId]);
}
