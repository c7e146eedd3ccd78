import type { LocalDate } from '#libs/calendar';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { BudgetStage } from '#libs/journal';

export interface BudgetDecision {
  readonly id: string;
  readonly callId: string;
  readonly fiscalYear: number;
  readonly stage: BudgetStage;
  /** Negative where it is cut. */
  readonly amountWon: bigint;
  readonly decidedOn: LocalDate;
  readonly clause: string;
}

/** Records a decision; what it posts is the business of `budgetDecided`. */
export async function insertBudget(tx: Tx, context: CommandContext, decision: BudgetDecision): Promise<void> {
  const { id, callId, fiscalYear, stage, amountWon, decidedOn, clause } = decision;
  await tx.query(
    `insert into grant_budget (id, call_id, fiscal_year, stage, amount_won, decided_on, clause, known_at, command_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, callId, fiscalYear, stage, amountWon.toString(), decidedOn, clause, context.now, context.commandId],
  );
}
