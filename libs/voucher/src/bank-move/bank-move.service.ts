import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { Ledger } from '#libs/ledger';
import type { Disproof, ExpectedMoveSource } from '#libs/payment';
import { getClawbackReceipt } from '../clawback/receipt/receipt.query.js';
import { ClawbackReceiptService } from '../clawback/receipt/receipt.service.js';
import { CLAWBACK_RECEIPTS, OWN_AND_PAID } from './bank-move.query.js';

/** Money of vouchers as a bank sees it: own money of companies in and back, what is paid to providers, what is claimed back. */
export const VOUCHER_MOVES: readonly ExpectedMoveSource[] = [...OWN_AND_PAID, { ...CLAWBACK_RECEIPTS, unproved: withdrawReceipt }];

/** Only the bank takes a receipt back: somebody recorded it by hand, and it stands until they reverse it. */
async function withdrawReceipt(tx: Tx, context: CommandContext, ledger: Ledger, { recordId, cause, reason }: Disproof): Promise<void> {
  if (cause === 'UNDONE' || (await getClawbackReceipt(tx, recordId)).reversed) return;
  await new ClawbackReceiptService(ledger).reverse.execute(tx, context, { receiptId: recordId, reason });
}
