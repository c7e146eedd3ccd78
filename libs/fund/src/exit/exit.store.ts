import { randomUUID } from 'node:crypto';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { addWon, ZERO_WON, type Won } from '#libs/money';
import { InvestmentExitEntity } from '../register/investment-exit.entity.js';
import type { ExitTerms } from './exit.js';

export interface ExitDraft extends ExitTerms {
  readonly investmentId: string;
  readonly partCostWon: Won;
  readonly counterparty: { readonly id: string; readonly name: string } | null;
  readonly consentDocumentId: string | null;
  readonly documentId: string | null;
}

export async function insertExit(tx: Tx, context: CommandContext, draft: ExitDraft): Promise<string> {
  const id = randomUUID();
  const witness = { knownAt: context.now, commandId: context.commandId };
  await tx.insert(InvestmentExitEntity, {
    ...witness,
    id,
    investmentId: draft.investmentId,
    kind: draft.kind,
    exitedOn: draft.exitedOn,
    shares: draft.shares?.toString() ?? null,
    proceedsWon: draft.proceedsWon,
    costWon: draft.partCostWon,
    expenseWon: addWon(draft.feeWon, draft.taxWon),
    counterparty: draft.counterparty?.name ?? null,
    note: draft.note,
  });
  await tx.query(
    `insert into exit_term (exit_id, counterparty_id, price_per_share_won, fee_won, tax_won, interest_won, escrow_won, escrow_until, consent_document_id, document_id, known_at, command_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      id, draft.counterparty?.id ?? null, draft.pricePerShareWon?.toString() ?? null, draft.feeWon.toString(), draft.taxWon.toString(), draft.interestWon.toString(), draft.escrowWon.toString(),
      draft.escrowUntil, draft.consentDocumentId, draft.documentId, context.now, context.commandId,
    ],
  );
  return id;
}

export interface EscrowSettlement {
  readonly exitId: string;
  readonly investmentId: string;
  readonly kind: ExitTerms['kind'];
  readonly settledOn: ExitTerms['exitedOn'];
  readonly receivedWon: Won;
  readonly forfeitedWon: Won;
  readonly note: string | null;
}

/** Keeps what came of an escrow; what arrived is proceeds of the deal on its own day. Answers the id of those proceeds, null where none came. */
export async function insertEscrowReceipt(tx: Tx, context: CommandContext, draft: EscrowSettlement): Promise<string | null> {
  const proceedsId = draft.receivedWon > 0n ? randomUUID() : null;
  if (proceedsId !== null) {
    await tx.insert(InvestmentExitEntity, {
      id: proceedsId,
      investmentId: draft.investmentId,
      kind: draft.kind,
      exitedOn: draft.settledOn,
      shares: null,
      proceedsWon: draft.receivedWon,
      costWon: ZERO_WON,
      expenseWon: ZERO_WON,
      counterparty: null,
      note: draft.note ?? '유보 회수대금 수령',
      knownAt: context.now,
      commandId: context.commandId,
    });
  }
  await tx.query(
    'insert into escrow_receipt (id, exit_id, proceeds_id, settled_on, received_won, forfeited_won, note, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [randomUUID(), draft.exitId, proceedsId, draft.settledOn, draft.receivedWon.toString(), draft.forfeitedWon.toString(), draft.note, context.now, context.commandId],
  );
  return proceedsId;
}
