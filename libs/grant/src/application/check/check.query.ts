import type { LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import type { Tx } from '#libs/database';
import { businessStatusOn } from '#libs/party';
import type { PolicySet } from '#libs/policy';
import { CALL_POLICIES } from '../../call/call.policy.js';
import { policiesOfCall } from '../../call/call.query.js';
import type { GrantCall } from '../../call/call.js';
import type { ApplicationRow } from '../application.query.js';
import type { Answer, ApplicantRecord, BanRecord, CheckTerms, Twin } from './check.js';
import { judgeApplication } from './check.rules.js';

interface RecordRow {
  readonly applicationId: string;
  readonly partyId: string;
  readonly bans: readonly BanRecord[] | null;
  readonly answers: readonly Answer[] | null;
  readonly projects: number;
  readonly led: number;
  readonly twins: readonly Twin[] | null;
}

/** The same words however they are spaced and written. */
const folded = (text: string): string => `lower(regexp_replace(normalize(${text}, nfkc), '[[:space:][:punct:]]', '', 'g'))`;
const sameAs = (text: string): string => `(${folded(text)} in (${folded('a.title')}, ${folded("coalesce(a.technology, '')")}) and ${folded(text)} <> '')`;

/** $1 applications, $2 the first day from which other support counts. Of applications to one call the later one is the twin. */
const RECORDS = `
  select x.application_id as "applicationId", x.party_id as "partyId",
         (select json_agg(json_build_object('name', coalesce(p.name, b.researcher), 'fromOn', b.from_on, 'toOn', coalesce((select n.last_on from grant_ban_end n where n.ban_id = b.id), b.to_on), 'ground', b.ground, 'source', b.source) order by b.to_on desc)
            from grant_ban b left join party p on p.id = b.party_id where b.party_id = x.party_id or b.researcher_number = x.investigator_number) as bans,
         (select json_agg(n) from (
            select distinct on (c.kind) c.party_id as "partyId", c.kind, c.result, c.projects, c.projects_led as "projectsLed", c.source, c.asked_on as "askedOn", c.note
              from grant_check_answer c where c.application_id = x.application_id and c.party_id = x.party_id order by c.kind, c.id desc) as n) as answers,
         (select count(*)::int from grant_agreement g join grant_state s on s.agreement_id = g.id where g.investigator_number = x.investigator_number and s.state in ('ACTIVE', 'SUSPENDED')) as projects,
         (select count(*)::int from grant_agreement g join grant_state s on s.agreement_id = g.id where g.investigator_number = x.investigator_number and g.role = 'LEAD' and s.state in ('ACTIVE', 'SUSPENDED')) as led,
         (select json_agg(json_build_object('label', t.label, 'sameTitle', t.same_title, 'sameParty', t.same_party) order by t.label) from (
            select c.name || ' ' || g.number as label, ${sameAs('g.title')} as same_title, g.party_id = x.party_id as same_party
              from grant_agreement g join grant_call c on c.id = g.call_id where g.agreed_on >= $2 and (g.party_id = x.party_id or ${sameAs('g.title')})
            union
            select c.name || ' ' || o.number, ${sameAs('o.title')}, y.party_id = x.party_id
              from grant_application o join grant_application_state s on s.application_id = o.id join grant_call c on c.id = o.call_id
              join grant_applicant y on y.application_id = o.id and y.role = 'LEAD'
             where o.id <> a.id and (o.recorded_at, o.number) < (a.recorded_at, a.number) and o.received_on >= $2 and s.state not in ('REJECTED', 'WITHDRAWN', 'AGREED')
               and (y.party_id = x.party_id or ${sameAs('o.title')})
            union
            select v.name || ' ' || w.number, w.technology is not null and ${sameAs('w.technology')}, u.company_id = x.party_id
              from voucher_application w join voucher u on u.id = w.voucher_id join voucher_year v on v.id = w.year_id join voucher_state s on s.voucher_id = u.id
             where w.received_on >= $2 and s.state not in ('REJECTED', 'WITHDRAWN') and (u.company_id = x.party_id or (w.technology is not null and ${sameAs('w.technology')}))
            union
            select f.name || ' ' || i.number, false, true from investment i join fund f on f.id = i.fund_id where i.company_id = x.party_id) as t) as twins
    from grant_applicant x join grant_application a on a.id = x.application_id
   where x.application_id = any($1)
   order by x.application_id, x.position`;

/** What every rule says of these applications of a call as things stand on `on`, by application. */
export async function judgeApplications(tx: Tx, call: GrantCall, applications: readonly ApplicationRow[], on: LocalDate): Promise<ReadonlyMap<string, readonly Verdict[]>> {
  const policies = await policiesOfCall(tx, call, on);
  const years = policies.integer(CALL_POLICIES.duplicateYears, 0);
  const rows: RecordRow[] = await tx.query(RECORDS, [applications.map(({ id }) => id), `${call.fiscalYear - years}-01-01`]);
  const statuses = await businessStatusOn(tx, rows.map(({ partyId }) => partyId), on);
  const terms = checkTerms(call, policies);
  return new Map(
    applications.map((application) => {
      const records = rows
        .filter(({ applicationId }) => applicationId === application.id)
        .flatMap((row): ApplicantRecord[] => {
          const applicant = application.applicants.find(({ partyId }) => partyId === row.partyId);
          if (applicant === undefined) return [];
          const answer = (kind: Answer['kind']): Answer | null => (row.answers ?? []).find((each) => each.kind === kind) ?? null;
          return [
            {
              ...{ party: applicant.party, partyId: row.partyId, investigator: applicant.investigator, status: statuses.get(row.partyId) ?? null, bans: row.bans ?? [] },
              ...{ arrears: answer('TAX_ARREARS'), participation: answer('PARTICIPATION'), clearance: answer('DUPLICATE'), running: row, twins: row.twins ?? [] },
            },
          ];
        });
      return [application.id, judgeApplication({ regime: call.regime, facts: application, applicants: application.applicants }, records, terms, on)] as const;
    }),
  );
}

function checkTerms(call: GrantCall, policies: PolicySet): CheckTerms {
  const count = (key: string) => policies.sourced(key, policies.integer(key, 0));
  const amount = policies.amount(CALL_POLICIES.projectAmount);
  const years = call.amountBasis === 'PER_YEAR' ? BigInt(policies.integer(CALL_POLICIES.projectYears, 1)) : 1n;
  const tiers = policies.find(CALL_POLICIES.tiers)?.value;
  return {
    ...{ projectsMaximum: count(CALL_POLICIES.projectsMaximum), ledMaximum: count(CALL_POLICIES.investigatorProjectsMaximum), answerDays: count(CALL_POLICIES.answerDays) },
    amountMaximum: amount === null || amount === 0n ? null : policies.sourced(CALL_POLICIES.projectAmount, amount * years),
    tiers: policies.sourced(CALL_POLICIES.tiers, Array.isArray(tiers) ? tiers.filter((each): each is string => typeof each === 'string') : []),
    triad: policies.sourced(CALL_POLICIES.triadRequired, policies.flag(CALL_POLICIES.triadRequired)),
  };
}
