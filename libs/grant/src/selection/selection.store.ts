import type { LocalDate } from '#libs/calendar';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { Won } from '#libs/money';
import type { Ranked } from './selection.rules.js';

export interface SelectionDraft {
  readonly id: string;
  readonly callId: string;
  readonly decidedOn: LocalDate;
  readonly notifiedOn: LocalDate;
  /** Promised to the selected. */
  readonly amountWon: Won;
}

/** A decision with what became of each application; their states follow by their own steps. */
export async function insertSelection(tx: Tx, context: CommandContext, { id, callId, decidedOn, notifiedOn, amountWon }: SelectionDraft, ranked: readonly Ranked[]): Promise<void> {
  await tx.query(
    `insert into grant_selection (id, call_id, decided_on, notified_on, amount_won, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, callId, decidedOn, notifiedOn, amountWon.toString(), context.now, context.commandId],
  );
  const results = ranked.map(({ candidate, rank, outcome }) => ({ applicationId: candidate.applicationId, rank, outcome, score: candidate.score, amountWon: outcome === 'REJECTED' ? '0' : candidate.amountWon.toString() }));
  await tx.query(
    `insert into grant_selection_result (selection_id, application_id, outcome, rank, score, amount_won, command_id)
     select $2, r."applicationId", r.outcome, r.rank, r.score, r."amountWon", $3
       from jsonb_to_recordset($1::jsonb) as r ("applicationId" uuid, outcome text, rank smallint, score numeric, "amountWon" bigint)`,
    [JSON.stringify(results), id, context.commandId],
  );
}
