import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';

export interface BookedReceipt {
  readonly id: string;
  readonly fundId: string;
  readonly callId: string;
  readonly partnerId: string;
  readonly valueOn: LocalDate;
  readonly amountWon: string;
  readonly reversed: boolean;
}

/** A receipt on record, also one that was reversed. Throws not found. */
export async function getReceipt(tx: Tx, receiptId: string): Promise<BookedReceipt> {
  const rows: BookedReceipt[] = await tx.query(
    `select r.id, c.fund_id as "fundId", r.call_id as "callId", r.partner_id as "partnerId", r.value_on as "valueOn", r.amount_won::text as "amountWon",
            exists (select 1 from capital_receipt_void v where v.receipt_id = r.id) as reversed
       from capital_receipt r join capital_call c on c.id = r.call_id where r.id = $1`,
    [receiptId],
  );
  if (rows[0] === undefined) throw notFound({ ko: '납입 기록', en: 'receipt' }, receiptId);
  return rows[0];
}
