import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { ProjectFacts } from './project.js';

/** The part of an agreement that only matching knows. `knownAt`: the moment of the command, or the day that a register names. */
export async function insertProject(tx: Tx, context: CommandContext, facts: ProjectFacts, knownAt: Date = context.now): Promise<void> {
  const { privateWon, capWon, budgetLeftWon, governmentWon, statedGovernmentWon, ...rest } = facts;
  const amounts = { privateWon: `${privateWon}`, capWon: `${capWon}`, budgetLeftWon: `${budgetLeftWon}`, governmentWon: `${governmentWon}`, statedGovernmentWon: statedGovernmentWon === null ? null : `${statedGovernmentWon}` };
  await tx.query(
    `insert into matching_project (agreement_id, call_id, company_id, performer_id, researcher, chosen_because, relation, relation_note, zone_id, zone_party, zone_stated, private_won, match_basis_points,
                                   government_at_most, cap_won, budget_left_won, government_won, bound, position, stated_government_won, ip_terms, royalty_terms, committed_on, known_at, command_id)
     select p."agreementId", p."callId", p."companyId", p."performerId", p.researcher, p."chosenBecause", p.relation, p."relationNote", p."zoneId", p."zoneParty", p."zoneStated", p."privateWon", p."matchBasisPoints",
            p."governmentAtMost", p."capWon", p."budgetLeftWon", p."governmentWon", p.bound, p.position, p."statedGovernmentWon", p."ipTerms", p."royaltyTerms", p."committedOn", $2, $3
       from jsonb_to_record($1::jsonb) as p ("agreementId" uuid, "callId" uuid, "companyId" uuid, "performerId" uuid, researcher text, "chosenBecause" text, relation text, "relationNote" text, "zoneId" uuid,
            "zoneParty" text, "zoneStated" text, "privateWon" bigint, "matchBasisPoints" integer, "governmentAtMost" integer, "capWon" bigint, "budgetLeftWon" bigint, "governmentWon" bigint, bound text,
            position smallint, "statedGovernmentWon" bigint, "ipTerms" text, "royaltyTerms" text, "committedOn" date)`,
    [JSON.stringify({ ...rest, ...amounts }), knownAt, context.commandId],
  );
}
