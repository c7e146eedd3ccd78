import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';

export async function insertReceiptReversal(tx: Tx, context: CommandContext, receiptId: string, reason: string): Promise<void> {
  await tx.query('insert into outcome_receipt_reversal (receipt_id, reason, known_at, command_id) values ($1, $2, $3, $4)', [receiptId, reason, context.now, context.commandId]);
}
