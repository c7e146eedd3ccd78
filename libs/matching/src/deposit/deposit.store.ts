import { randomUUID } from 'node:crypto';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { DepositDraft, FlagDraft } from './deposit.js';

/** A deposit that waits for its proof. */
export async function insertDeposit(tx: Tx, context: CommandContext, agreementId: string, draft: DepositDraft): Promise<string> {
  const id = randomUUID();
  await tx.query(
    `insert into matching_deposit (id, agreement_id, deposited_on, amount_won, depositor, relation, source, source_text, locked_until, reference, document_id, known_at, command_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[id, agreementId, draft.depositedOn, draft.amountWon.toString(), draft.depositor, draft.relation, draft.source, draft.sourceText],
      ...[draft.lockedUntil, draft.reference, draft.documentId, context.now, context.commandId],
    ],
  );
  return id;
}

/** Flags that do not stand yet; answers how many were new. */
export async function insertFlags(tx: Tx, context: CommandContext, flags: readonly { readonly depositId: string; readonly flag: FlagDraft }[]): Promise<number> {
  const rows = flags.map(({ depositId, flag }) => ({ id: randomUUID(), depositId, ...flag }));
  const inserted: unknown[] = await tx.query(
    `insert into matching_deposit_flag (id, deposit_id, kind, uncounts, evidence_id, detail, clause, known_at, command_id)
     select f.id, f."depositId", f.kind, f.uncounts, f."evidenceId", f.detail, f.clause, $2, $3
       from jsonb_to_recordset($1::jsonb) as f (id uuid, "depositId" uuid, kind text, uncounts boolean, "evidenceId" uuid, detail text, clause text)
      where not exists (select 1 from matching_deposit_flag s where (s.deposit_id, s.kind) = (f."depositId", f.kind) and s.evidence_id is not distinct from f."evidenceId")
     returning id`,
    [JSON.stringify(rows), context.now, context.commandId],
  );
  return inserted.length;
}

export interface ProofDraft {
  readonly bankLineId: string | null;
  readonly evidence: string;
  readonly provenOn: string;
  readonly ownShareId: string;
}

export async function insertProof(tx: Tx, context: CommandContext, depositId: string, { bankLineId, evidence, provenOn, ownShareId }: ProofDraft): Promise<void> {
  await tx.query('insert into matching_deposit_proof (id, deposit_id, bank_line_id, evidence, proven_on, own_share_id, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7, $8)', [
    ...[randomUUID(), depositId, bankLineId, evidence, provenOn, ownShareId, context.now, context.commandId],
  ]);
}

export async function insertProofUndo(tx: Tx, context: CommandContext, proofId: string, reason: string): Promise<void> {
  await tx.query('insert into matching_proof_undo (proof_id, reason, known_at, command_id) values ($1, $2, $3, $4)', [proofId, reason, context.now, context.commandId]);
}

export async function insertDepositReversal(tx: Tx, context: CommandContext, depositId: string, reason: string): Promise<void> {
  await tx.query('insert into matching_deposit_reversal (deposit_id, reason, known_at, command_id) values ($1, $2, $3, $4)', [depositId, reason, context.now, context.commandId]);
}

export async function insertFlagDecision(tx: Tx, context: CommandContext, flagId: string, counts: boolean, reason: string): Promise<void> {
  await tx.query('insert into matching_flag_decision (flag_id, counts, reason, known_at, command_id) values ($1, $2, $3, $4, $5)', [flagId, counts, reason, context.now, context.commandId]);
}
