import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { QueuePlace } from './queue.rules.js';

/** The places of a decision with all that each commitment follows from. */
export async function insertPlaces(tx: Tx, context: CommandContext, selectionId: string, places: readonly QueuePlace[]): Promise<void> {
  const rows = places.flatMap(({ candidate, position, commitment, terms }) =>
    commitment === null
      ? []
      : [
          {
            ...{ applicationId: candidate.applicationId, position, privateWon: `${candidate.privateWon}`, match: terms.match, most: terms.governmentAtMost, capWon: `${terms.capPerProjectWon}` },
            ...{ leftWon: `${commitment.budgetLeftBeforeWon}`, governmentWon: `${commitment.governmentWon}`, bound: commitment.bound },
          },
        ],
  );
  await tx.query(
    `insert into matching_queue_place (selection_id, application_id, position, private_won, match_basis_points, government_at_most, cap_won, budget_left_won, government_won, bound, command_id)
     select $2, p."applicationId", p.position, p."privateWon", p.match, p.most, p."capWon", p."leftWon", p."governmentWon", p.bound, $3
       from jsonb_to_recordset($1::jsonb) as p ("applicationId" uuid, position smallint, "privateWon" bigint, match integer, most integer, "capWon" bigint, "leftWon" bigint, "governmentWon" bigint, bound text)`,
    [JSON.stringify(rows), selectionId, context.commandId],
  );
}
