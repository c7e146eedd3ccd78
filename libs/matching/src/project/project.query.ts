import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import { won, ZERO_WON } from '#libs/money';
import type { Project, ProjectPoint } from './project.js';

type Amounts = 'privateWon' | 'capWon' | 'budgetLeftWon' | 'governmentWon' | 'provenWon' | 'allowedWon' | 'roomWon' | 'releasedWon' | 'overReleasedWon' | 'paidWon';
type Raw = Omit<Project, Amounts | 'statedGovernmentWon'> & Readonly<Record<Amounts, string>> & { readonly statedGovernmentWon: string | null };

/** The account of a project by its chart, in the book of its pool. */
const balance = (chart: string): string =>
  `coalesce((select b.balance from ledger_account l join account_balance b on b.account_id = l.id where l.key = 'grant/' || p.call_id || '/${chart}/' || p.agreement_id), 0)::text`;

const SELECT = `
  select p.agreement_id as "agreementId", p.call_id as "callId", a.number, coalesce(v.detail ->> 'title', a.title) as title, a.application_id as "applicationId", s.state, v.period_from as "periodFrom", v.period_to as "periodTo",
         p.company_id as "companyId", c.name as company, p.performer_id as "performerId", f.name as performer, p.researcher, p.chosen_because as "chosenBecause", p.relation, p.relation_note as "relationNote",
         p.zone_id as "zoneId", p.zone_party as "zoneParty", p.zone_stated as "zoneStated", z.mode as "zoneMode", case when z.id is null then null else json_build_object('ko', z.name_ko, 'en', z.name_en) end as "zoneName",
         p.private_won::text as "privateWon", p.match_basis_points as "matchBasisPoints", p.government_at_most as "governmentAtMost", p.cap_won::text as "capWon", p.budget_left_won::text as "budgetLeftWon",
         p.government_won::text as "governmentWon", p.bound, p.position, p.stated_government_won::text as "statedGovernmentWon", p.ip_terms as "ipTerms", p.royalty_terms as "royaltyTerms", p.committed_on as "committedOn",
         ${balance('grant.project-own')} as "provenWon", ${balance('matching.allowed')} as "allowedWon", ${balance('matching.room')} as "roomWon", ${balance('matching.released')} as "releasedWon",
         ${balance('matching.over-released')} as "overReleasedWon", ${balance('grant.project-government')} as "paidWon"
    from matching_project p
    join grant_agreement a on a.id = p.agreement_id
    join grant_state s on s.agreement_id = a.id
    join party c on c.id = p.company_id
    join party f on f.id = p.performer_id
    left join matching_zone z on z.id = p.zone_id
    join lateral (select * from grant_version v where v.agreement_id = a.id order by v.version desc limit 1) v on true`;

const read = ({ statedGovernmentWon, ...row }: Raw): Project => ({
  ...row,
  ...{ privateWon: won(row.privateWon), capWon: won(row.capWon), budgetLeftWon: won(row.budgetLeftWon), governmentWon: won(row.governmentWon), provenWon: won(row.provenWon), allowedWon: won(row.allowedWon) },
  ...{ roomWon: won(row.roomWon), releasedWon: won(row.releasedWon), overReleasedWon: won(row.overReleasedWon), paidWon: won(row.paidWon) },
  statedGovernmentWon: statedGovernmentWon === null ? null : won(statedGovernmentWon),
});

/** The projects of a pool in the order in which it was given out. */
export async function projectsOfPool(tx: Tx, callId: string): Promise<Project[]> {
  const rows: Raw[] = await tx.query(`${SELECT} where p.call_id = $1 order by p.position`, [callId]);
  return rows.map(read);
}

export async function getProject(tx: Tx, agreementId: string): Promise<Project> {
  const rows: Raw[] = await tx.query(`${SELECT} where p.agreement_id = $1`, [agreementId]);
  if (rows[0] === undefined) throw notFound({ ko: '매칭 과제', en: 'matching project' }, agreementId);
  return read(rows[0]);
}

const COURSE = ['grant.project-own', 'matching.allowed', 'matching.released'];

/** The course of a project: a point for each day on which its private money, what it allows or what was released moved. */
export async function courseOfProject(tx: Tx, { callId, agreementId }: Pick<Project, 'callId' | 'agreementId'>): Promise<ProjectPoint[]> {
  const rows: { on: LocalDate; private: string; allowed: string; released: string }[] = await tx.query(
    `with moved as (
       select e.effective_on as "on", a.chart, case l.side when a.normal_side then l.amount else -l.amount end as amount
         from ledger_account a join entry_line l on l.account_id = a.id join journal_entry e on e.id = l.entry_id
        where a.key = any($1))
     select "on", coalesce(sum(amount) filter (where chart = 'grant.project-own'), 0)::text as private, coalesce(sum(amount) filter (where chart = 'matching.allowed'), 0)::text as allowed,
            coalesce(sum(amount) filter (where chart = 'matching.released'), 0)::text as released
       from moved group by "on" order by "on"`,
    [COURSE.map((chart) => `grant/${callId}/${chart}/${agreementId}`)],
  );
  let standing = { privateWon: ZERO_WON, allowedWon: ZERO_WON, releasedWon: ZERO_WON };
  return rows.map((row) => {
    standing = { privateWon: won(standing.privateWon + BigInt(row.private)), allowedWon: won(standing.allowedWon + BigInt(row.allowed)), releasedWon: won(standing.releasedWon + BigInt(row.released)) };
    return { on: row.on, ...standing };
  });
}

/** What settlements of a project found, as registers told it; in won. */
export async function settlementsOfProject(tx: Tx, agreementId: string): Promise<{ readonly settledOn: LocalDate; readonly unspentWon: bigint; readonly disallowedWon: bigint; readonly interestWon: bigint }[]> {
  const rows: { settledOn: LocalDate; unspent: string; disallowed: string; interest: string }[] = await tx.query(
    `select settled_on as "settledOn", unspent_won::text as unspent, disallowed_won::text as disallowed, interest_won::text as interest from matching_settlement where agreement_id = $1 order by settled_on`,
    [agreementId],
  );
  return rows.map(({ settledOn, unspent, disallowed, interest }) => ({ settledOn, unspentWon: BigInt(unspent), disallowedWon: BigInt(disallowed), interestWon: BigInt(interest) }));
}

/** The place of the next project of a pool; ask under the lock of its call. */
export async function nextPosition(tx: Tx, callId: string): Promise<number> {
  const rows: { next: number }[] = await tx.query('select coalesce(max(position), 0)::int + 1 as next from matching_project where call_id = $1', [callId]);
  return rows[0]?.next ?? 1;
}
