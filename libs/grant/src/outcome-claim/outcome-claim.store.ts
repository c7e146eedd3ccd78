import { randomUUID } from 'node:crypto';
import type { LocalDate } from '#libs/calendar';
import { canonicalJson, type CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { Details } from '#libs/errors';
import type { Won } from '#libs/money';
import { OUTCOME_GROUNDS, type OutcomeGround } from './outcome-claim.js';

export interface NewClaim {
  readonly callId: string;
  readonly agreementId: string;
  readonly ground: OutcomeGround;
  readonly year: number | null;
  readonly capWon: Won | null;
  readonly disposalId: string | null;
  readonly computedWon: Won;
  readonly amountWon: Won;
  readonly noticeOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly working: Details;
}

/** Writes a notice under the next number of its year. */
export async function insertClaim(tx: Tx, context: CommandContext, claim: NewClaim): Promise<{ readonly id: string; readonly number: string }> {
  const [id, prefix] = [randomUUID(), OUTCOME_GROUNDS[claim.ground].prefix];
  const rows: { number: string }[] = await tx.query('select next_outcome_number($1, $2) as number', [prefix, Number(claim.noticeOn.slice(0, 4))]);
  const number = rows[0]?.number ?? '';
  await tx.query(
    `insert into outcome_claim (id, call_id, agreement_id, number, ground, year, cap_won, disposal_id, computed_won, amount_won, notice_on, due_on, working, known_at, command_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      ...[id, claim.callId, claim.agreementId, number, claim.ground, claim.year, claim.capWon === null ? null : `${claim.capWon}`, claim.disposalId],
      ...[`${claim.computedWon}`, `${claim.amountWon}`, claim.noticeOn, claim.dueOn, canonicalJson(claim.working), context.now, context.commandId],
    ],
  );
  return { id, number };
}

export async function insertReceipt(tx: Tx, context: CommandContext, receipt: { claimId: string; amountWon: Won; valueOn: LocalDate; bankReference: string | null }): Promise<void> {
  await tx.query(
    `insert into outcome_receipt (id, claim_id, amount_won, value_on, bank_reference, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7)`,
    [randomUUID(), receipt.claimId, `${receipt.amountWon}`, receipt.valueOn, receipt.bankReference, context.now, context.commandId],
  );
}

export async function insertRemittance(tx: Tx, context: CommandContext, remittance: { id: string; callId: string; amountWon: Won; remittedOn: LocalDate; treasuryNumber: string }): Promise<void> {
  const { id, callId, amountWon, remittedOn, treasuryNumber } = remittance;
  await tx.query(
    `insert into outcome_remittance (id, call_id, amount_won, remitted_on, treasury_number, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, callId, `${amountWon}`, remittedOn, treasuryNumber, context.now, context.commandId],
  );
}
