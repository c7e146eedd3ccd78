import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { DeadlineFact } from '../deadline.js';

const OF_CALL = '($1::uuid is null or c.id = $1)';
const NAMED = `c.id as "callId", a.id as "agreementId"`;

/** Settlements: the term to object, and what the agency answers. */
export async function objectionFacts(tx: Tx, callId: string | null): Promise<DeadlineFact[]> {
  const terms: DeadlineFact[] = await tx.query(
    `select 'settlement-objection' as key, ${NAMED}, t.id as "subjectId", t.number as label, p.name as party, t.notice_on as "from", t.objection_until as until,
            coalesce((select o.objected_on from grant_settlement_objection o where o.settlement_id = t.id), (select f.finalized_on from grant_settlement_final f where f.settlement_id = t.id)) as "doneOn"
       from grant_settlement t join grant_call c on c.id = t.call_id join grant_agreement a on a.id = t.agreement_id join party p on p.id = a.party_id where ${OF_CALL}`,
    [callId],
  );
  const answers: DeadlineFact[] = await tx.query(
    `select 'objection-answer' as key, ${NAMED}, o.id as "subjectId", t.number as label, p.name as party, o.objected_on as "from", o.answer_due_on as until,
            (select w.answered_on from grant_settlement_answer w where w.objection_id = o.id) as "doneOn"
       from grant_settlement_objection o join grant_settlement t on t.id = o.settlement_id join grant_call c on c.id = t.call_id join grant_agreement a on a.id = t.agreement_id
       join party p on p.id = a.party_id where ${OF_CALL}`,
    [callId],
  );
  return [...terms, ...answers];
}

/** Recoveries: the payment, and the reminder of what was not paid by its day. */
export async function recoveryFacts(tx: Tx, callId: string | null): Promise<DeadlineFact[]> {
  const rows: (DeadlineFact & { readonly reminded: DeadlineFact['doneOn'] })[] = await tx.query(
    `select 'recovery-payment' as key, ${NAMED}, r.id as "subjectId", r.number as label, p.name as party, r.notice_on as "from", r.due_on as until,
            (select d.done_on from grant_deadline_done d where d.key = 'recovery-reminder' and d.subject_id = r.id and d.from_on = r.due_on) as reminded,
            case when m.settled >= r.demanded_won then m.last_on end as "doneOn"
       from grant_recovery r join grant_call c on c.id = r.call_id join grant_agreement a on a.id = r.agreement_id join party p on p.id = r.debtor_id
       join lateral (select coalesce(sum(case when n.kind = 'SURCHARGED' then -n.amount_won else n.amount_won end), 0) as settled, max(n.value_on) as last_on
                       from grant_recovery_movement n where n.recovery_id = r.id and n.kind <> 'REVERSED'
                        and not exists (select 1 from grant_recovery_reversal v where v.receipt_id = n.id)) m on true
      where ${OF_CALL}`,
    [callId],
  );
  return rows.flatMap(({ reminded, ...payment }) => {
    const dueOn = payment.until;
    const inTime = payment.doneOn !== null && dueOn !== null && payment.doneOn <= dueOn;
    return dueOn === null || inTime ? [payment] : [payment, { ...payment, key: 'recovery-reminder', from: dueOn, until: null, doneOn: reminded ?? payment.doneOn }];
  });
}

/** Notices of royalties and proceeds. */
export function outcomeFacts(tx: Tx, callId: string | null): Promise<DeadlineFact[]> {
  return tx.query(
    `select case when k.ground = 'ROYALTY' then 'royalty-payment' else 'proceeds-payment' end as key, ${NAMED}, k.id as "subjectId", k.number as label, p.name as party, k.notice_on as "from", k.due_on as until,
            case when m.received >= k.amount_won then m.last_on end as "doneOn"
       from outcome_claim k join grant_call c on c.id = k.call_id join grant_agreement a on a.id = k.agreement_id join party p on p.id = a.party_id
       join lateral (select coalesce(sum(r.amount_won), 0) as received, max(r.value_on) as last_on from outcome_receipt r where r.claim_id = k.id and not exists (select 1 from outcome_receipt_reversal v where v.receipt_id = r.id)) m on true
      where ${OF_CALL}`,
    [callId],
  );
}

/** Sales of every year from the contract on, through the seven years after the project in which they may cost (the end by first collection is told by the statement). */
export function salesFacts(tx: Tx, callId: string | null, years: number, today: LocalDate): Promise<DeadlineFact[]> {
  return tx.query(
    `select 'sales-declaration' as key, ${NAMED}, t.id as "subjectId", a.number || ' ' || t.name || ' ' || y.year as label, p.name as party, make_date(y.year, 12, 31) as "from", make_date(y.year + 1, 6, 30) as until,
            (select min(d.declared_on) from royalty_declaration d where d.technology_id = t.id and d.year = y.year) as "doneOn"
       from royalty_technology t join grant_agreement a on a.id = t.agreement_id join grant_call c on c.id = a.call_id join party p on p.id = t.company_id
       join lateral (select max(period_to) as ends from grant_version v where v.agreement_id = a.id and v.version = (select max(version) from grant_version where agreement_id = a.id)) v on true
       join lateral generate_series(extract(year from t.contracted_on)::int, least(extract(year from v.ends)::int + $2::int, extract(year from $3::date)::int)) as y (year) on true
      where ${OF_CALL}`,
    [callId, years, today],
  );
}

/** Orders that a laboratory took on, leave to dispose of an asset, and records that are kept. */
export async function keepingFacts(tx: Tx, callId: string | null): Promise<DeadlineFact[]> {
  const orders: DeadlineFact[] = await tx.query(
    `select 'order-certificate' as key, c.id as "callId", o.agreement_id as "agreementId", o.id as "subjectId", o.number || ' ' || o.subject as label, p.name as party, e.happened_on as "from", null as until,
            (select min(z.happened_on) from service_order_event z where z.order_id = o.id and z.event in ('certify', 'cancel')) as "doneOn"
       from service_order o join grant_call c on c.id = o.call_id join party p on p.id = o.lab_id join service_order_event e on e.order_id = o.id and e.event = 'accept' where ${OF_CALL}`,
    [callId],
  );
  const leaves: DeadlineFact[] = await tx.query(
    `select 'asset-approval' as key, ${NAMED}, v.id as "subjectId", t.number || ' ' || t.name as label, p.name as party, v.decided_on as "from", v.valid_through as until,
            (select d.disposed_on from grant_asset_disposal d where d.approval_id = v.id) as "doneOn"
       from grant_asset_approval v join grant_asset t on t.id = v.asset_id join grant_agreement a on a.id = t.agreement_id join grant_call c on c.id = a.call_id join party p on p.id = a.party_id where ${OF_CALL}`,
    [callId],
  );
  const records: DeadlineFact[] = await tx.query(
    `select case when c.regime = 'RND' then 'records-rnd' else 'records-subsidy' end as key, ${NAMED}, a.id as "subjectId", a.number as label, p.name as party,
            make_date(extract(year from s.since_on)::int, 12, 31) as "from", null as until, null as "doneOn"
       from grant_agreement a join grant_call c on c.id = a.call_id join party p on p.id = a.party_id join grant_state s on s.agreement_id = a.id where ${OF_CALL} and s.state = 'CLOSED'`,
    [callId],
  );
  return [...orders, ...leaves, ...records];
}
