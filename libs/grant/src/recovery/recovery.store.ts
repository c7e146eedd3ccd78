import { randomUUID } from 'node:crypto';
import { yearOf, type LocalDate } from '#libs/calendar';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { Won } from '#libs/money';
import type { Instalment } from '#libs/recovery';
import type { RecoveryMovement } from './recovery.query.js';

export interface DemandedRecovery {
  readonly callId: string;
  readonly agreementId: string;
  readonly debtorId: string;
  readonly settlementId: string | null;
  readonly sanctionId: string | null;
  /** As the notice demands them; won. */
  readonly principalWon: bigint;
  readonly interestWon: bigint;
  readonly penaltyWon: bigint;
  readonly droppedWon: bigint;
  readonly noticeOn: LocalDate;
  readonly plan: readonly Instalment[];
  readonly clauses: readonly string[];
}

/** A claim with its number and its plan of payments. */
export async function insertRecovery(tx: Tx, context: CommandContext, claim: DemandedRecovery): Promise<{ readonly id: string; readonly number: string }> {
  const [numbered]: { number: string }[] = await tx.query('select next_recovery_number($1) as number', [yearOf(context.today)]);
  const [id, number, demanded] = [randomUUID(), numbered?.number ?? '', claim.principalWon + claim.interestWon + claim.penaltyWon];
  await tx.query(
    `insert into grant_recovery (id, call_id, agreement_id, settlement_id, sanction_id, number, debtor_id, principal_won, interest_won, penalty_won, demanded_won, dropped_won, notice_on, due_on, clauses, known_at, command_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      ...[id, claim.callId, claim.agreementId, claim.settlementId, claim.sanctionId, number, claim.debtorId],
      ...[claim.principalWon, claim.interestWon, claim.penaltyWon, demanded, claim.droppedWon].map(String),
      ...[claim.noticeOn, claim.plan[0]?.dueOn, claim.clauses, context.now, context.commandId],
    ],
  );
  await tx.query(
    `insert into grant_recovery_instalment (recovery_id, instalment_no, due_on, amount_won, command_id)
     select $1, t.no, t.due_on, t.amount_won, $2 from unnest($3::int[], $4::date[], $5::bigint[]) as t (no, due_on, amount_won)`,
    [id, context.commandId, claim.plan.map((_, index) => index + 1), claim.plan.map(({ dueOn }) => dueOn), claim.plan.map(({ amountWon }) => `${amountWon}`)],
  );
  return { id, number };
}

interface Movement {
  readonly kind: RecoveryMovement['kind'];
  readonly amountWon: Won;
  readonly valueOn: LocalDate;
  readonly bankReference?: string | null;
  readonly reason?: string | null;
}

/** Answers the id of the movement. */
export async function insertMovement(tx: Tx, context: CommandContext, recoveryId: string, movement: Movement): Promise<string> {
  const { kind, amountWon, valueOn, bankReference = null, reason = null } = movement;
  const id = randomUUID();
  await tx.query(
    'insert into grant_recovery_movement (id, recovery_id, kind, amount_won, value_on, bank_reference, reason, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [id, recoveryId, kind, `${amountWon}`, valueOn, bankReference, reason, context.now, context.commandId],
  );
  return id;
}

export async function insertReminder(tx: Tx, context: CommandContext, recoveryId: string, payBy: LocalDate, openWon: Won): Promise<string> {
  const id = randomUUID();
  await tx.query(
    'insert into grant_recovery_reminder (id, recovery_id, reminded_on, pay_by, open_won, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7)',
    [id, recoveryId, context.today, payBy, `${openWon}`, context.now, context.commandId],
  );
  return id;
}

export async function insertRemittance(tx: Tx, context: CommandContext, recoveryId: string, { amountWon, remittedOn, noticeNumber }: { readonly amountWon: Won; readonly remittedOn: LocalDate; readonly noticeNumber: string }): Promise<void> {
  await tx.query(
    'insert into grant_recovery_remittance (id, recovery_id, amount_won, remitted_on, notice_number, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7)',
    [randomUUID(), recoveryId, `${amountWon}`, remittedOn, noticeNumber, context.now, context.commandId],
  );
}
