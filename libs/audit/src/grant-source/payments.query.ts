import type { Tx } from '#libs/database';
import { AUDIT_POLICIES, limitOf } from '../pack/audit.policy.js';
import type { PackQuestion, PackRecord } from '../pack/pack.js';
import { callParametersOf, openOfRecovery } from './calls.query.js';

/**
 * What the books of calls paid out in the period and the bank did not send back by its end: tranches to institutions, fees to
 * laboratories. The books know both what payment runs paid and what a register told.
 */
const PAYMENTS = `
  select e.id as entry_id, e.effective_on as "paidOn", c.name as fund, l.amount as amount, e.memo as purpose,
         p.id as payee_id, p.name as recipient, p.business_number as "businessNumber", coalesce(a.number, o.number) as reference, a.id as agreement_id, a.application_id
    from journal_entry e
    join grant_call c on e.book = 'grant/' || c.id
    join entry_line l on l.entry_id = e.id and l.side = 'D'
    join ledger_account y on y.id = l.account_id and y.chart = 'grant.payable'
    left join grant_tranche t on e.subject_kind = 'grant-tranche' and t.id = e.subject_id
    left join grant_agreement a on a.id = t.agreement_id
    left join service_order o on e.subject_kind = 'service-order' and o.id = e.subject_id
    join party p on p.id = coalesce(a.party_id, o.lab_id)
   where c.id = any($1::uuid[]) and e.posting in ('grant.tranche-paid', 'grant.tranche-set-off', 'grant.service-order-paid') and e.effective_on between $2::date and $3::date and e.known_at < $4::timestamptz
     and not exists (select 1 from journal_entry back
                      where back.subject_kind = e.subject_kind and back.subject_id = e.subject_id and back.id > e.id
                        and back.posting in ('grant.tranche-returned', 'grant.service-order-returned') and e.posting <> 'grant.tranche-set-off' and back.effective_on <= $3::date and back.known_at < $4::timestamptz)`;

/** Everything that was paid to institutions and laboratories; what is unrecovered of an agreement stands beside its last payment. */
export async function grantPayments(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  return tx.query(
    `with paid as (${PAYMENTS}),
     unrecovered as (
       select r.agreement_id, sum(${openOfRecovery(3, 4)}) as won
         from grant_recovery r where r.call_id = any($1::uuid[]) and r.notice_on <= $3::date and r.known_at < $4::timestamptz group by r.agreement_id)
     select p."paidOn", p.fund, p.recipient, p."businessNumber", p.amount::text as "amountWon", p.purpose, p.reference,
            case when p.agreement_id is not null and row_number() over (partition by p.agreement_id order by p."paidOn" desc, p.entry_id desc) = 1 then coalesce(u.won, 0) else 0 end::text as "unrecoveredWon"
       from paid p left join unrecovered u on u.agreement_id = p.agreement_id order by p."paidOn", p.fund, p.reference, p.entry_id`,
    [...callParametersOf(question)],
  );
}

/** Those of them in the last days of a year. */
export async function yearEndGrantPayments(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  return tx.query(
    `with paid as (${PAYMENTS})
     select p."paidOn", p.fund, p.recipient, p."businessNumber", p.amount::text as "amountWon", p.purpose, p.reference
       from paid p where make_date(extract(year from p."paidOn")::integer, 12, 31) - p."paidOn" < $5::integer order by p."paidOn", p.fund, p.reference, p.entry_id`,
    [...callParametersOf(question), limitOf(question.limits, AUDIT_POLICIES.yearEndDays)],
  );
}

const STATUS_NAMES: Readonly<Record<string, string>> = { ACTIVE: '계속사업자', RESTING: '휴업', CLOSED: '폐업' };

interface Standing {
  readonly status: string;
  readonly on: string;
  readonly source: string;
}

interface Arrears {
  readonly result: 'CLEAR' | 'FOUND';
  readonly on: string;
  readonly source: string;
}

/** Whether who was paid was in business and free of arrears on the day, as far as somebody asked and kept the answer. */
export async function standingAtGrantPayment(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  const rows: (PackRecord & { readonly held: Standing | null; readonly arrears: Arrears | null })[] = await tx.query(
    `with paid as (${PAYMENTS})
     select p."paidOn", p.fund, p.reference as number, p.recipient as company, p."businessNumber", p.amount::text as "amountWon",
            (select json_build_object('status', b.status, 'on', b.effective_on, 'source', b.source) from business_status b
              where b.party_id = p.payee_id and b.effective_on <= p."paidOn" and b.known_at < $4::timestamptz order by b.effective_on desc, b.id desc limit 1) as held,
            (select json_build_object('result', k.result, 'on', k.asked_on, 'source', k.source) from grant_check_answer k
              where k.party_id = p.payee_id and k.kind = 'TAX_ARREARS' and k.asked_on <= p."paidOn" and k.known_at < $4::timestamptz order by k.asked_on desc, k.id desc limit 1) as arrears
       from paid p order by p."paidOn", p.fund, p.reference, p.entry_id`,
    [...callParametersOf(question)],
  );
  return rows.map(({ held, arrears, ...row }) => ({
    ...row,
    standing: held === null ? '조회 기록 없음' : `${STATUS_NAMES[held.status] ?? held.status}(${held.on}, ${held.source})`,
    taxes: arrears === null ? null : `${arrears.result === 'CLEAR' ? '체납 없음' : '체납'}(${arrears.on}, ${arrears.source})`,
    result: resultOf(held, arrears),
  }));
}

function resultOf(held: Standing | null, arrears: Arrears | null): string {
  if (held !== null && held.status !== 'ACTIVE') return '지급일에 휴업·폐업 상태';
  if (arrears?.result === 'FOUND') return '지급일 전 체납 확인';
  const missing = [...(held === null ? ['사업자 상태'] : []), ...(arrears === null ? ['체납'] : [])];
  return missing.length === 0 ? '사업자 상태·체납 확인됨' : `${missing.join('·')} 조회 기록 없음`;
}
