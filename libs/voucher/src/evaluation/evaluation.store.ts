import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';

export interface Declaration {
  readonly voucherId: string;
  readonly conflicted: boolean;
  /** What the conflict is; wanted where there is one. */
  readonly note: string | null;
}

export interface Score {
  readonly voucherId: string;
  /** Decimal from 0 to 100 with at most two places. */
  readonly score: string;
  readonly comment: string | null;
}

/** Declarations of the person who runs the command. */
export async function insertDeclarations(tx: Tx, context: CommandContext, declarations: readonly Declaration[]): Promise<void> {
  await tx.query(
    `insert into evaluation_declaration (voucher_id, evaluator_id, conflicted, note, known_at, command_id)
     select d."voucherId", $2, d.conflicted, d.note, $3, $4 from jsonb_to_recordset($1::jsonb) as d ("voucherId" uuid, conflicted boolean, note text)`,
    [JSON.stringify(declarations), context.actor.userId, context.now, context.commandId],
  );
}

export async function insertScores(tx: Tx, context: CommandContext, scores: readonly Score[]): Promise<void> {
  await tx.query(
    `insert into evaluation_score (voucher_id, evaluator_id, score, comment, known_at, command_id)
     select d."voucherId", $2, d.score, d.comment, $3, $4 from jsonb_to_recordset($1::jsonb) as d ("voucherId" uuid, score numeric, comment text)`,
    [JSON.stringify(scores), context.actor.userId, context.now, context.commandId],
  );
}
