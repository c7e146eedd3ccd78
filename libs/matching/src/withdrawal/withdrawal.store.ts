import { randomUUID } from 'node:crypto';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { WithdrawalDraft } from './withdrawal.js';

export async function insertWithdrawalReversal(tx: Tx, context: CommandContext, withdrawalId: string, reason: string): Promise<void> {
  await tx.query('insert into matching_withdrawal_reversal (withdrawal_id, reason, known_at, command_id) values ($1, $2, $3, $4)', [withdrawalId, reason, context.now, context.commandId]);
}

export async function insertWithdrawal(tx: Tx, context: CommandContext, agreementId: string, draft: WithdrawalDraft): Promise<string> {
  const id = randomUUID();
  await tx.query(
    'insert into matching_withdrawal (id, agreement_id, withdrawn_on, amount_won, counted_won, paid_to, reason, document_id, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
    [id, agreementId, draft.withdrawnOn, `${draft.amountWon}`, `${draft.countedWon}`, draft.paidTo, draft.reason, draft.documentId, context.now, context.commandId],
  );
  return id;
}
