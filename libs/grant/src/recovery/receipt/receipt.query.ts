import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import { won } from '#libs/money';
import { PROJECT_GAVE_BACK } from '../recovery.posting.js';
import type { RecoveryReceipt } from './receipt.js';

/** Throws where it is none, or a movement of another kind. */
export async function getRecoveryReceipt(tx: Tx, receiptId: string): Promise<RecoveryReceipt> {
  const rows: (Omit<RecoveryReceipt, 'amountWon'> & { readonly amountWon: string })[] = await tx.query(
    `select m.id, m.recovery_id as "recoveryId", m.amount_won::text as "amountWon", m.value_on as "valueOn", m.command_id as "commandId",
            exists (select 1 from grant_recovery_reversal v where v.receipt_id = m.id) as reversed,
            exists (select 1 from journal_entry e where e.command_id = m.command_id and e.subject_id = m.recovery_id and e.posting = $2) as "gaveBack"
       from grant_recovery_movement m where m.id = $1 and m.kind = 'RECEIVED'`,
    [receiptId, PROJECT_GAVE_BACK.code],
  );
  const [row] = rows;
  if (row === undefined) throw notFound({ ko: '회수금 수납', en: 'receipt of a recovery' }, receiptId);
  return { ...row, amountWon: won(row.amountWon) };
}
