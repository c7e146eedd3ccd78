import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { Answer } from './check.js';

/** Answers of other systems; the last one of a kind counts. */
export async function insertAnswers(tx: Tx, context: CommandContext, applicationId: string, answers: readonly Answer[]): Promise<void> {
  await tx.query(
    `insert into grant_check_answer (application_id, party_id, kind, result, projects, projects_led, source, asked_on, note, known_at, command_id)
     select $2, n."partyId", n.kind, n.result, n.projects, n."projectsLed", n.source, n."askedOn", n.note, $3, $4
       from jsonb_to_recordset($1::jsonb) as n ("partyId" uuid, kind text, result text, projects smallint, "projectsLed" smallint, source text, "askedOn" date, note text)`,
    [JSON.stringify(answers), applicationId, context.now, context.commandId],
  );
}
