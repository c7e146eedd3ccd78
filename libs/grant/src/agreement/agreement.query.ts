import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import { won } from '#libs/money';
import type { Agreement, AgreementLine, LinePlan, SourcePlan, Stage } from './agreement.js';

const AGREEMENT_SELECT = `
  select a.id, a.call_id as "callId", a.number, a.application_id as "applicationId", a.lead_id as "leadId", a.role, a.party_id as "partyId", p.name as "partyName",
         a.institution, a.project_number as "projectNumber", a.umbrella_number as "umbrellaNumber", coalesce(v.detail ->> 'title', a.title) as title,
         a.sub_programme as "subProgramme", coalesce(v.detail ->> 'investigator', a.investigator) as investigator, a.agreed_on as "agreedOn", s.state,
         v.id as "versionId", v.version, v.period_from as "periodFrom", v.period_to as "periodTo"
    from grant_agreement a
    join party p on p.id = a.party_id
    join grant_state s on s.agreement_id = a.id
    join lateral (select * from grant_version v where v.agreement_id = a.id order by v.version desc limit 1) v on true`;

/** An agreement by its latest version. */
export async function getAgreement(tx: Tx, agreementId: string): Promise<Agreement> {
  const rows: Agreement[] = await tx.query(`${AGREEMENT_SELECT} where a.id = $1`, [agreementId]);
  if (rows[0] === undefined) throw notFound({ ko: '협약', en: 'agreement' }, agreementId);
  return rows[0];
}

/** The agreements of a call by number. */
export function listAgreements(tx: Tx, callId: string): Promise<Agreement[]> {
  return tx.query(`${AGREEMENT_SELECT} where a.call_id = $1 order by a.number`, [callId]);
}

/** Makes everybody who changes or spends on these agreements wait until the transaction ends. */
export async function lockAgreements(tx: Tx, agreementIds: readonly string[]): Promise<void> {
  await tx.query('select lock_grants($1)', [agreementIds]);
}

/** The lines of an agreement with their present balances, in the order of the form. */
export async function linesOfAgreement(tx: Tx, agreementId: string): Promise<AgreementLine[]> {
  const rows: (Omit<AgreementLine, 'plannedWon' | 'usedWon' | 'leftWon'> & { leftWon: string; usedWon: string })[] = await tx.query(
    `select l.id, l.stage, l.code, l.resource, json_build_object('ko', c.name_ko, 'en', c.name_en) as name, c.indirect,
            coalesce(lb.balance, 0)::text as "leftWon", coalesce(ub.balance, 0)::text as "usedWon"
       from grant_line l
       join grant_call_line c on c.call_id = l.call_id and c.code = l.code
       left join ledger_account la on la.key = 'grant/' || l.call_id || '/grant.line/' || l.id
       left join account_balance lb on lb.account_id = la.id
       left join ledger_account ua on ua.key = 'grant/' || l.call_id || '/grant.line-used/' || l.id
       left join account_balance ub on ub.account_id = ua.id
      where l.agreement_id = $1 order by l.stage, l.resource, c.position`,
    [agreementId],
  );
  return rows.map(({ leftWon, usedWon, ...line }) => {
    const [left, used] = [won(BigInt(leftWon)), won(BigInt(usedWon))];
    return { ...line, leftWon: left, usedWon: used, plannedWon: won(left + used) };
  });
}

/** What each source brings by a version. */
export async function sourcePlanOf(tx: Tx, versionId: string): Promise<SourcePlan[]> {
  const rows: (Omit<SourcePlan, 'amountWon'> & { amountWon: string })[] = await tx.query(
    `select stage, fiscal_year as "fiscalYear", source, resource, amount_won::text as "amountWon"
       from grant_source_plan where version_id = $1 order by stage, fiscal_year, source, resource`,
    [versionId],
  );
  return rows.map((row) => ({ ...row, amountWon: won(BigInt(row.amountWon)) }));
}

/** What a version plans on each line. */
export async function linePlanOf(tx: Tx, versionId: string): Promise<LinePlan[]> {
  const rows: (Omit<LinePlan, 'amountWon'> & { amountWon: string })[] = await tx.query(
    `select l.stage, p.fiscal_year as "fiscalYear", l.code, l.resource, p.kind, p.amount_won::text as "amountWon"
       from grant_line_plan p join grant_line l on l.id = p.line_id where p.version_id = $1 order by l.stage, l.resource, l.code, p.fiscal_year, p.kind`,
    [versionId],
  );
  return rows.map((row) => ({ ...row, amountWon: won(BigInt(row.amountWon)) }));
}

/** The stages of an agreement with the dates of its latest version that moved them. */
export function stagesOf(tx: Tx, agreementId: string): Promise<Stage[]> {
  return tx.query(
    `select distinct on (stage) stage, begins_on as "beginsOn", ends_on as "endsOn" from grant_stage where agreement_id = $1 order by stage, version desc`,
    [agreementId],
  );
}
