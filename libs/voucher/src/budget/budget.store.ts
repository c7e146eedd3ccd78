import type { CommandContext } from '#libs/command';
import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { BudgetStage } from '#libs/journal';
import type { BudgetChangeAmounts } from './budget.rules.js';

export interface BudgetDecision extends BudgetChangeAmounts {
  readonly id: string;
  readonly yearId: string;
  readonly stage: BudgetStage;
  readonly decidedOn: LocalDate;
  readonly clause: string;
}

/** Records a decision; what it posts is the business of `budgetDecided`. */
export async function insertBudget(tx: Tx, context: CommandContext, decision: BudgetDecision): Promise<void> {
  const { id, yearId, stage, amountWon, vouchers, companies, decidedOn, clause } = decision;
  await tx.query(
    `insert into voucher_budget (id, year_id, stage, amount_won, vouchers, companies, decided_on, clause, known_at, command_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [id, yearId, stage, amountWon.toString(), vouchers, companies, decidedOn, clause, context.now, context.commandId],
  );
}
