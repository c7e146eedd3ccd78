import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { Declaration, Score } from './evaluation.js';

/** Declarations of the person who runs the command. */
export async function insertDeclarations(tx: Tx, { actor, now, commandId }: CommandContext, declarations: readonly Declaration[]): Promise<void> {
  await tx.query(
    `insert into grant_evaluation_declaration (application_id, evaluator_id, conflicted, note, known_at, command_id)
     select d."applicationId", $2, d.conflicted, d.note, $3, $4 from jsonb_to_recordset($1::jsonb) as d ("applicationId" uuid, conflicted boolean, note text)`,
    [JSON.stringify(declarations), actor.userId, now, commandId],
  );
}

/** Scores of the person who runs the command, for the round in which each application is. */
export async function insertScores(tx: Tx, { actor, now, commandId }: CommandContext, scores: readonly Score[]): Promise<void> {
  await tx.query(
    `insert into grant_evaluation_score (application_id, evaluator_id, round, score, comment, known_at, command_id)
     select d."applicationId", $2, s.round, d.score, d.comment, $3, $4
       from jsonb_to_recordset($1::jsonb) as d ("applicationId" uuid, score numeric, comment text) join grant_application_state s on s.application_id = d."applicationId"`,
    [JSON.stringify(scores), actor.userId, now, commandId],
  );
}
