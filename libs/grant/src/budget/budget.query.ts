import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { BudgetStage } from '#libs/journal';

export interface BudgetRow {
  readonly id: string;
  readonly fiscalYear: number;
  readonly stage: BudgetStage;
  readonly amountWon: string;
  readonly decidedOn: LocalDate;
  readonly clause: string;
  readonly knownAt: Date;
  readonly actor: string;
  readonly actorName: string;
}

/** Every decision on the budget of a call, by the day of the decision. */
export function listBudget(tx: Tx, callId: string): Promise<BudgetRow[]> {
  return tx.query(
    `select d.id, d.fiscal_year as "fiscalYear", d.stage, d.amount_won::text as "amountWon", d.decided_on as "decidedOn", d.clause, d.known_at as "knownAt", c.actor_login as actor, coalesce(u.name, c.actor_login) as "actorName"
       from grant_budget d join command_author c on c.id = d.command_id left join app_user u on u.id = c.actor_id
      where d.call_id = $1 order by d.decided_on, d.recorded_at, d.id`,
    [callId],
  );
}
