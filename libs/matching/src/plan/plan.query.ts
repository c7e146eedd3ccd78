import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import { won } from '#libs/money';
import type { MatchingPlan } from './plan.js';

const SELECT = `
  select p.application_id as "applicationId", p.company_id as "companyId", c.name as company, p.performer_id as "performerId", f.name as performer,
         p.private_won::text as "privateWon", p.match_basis_points as "matchBasisPoints", p.researcher, p.chosen_because as "chosenBecause", p.relation, p.relation_note as "relationNote",
         p.company_zone as "companyZone", p.company_place as "companyPlace", p.performer_zone as "performerZone", p.performer_place as "performerPlace",
         p.ip_terms as "ipTerms", p.royalty_terms as "royaltyTerms"
    from matching_plan p join party c on c.id = p.company_id join party f on f.id = p.performer_id`;

type Raw = Omit<MatchingPlan, 'privateWon'> & { readonly privateWon: string };
const read = (row: Raw): MatchingPlan => ({ ...row, privateWon: won(row.privateWon) });

/** The plans of a pool, by application. */
export async function plansOfPool(tx: Tx, callId: string): Promise<ReadonlyMap<string, MatchingPlan>> {
  const rows: Raw[] = await tx.query(`${SELECT} join grant_application a on a.id = p.application_id where a.call_id = $1`, [callId]);
  return new Map(rows.map((row) => [row.applicationId, read(row)]));
}

export async function getPlan(tx: Tx, applicationId: string): Promise<MatchingPlan> {
  const rows: Raw[] = await tx.query(`${SELECT} where p.application_id = $1`, [applicationId]);
  if (rows[0] === undefined) throw notFound({ ko: '매칭 과제 계획', en: 'plan of a matching project' }, applicationId);
  return read(rows[0]);
}

/** Relations of two parties on record that stand on a day, in words. */
export async function relationsBetween(tx: Tx, one: string, other: string, on: LocalDate): Promise<string[]> {
  const rows: { words: string }[] = await tx.query(
    `select a.name || ' – ' || b.name || ' (' || r.relation || ')' as words
       from party_relation r join party a on a.id = r.from_id join party b on b.id = r.to_id left join party_relation_end e on e.relation_id = r.id
      where ((r.from_id, r.to_id) = ($1::uuid, $2::uuid) or (r.from_id, r.to_id) = ($2::uuid, $1::uuid)) and r.valid_from <= $3 and (e.ended_on is null or e.ended_on >= $3)
      order by r.valid_from, r.id`,
    [one, other, on],
  );
  return rows.map(({ words }) => words);
}
