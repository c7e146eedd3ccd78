import { randomUUID } from 'node:crypto';
import type { LocalDate } from '#libs/calendar';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError } from '#libs/errors';
import { stepOf } from '#libs/life';
import { TRANCHE_LIFE, type PlannedTranche, type TrancheEvent, type TrancheState } from './tranche.js';

/** Adds tranches with their conditions, numbered on from the last one; whoever asks holds the lock of the agreement. */
export async function insertTranches(tx: Tx, context: CommandContext, agreementId: string, planned: readonly PlannedTranche[]): Promise<void> {
  const [last]: { number: number }[] = await tx.query('select coalesce(max(number), 0) as number from grant_tranche where agreement_id = $1', [agreementId]);
  const rows = planned.map((each, index) => ({ ...each, id: randomUUID(), number: (last?.number ?? 0) + index + 1, amountWon: each.amountWon.toString() }));
  await tx.query(
    `insert into grant_tranche (id, agreement_id, number, fiscal_year, label, amount_won, planned_on, known_at, command_id)
     select t.id, $2, t.number, t."fiscalYear", t.label, t."amountWon", t."plannedOn", $3, $4
       from jsonb_to_recordset($1::jsonb) as t (id uuid, number smallint, "fiscalYear" smallint, label text, "amountWon" bigint, "plannedOn" date)`,
    [JSON.stringify(rows.map(({ conditions: _, ...row }) => row)), agreementId, context.now, context.commandId],
  );
  const conditions = rows.flatMap(({ id, conditions: asked }) =>
    asked.map((each, index) => ({ trancheId: id, position: index + 1, ...each, ...(each.kind === 'OWN_CASH' ? { amountWon: each.amountWon.toString() } : {}) })),
  );
  await tx.query(
    `insert into grant_tranche_condition (tranche_id, position, kind, amount_won, basis_points, label, command_id)
     select c."trancheId", c.position, c.kind, c."amountWon", c."basisPoints", c.label, $2
       from jsonb_to_recordset($1::jsonb) as c ("trancheId" uuid, position smallint, kind text, "amountWon" bigint, "basisPoints" integer, label text)`,
    [JSON.stringify(conditions), context.commandId],
  );
}

interface CheckViolation {
  readonly constraint?: string;
  /** 'STATE/event', as the trigger says it. */
  readonly detail?: string;
}

/** Takes a step with these tranches. Throws `grant-tranche.not-in-this-state` (409) where the life does not know it. */
export async function recordTrancheEvents(tx: Tx, context: CommandContext, trancheIds: readonly string[], event: TrancheEvent, reason: string | null = null): Promise<void> {
  if (trancheIds.length === 0) return;
  try {
    await tx.query('insert into grant_tranche_event (tranche_id, event, happened_on, reason, known_at, command_id) select t, $2, $3, $4, $5, $6 from unnest($1::uuid[]) as t', [
      trancheIds,
      event,
      context.today,
      reason,
      context.now,
      context.commandId,
    ]);
  } catch (error) {
    throw explained(error);
  }
}

function explained(error: unknown): unknown {
  const { constraint, detail = '' } = (error as { driverError?: CheckViolation }).driverError ?? {};
  if (constraint !== 'grant_tranche_life') return error;
  const [state, event] = detail.split('/') as [TrancheState, TrancheEvent];
  const step = stepOf(TRANCHE_LIFE, state, event);
  return step.allowed ? error : new DomainError('conflict', 'grant-tranche.not-in-this-state', step.reason, { details: { state, event }, cause: error });
}

export interface ConditionConfirmation {
  readonly trancheId: string;
  readonly position: number;
  readonly metOn: LocalDate;
  readonly note: string;
  readonly documentId: string | null;
}

export async function insertConditionMet(tx: Tx, context: CommandContext, { trancheId, position, metOn, note, documentId }: ConditionConfirmation): Promise<void> {
  await tx.query('insert into grant_condition_met (tranche_id, position, met_on, note, document_id, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7)', [
    ...[trancheId, position, metOn, note, documentId],
    ...[context.now, context.commandId],
  ]);
}
