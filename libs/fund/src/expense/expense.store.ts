import { randomUUID } from 'node:crypto';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { ensureParties, type PartyDraft } from '#libs/party';
import { FundExpenseEntity } from '../register/fund-expense.entity.js';
import type { Payment } from './expense.js';

export interface PaymentDraft extends Payment {
  readonly fundId: string;
  readonly payeeId: string;
  readonly billId: string | null;
}

/** Keeps a payment and to whom it went. */
export async function insertPayment(tx: Tx, context: CommandContext, draft: PaymentDraft): Promise<string> {
  const id = randomUUID();
  await tx.insert(FundExpenseEntity, {
    id,
    fundId: draft.fundId,
    kind: draft.kind,
    label: draft.label,
    periodFrom: draft.periodFrom,
    periodTo: draft.periodTo,
    baseWon: null,
    rate: null,
    billedWon: null,
    paidOn: draft.paidOn,
    paidWon: draft.amountWon,
    note: draft.note,
    knownAt: context.now,
    commandId: context.commandId,
  });
  await tx.query('insert into fund_payment (expense_id, payee_id, bill_id, bank_reference, document_id, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7)', [
    id,
    draft.payeeId,
    draft.billId,
    draft.bankReference,
    draft.documentId,
    context.now,
    context.commandId,
  ]);
  return id;
}

/** Who is paid: whom the draft names, or the general partner. */
export async function payeeOf(tx: Tx, fundId: string, draft: PartyDraft | null): Promise<string> {
  if (draft !== null) return [...(await ensureParties(tx, [draft])).values()][0] ?? '';
  const [fund] = await tx.query<{ id: string }[]>('select general_partner_id as id from fund where id = $1', [fundId]);
  return fund?.id ?? '';
}
