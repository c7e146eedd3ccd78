import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import { won, type Won } from '#libs/money';

/** The kind under which the desk of the bank knows what came for a clawback. */
export const CLAWBACK_MOVE = 'voucher.clawback';

/** Money that came for a clawback, as it was recorded. */
export interface ClawbackReceipt {
  readonly id: string;
  readonly clawbackId: string;
  readonly amountWon: Won;
  readonly valueOn: LocalDate;
  readonly reversed: boolean;
  /** The command that recorded it. */
  readonly commandId: string;
}

/** Throws where it is none, or a movement of another kind. */
export async function getClawbackReceipt(tx: Tx, receiptId: string): Promise<ClawbackReceipt> {
  const rows: (Omit<ClawbackReceipt, 'amountWon'> & { readonly amountWon: string })[] = await tx.query(
    `select m.id, m.clawback_id as "clawbackId", m.amount_won::text as "amountWon", m.value_on as "valueOn", m.command_id as "commandId",
            exists (select 1 from clawback_reversal v where v.receipt_id = m.id) as reversed
       from clawback_movement m where m.id = $1 and m.kind = 'RECEIVED'`,
    [receiptId],
  );
  const [row] = rows;
  if (row === undefined) throw notFound({ ko: '환수금 수납', en: 'receipt of a clawback' }, receiptId);
  return { ...row, amountWon: won(row.amountWon) };
}
