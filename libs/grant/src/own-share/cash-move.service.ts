import { randomUUID } from 'node:crypto';
import type { LocalDate } from '#libs/calendar';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { Ledger, PostedEntry } from '#libs/ledger';
import type { Won } from '#libs/money';
import { SOURCE_NAMES, type Agreement } from '../agreement/agreement.js';
import { callBook } from '../call/call.charts.js';
import { ownShareReceived, ownShareReturned, OWN_SHARE_RETURN_REVERSED, OWN_SHARE_RETURNED, OWN_SHARE_REVERSED } from './own-share.posting.js';
import type { CashSource } from './own-share.js';

/** Cash on the account of a project beside the money of the government: what came in, was recorded wrongly, or left. Whoever asks holds the lock of the agreement. */
export interface CashReceipt {
  readonly source: CashSource;
  readonly amountWon: Won;
  readonly receivedOn: LocalDate;
  readonly reference: string;
  readonly documentId: string | null;
}

type AgreementOfCash = Pick<Agreement, 'id' | 'callId' | 'number'>;

export async function receiveCash(tx: Tx, context: CommandContext, ledger: Ledger, { id: agreementId, callId, number }: AgreementOfCash, receipt: CashReceipt): Promise<{ readonly id: string; readonly entries: readonly PostedEntry[] }> {
  const { source, amountWon, receivedOn, reference, documentId } = receipt;
  const id = randomUUID();
  await tx.query(
    `insert into grant_own_share (id, agreement_id, source, amount_won, received_on, reference, document_id, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, agreementId, source, amountWon.toString(), receivedOn, reference, documentId, context.now, context.commandId],
  );
  const effectiveOn = await ledger.bookableDay(tx, callBook(callId), receivedOn);
  const memo = `${SOURCE_NAMES[source].ko} 현금 납입 ${number}`;
  return { id, entries: await ledger.post(tx, context, [ownShareReceived({ callId, agreementId, ownShareId: id, source, amountWon, effectiveOn, memo })]) };
}

/** A receipt was none: it stays on record, and its entry is mirrored. */
export async function reverseCash(tx: Tx, context: CommandContext, ledger: Ledger, callId: string, ownShareId: string, reason: string): Promise<readonly PostedEntry[]> {
  await tx.query('insert into grant_own_share_reversal (own_share_id, reason, known_at, command_id) values ($1, $2, $3, $4)', [ownShareId, reason, context.now, context.commandId]);
  const effectiveOn = await ledger.bookableDay(tx, callBook(callId), context.today);
  return ledger.reverse(tx, context, { kind: 'grant-own-share', id: ownShareId }, effectiveOn, OWN_SHARE_REVERSED);
}

/** Own cash left the account again. The fact is kept by who asks. */
export async function returnCash(tx: Tx, context: CommandContext, ledger: Ledger, { id: agreementId, callId, number }: AgreementOfCash, amountWon: Won, on: LocalDate): Promise<readonly PostedEntry[]> {
  const effectiveOn = await ledger.bookableDay(tx, callBook(callId), on);
  return ledger.post(tx, context, [ownShareReturned({ callId, agreementId, amountWon, effectiveOn, memo: `기관부담 현금 반환 ${number}` })]);
}

/** Own cash had not left after all: undoes what `returnCash` of an earlier command booked of this amount. */
export async function reverseReturn(tx: Tx, context: CommandContext, ledger: Ledger, { id, callId }: Pick<Agreement, 'id' | 'callId'>, returned: { readonly commandId: string; readonly amountWon: Won }): Promise<readonly PostedEntry[]> {
  const effectiveOn = await ledger.bookableDay(tx, callBook(callId), context.today);
  return ledger.reverseOne(tx, context, { kind: 'grant', id }, effectiveOn, OWN_SHARE_RETURN_REVERSED, ({ posting, commandId, lines }) =>
    posting === OWN_SHARE_RETURNED.code && commandId === returned.commandId && lines.some(({ amount }) => amount === `${returned.amountWon}`));
}
