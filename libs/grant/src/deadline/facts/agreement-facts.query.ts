import type { Tx } from '#libs/database';
import { SUBSIDY_THRESHOLDS } from '../deadline.data.js';
import type { DeadlineFact } from '../deadline.js';

/** Columns of a fact about the agreement `a` of the call `c` with the party `p`. */
const OF_AGREEMENT = `c.id as "callId", a.id as "agreementId", a.number as label, p.name as party`;
/** Agreements in sight by their latest version `v`, of the calls `$1` or of all. */
const AGREEMENTS = `
    from grant_agreement a
    join grant_call c on c.id = a.call_id
    join party p on p.id = a.party_id
    join grant_state s on s.agreement_id = a.id
    join lateral (select * from grant_version v where v.agreement_id = a.id order by v.version desc limit 1) v on true`;
const OF_CALL = '($1::uuid is null or c.id = $1)';

/** What a selection sets going: the term to object, and the agreement that has to follow. */
export function selectionFacts(tx: Tx, callId: string | null): Promise<DeadlineFact[]> {
  return tx.query(
    `select case when r.outcome <> 'SELECTED' then 'selection-objection' when c.regime = 'RND' then 'agreement-rnd' else 'agreement-subsidy' end as key,
            c.id as "callId", null as "agreementId", i.id as "subjectId", i.number as label,
            (select p.name from grant_applicant t join party p on p.id = t.party_id where t.application_id = i.id order by t.position limit 1) as party,
            n.notified_on as "from", null as until,
            case when r.outcome = 'SELECTED' then least((select min(a.agreed_on) from grant_agreement a where a.application_id = i.id),
                                                        (select min(e.happened_on) from grant_application_event e where e.application_id = i.id and e.event = 'withdraw'))
                 else (select min(o.filed_on) from grant_objection o where o.application_id = i.id and o.filed_on >= n.notified_on) end as "doneOn"
       from grant_selection_result r join grant_selection n on n.id = r.selection_id join grant_call c on c.id = n.call_id join grant_application i on i.id = r.application_id
      where ${OF_CALL}`,
    [callId],
  );
}

/** Tranches by their plan, and own cash by year: through the end of September, or of the year where the agreement is younger (시행령 제19조제5항). */
export async function moneyFacts(tx: Tx, callId: string | null): Promise<DeadlineFact[]> {
  const tranches: DeadlineFact[] = await tx.query(
    `select 'tranche' as key, c.id as "callId", a.id as "agreementId", t.id as "subjectId", a.number || ' ' || t.label as label, p.name as party, least(a.agreed_on, t.planned_on) as "from", t.planned_on as until,
            case when z.state in ('DECIDED', 'PAID') then z.since_on end as "doneOn"
       from grant_tranche t join grant_tranche_state z on z.tranche_id = t.id join grant_agreement a on a.id = t.agreement_id join grant_call c on c.id = a.call_id join party p on p.id = a.party_id
       join grant_state s on s.agreement_id = a.id
      where ${OF_CALL} and z.state not in ('DROPPED', 'VOIDED') and s.state in ('ACTIVE', 'SUSPENDED', 'COMPLETED')`,
    [callId],
  );
  const own: DeadlineFact[] = await tx.query(
    `select case when c.regime = 'RND' then 'own-cash' else 'own-cash-subsidy' end as key, ${OF_AGREEMENT}, a.id as "subjectId", greatest(a.agreed_on, make_date(y.fiscal_year, 1, 1)) as "from",
            case when a.agreed_on > make_date(y.fiscal_year, 9, 30) then make_date(y.fiscal_year, 12, 31) else make_date(y.fiscal_year, 9, 30) end as until,
            (select min(r.received_on) from (select received_on, sum(amount_won) over (order by received_on, recorded_at) as running from grant_own_share o
                                              where o.agreement_id = a.id and o.source = 'OWN' and not exists (select 1 from grant_own_share_reversal x where x.own_share_id = o.id)) r
              where r.running >= y.through_won) as "doneOn"
       ${AGREEMENTS}
       join lateral (select fiscal_year::int, sum(sum(amount_won)) over (order by fiscal_year) as through_won from grant_source_plan
                      where version_id = v.id and source = 'OWN' and resource = 'CASH' group by fiscal_year) y on true
      where ${OF_CALL} and s.state <> 'TERMINATED'`,
    [callId],
  );
  return [...tranches, ...own];
}

/** Reports: of every year under the Innovation Act, of every stage under both laws; audits and disclosure of large subsidies. */
export async function reportFacts(tx: Tx, callId: string | null): Promise<DeadlineFact[]> {
  const stages: DeadlineFact[] = await tx.query(
    `select case when c.regime = 'RND' then 'settlement-report-rnd' else 'settlement-report-subsidy' end as key, ${OF_AGREEMENT}, md5(a.id || '/' || g.stage)::uuid as "subjectId",
            least(g.ends_on, (select min(e.happened_on) from grant_event e where e.agreement_id = a.id and e.event = 'terminate')) as "from", null as until,
            (select min(r.received_on) from grant_settlement_report r where r.agreement_id = a.id and r.kind = 'SETTLEMENT' and r.stage = g.stage) as "doneOn"
       ${AGREEMENTS}
       join lateral (select distinct on (stage) stage, ends_on from grant_stage where agreement_id = a.id order by stage, version desc) g on true
      where ${OF_CALL} and (s.state <> 'CLOSED' or exists (select 1 from grant_settlement_report r where r.agreement_id = a.id and r.received_on is not null))`,
    [callId],
  );
  const years: DeadlineFact[] = await tx.query(
    `select 'use-report' as key, ${OF_AGREEMENT}, a.id as "subjectId", make_date(y.year, 12, 31) as "from", null as until,
            (select min(r.received_on) from grant_settlement_report r where r.agreement_id = a.id and r.kind = 'YEARLY_USE' and r.fiscal_year = y.year) as "doneOn"
       ${AGREEMENTS}
       join lateral generate_series(extract(year from v.period_from)::int, extract(year from v.period_to)::int) as y (year) on make_date(y.year, 12, 31) <= v.period_to
      where ${OF_CALL} and c.regime = 'RND' and s.state in ('ACTIVE', 'SUSPENDED', 'COMPLETED')`,
    [callId],
  );
  return [...stages, ...years, ...(await agencyFacts(tx, callId)), ...(await subsidyFacts(tx, callId))];
}

/** The agency settles what it received. */
function agencyFacts(tx: Tx, callId: string | null): Promise<DeadlineFact[]> {
  return tx.query(
    `select 'settlement-by-agency' as key, ${OF_AGREEMENT}, r.id as "subjectId", r.received_on as "from", null as until,
            (select min(t.decided_on) from grant_settlement t where t.agreement_id = a.id and t.stage = r.stage and t.decided_on >= r.received_on) as "doneOn"
       ${AGREEMENTS}
       join grant_settlement_report r on r.agreement_id = a.id and r.kind = 'SETTLEMENT' and r.received_on is not null
      where ${OF_CALL} and c.regime = 'RND' and s.state <> 'CLOSED'`,
    [callId],
  );
}

function subsidyFacts(tx: Tx, callId: string | null): Promise<DeadlineFact[]> {
  return tx.query(
    `select k.key, ${OF_AGREEMENT}, a.id as "subjectId", make_date(y.year, 12, 31) as "from", null as until,
            case k.key when 'audit-report' then (select min(f.received_on) from grant_verification f where f.agreement_id = a.id and f.kind = 'FISCAL_YEAR' and f.fiscal_year = y.year)
                       else (select d.done_on from grant_deadline_done d where d.key = k.key and d.subject_id = a.id and d.from_on = make_date(y.year, 12, 31)) end as "doneOn"
       ${AGREEMENTS}
       join lateral (select fiscal_year::int as year, sum(amount_won) as won from grant_source_plan where version_id = v.id and source = 'GOVERNMENT' group by fiscal_year) y on true
       join (values ('audit-report', $2::bigint), ('disclosure', $3::bigint)) as k (key, from_won) on y.won >= k.from_won
      where ${OF_CALL} and c.regime = 'SUBSIDY'`,
    [callId, `${SUBSIDY_THRESHOLDS.auditWon}`, `${SUBSIDY_THRESHOLDS.disclosureWon}`],
  );
}
