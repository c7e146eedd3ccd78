import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import { sumWon, won, type Won } from '#libs/money';
import { sourcePlanOf } from '../agreement/agreement.query.js';
import type { Agreement } from '../agreement/agreement.js';
import { claimsOfAgreement } from '../outcome-claim/outcome-claim.query.js';
import { PAYER_OF, royaltyTermsOn } from './royalty.policy.js';
import type { RoyaltyStatement } from './royalty.js';
import { royaltyStatement } from './statement/statement.rules.js';
import type { Technology } from './technology.js';

const TECHNOLOGY_SELECT = `
  select t.id, a.call_id as "callId", t.agreement_id as "agreementId", a.number as "agreementNumber", t.company_id as "companyId", p.name as company, t.name,
         t.patent_number as "patentNumber", t.use, t.contribution_basis_points as "contributionBasisPoints", t.contracted_on as "contractedOn",
         (select coalesce(json_agg(json_build_object('id', d.id, 'year', d.year, 'turn', d.turn, 'incomeWon', d.income_won::text, 'collectedOn', d.collected_on,
                                                     'declaredOn', d.declared_on, 'jobs', d.jobs) order by d.year), '[]'::json)
            from (select distinct on (year) * from royalty_declaration where technology_id = t.id order by year, turn desc) d) as declarations,
         (select coalesce(json_agg(json_build_object('id', v.id, 'year', v.year, 'basis', v.basis, 'amountWon', v.amount_won::text, 'dividedOn', v.divided_on, 'parts',
                                                     (select json_agg(json_build_object('recipient', r.recipient, 'leastBasisPoints', r.least_basis_points, 'amountWon', r.amount_won::text) order by r.position)
                                                        from royalty_division_part r where r.division_id = v.id)) order by v.year, v.basis), '[]'::json)
            from royalty_division v where v.technology_id = t.id) as divisions
    from royalty_technology t
    join grant_agreement a on a.id = t.agreement_id
    join party p on p.id = t.company_id`;

/** Results of a call in the hands of companies, by agreement. */
export function technologiesOfCall(tx: Tx, callId: string): Promise<Technology[]> {
  return tx.query(`${TECHNOLOGY_SELECT} where a.call_id = $1 order by a.number, p.name, t.name, t.use`, [callId]);
}

export function technologiesOfAgreement(tx: Tx, agreementId: string): Promise<Technology[]> {
  return tx.query(`${TECHNOLOGY_SELECT} where t.agreement_id = $1 order by p.name, t.name, t.use`, [agreementId]);
}

export async function getTechnology(tx: Tx, technologyId: string): Promise<Technology> {
  const rows: Technology[] = await tx.query(`${TECHNOLOGY_SELECT} where t.id = $1`, [technologyId]);
  if (rows[0] === undefined) throw notFound({ ko: '사업화 기술', en: 'technology' }, technologyId);
  return rows[0];
}

/** What the government brings by the version in force; won. */
export async function grantOf(tx: Tx, agreement: Pick<Agreement, 'versionId'>): Promise<Won> {
  return sumWon((await sourcePlanOf(tx, agreement.versionId)).filter(({ source }) => source === 'GOVERNMENT').map(({ amountWon }) => amountWon));
}

/** What income of an agreement's results costs, year by year, with what was claimed before. */
export async function statementOf(tx: Tx, agreement: Agreement): Promise<RoyaltyStatement> {
  const technologies = await technologiesOfAgreement(tx, agreement.id);
  const claims = (await claimsOfAgreement(tx, agreement.id)).flatMap(({ year, computedWon }) => (year === null ? [] : [{ year, computedWon: won(BigInt(computedWon)) }]));
  const declared = technologies.flatMap(({ use, contributionBasisPoints, declarations }) =>
    declarations.map(({ year, incomeWon, collectedOn }) => ({ year, use, contributionBasisPoints, incomeWon: won(BigInt(incomeWon)), collectedOn })),
  );
  const facts = { payer: PAYER_OF[agreement.institution], grantWon: await grantOf(tx, agreement), endedOn: agreement.periodTo, declared, claimed: claims };
  return royaltyStatement(facts, royaltyTermsOn(agreement.agreedOn));
}
