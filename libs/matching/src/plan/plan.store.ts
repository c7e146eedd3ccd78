import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { PlanFacts } from './plan.js';

export interface PlanRow extends PlanFacts {
  readonly applicationId: string;
  readonly companyId: string;
  readonly performerId: string;
}

export async function insertPlan(tx: Tx, context: CommandContext, { privateWon, ...row }: PlanRow): Promise<void> {
  await tx.query(
    `insert into matching_plan (application_id, company_id, performer_id, private_won, match_basis_points, researcher, chosen_because, relation, relation_note,
                                company_zone, company_place, performer_zone, performer_place, ip_terms, royalty_terms, known_at, command_id)
     select p."applicationId", p."companyId", p."performerId", p."privateWon", p."matchBasisPoints", p.researcher, p."chosenBecause", p.relation, p."relationNote",
            p."companyZone", p."companyPlace", p."performerZone", p."performerPlace", p."ipTerms", p."royaltyTerms", $2, $3
       from jsonb_to_record($1::jsonb) as p ("applicationId" uuid, "companyId" uuid, "performerId" uuid, "privateWon" bigint, "matchBasisPoints" integer, researcher text, "chosenBecause" text,
            relation text, "relationNote" text, "companyZone" text, "companyPlace" text, "performerZone" text, "performerPlace" text, "ipTerms" text, "royaltyTerms" text)`,
    [JSON.stringify({ ...row, privateWon: `${privateWon}` }), context.now, context.commandId],
  );
}
