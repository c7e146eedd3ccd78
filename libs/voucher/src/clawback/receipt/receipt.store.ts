import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { ClawbackReceipt } from './receipt.query.js';

/** Says which receipt the movement undoes. */
export async function insertReversal(tx: Tx, context: CommandContext, { id, clawbackId }: ClawbackReceipt, movementId: string): Promise<void> {
  await tx.query('insert into clawback_reversal (movement_id, receipt_id, clawback_id, known_at, command_id) values ($1, $2, $3, $4, $5)', [movementId, id, clawbackId, context.now, context.commandId]);
}
