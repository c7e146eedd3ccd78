import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import { won, type Won } from '#libs/money';

/** Money that came for a notice, as it was recorded. */
export interface RecordedOutcomeReceipt {
  readonly id: string;
  readonly claimId: string;
  readonly callId: string;
  readonly amountWon: Won;
  readonly reversed: boolean;
  /** The command that recorded it. */
  readonly commandId: string;
}

export async function getOutcomeReceipt(tx: Tx, receiptId: string): Promise<RecordedOutcomeReceipt> {
  const rows: (Omit<RecordedOutcomeReceipt, 'amountWon'> & { readonly amountWon: string })[] = await tx.query(
    `select r.id, r.claim_id as "claimId", c.call_id as "callId", r.amount_won::text as "amountWon", r.command_id as "commandId",
            exists (select 1 from outcome_receipt_reversal v where v.receipt_id = r.id) as reversed
       from outcome_receipt r join outcome_claim c on c.id = r.claim_id where r.id = $1`,
    [receiptId],
  );
  const [row] = rows;
  if (row === undefined) throw notFound({ ko: '수납', en: 'receipt' }, receiptId);
  return { ...row, amountWon: won(row.amountWon) };
}
