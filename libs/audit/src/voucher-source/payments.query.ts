import type { Tx } from '#libs/database';
import { AUDIT_POLICIES, limitOf } from '../pack/audit.policy.js';
import type { PackQuestion, PackRecord } from '../pack/pack.js';
import { openOfClawback, YEAR_NUMBER, yearParametersOf } from './years.query.js';

/** Services that were paid in the period and not sent back by the bank: to whom, for which company, out of which voucher. */
const PAYMENTS = `
  select e.happened_on as "paidOn", ${YEAR_NUMBER} as fund, p.id as provider_id, p.name as recipient, p.business_number as "businessNumber",
         (coalesce(t.public_won, c.public_won) + coalesce(t.own_won, c.own_won))::text as "amountWon", s.name as service, co.id as company_id, co.name as company,
         i.number || ' ' || s.number as reference, s.id as service_id
    from service_event e join voucher_service s on s.id = e.service_id join voucher v on v.id = s.voucher_id join voucher_year y on y.id = v.year_id
    join voucher_issue i on i.voucher_id = v.id join service_capture c on c.service_id = s.id join party p on p.id = c.payee_id join party co on co.id = v.company_id
    left join voucher_payment t on t.service_id = s.id and t.command_id = e.command_id
   where e.event = 'pay' and v.year_id = any($1::uuid[]) and e.happened_on between $2::date and $3::date and e.known_at < $4::timestamptz
     and not exists (select 1 from service_event b where b.service_id = s.id and b.event = 'bounce' and b.id > e.id and b.known_at < $4::timestamptz)`;

type Paid = PackRecord & { readonly service: string | null; readonly company: string };

const inWords = ({ service, company, ...row }: Paid): PackRecord => ({ ...row, purpose: `바우처(${[service, company].filter((text) => text !== null).join(', ')})` });

/** Everything that was paid to providers of services. */
export async function voucherPayments(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  const rows: Paid[] = await tx.query(
    `with paid as (${PAYMENTS})
     select p."paidOn", p.fund, p.recipient, p."businessNumber", p."amountWon", p.service, p.company, p.reference,
            coalesce((select sum(${openOfClawback(3, 4)}) from clawback c where c.service_id = p.service_id and c.notice_on <= $3::date and c.known_at < $4::timestamptz), 0)::text as "unrecoveredWon"
       from paid p order by p."paidOn", p.fund, p.reference`,
    [...yearParametersOf(question)],
  );
  return rows.map(inWords);
}

/** Those of them in the last days of a year. */
export async function yearEndVoucherPayments(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  const rows: Paid[] = await tx.query(
    `with paid as (${PAYMENTS})
     select p."paidOn", p.fund, p.recipient, p."businessNumber", p."amountWon", p.service, p.company, p.reference
       from paid p where make_date(extract(year from p."paidOn")::integer, 12, 31) - p."paidOn" < $5::integer order by p."paidOn", p.fund, p.reference`,
    [...yearParametersOf(question), limitOf(question.limits, AUDIT_POLICIES.yearEndDays)],
  );
  return rows.map(inWords);
}

const STATUS_NAMES: Readonly<Record<string, string>> = { ACTIVE: '계속사업자', RESTING: '휴업', CLOSED: '폐업' };

/** The last answer of the tax office about a party that was in effect on the day of the payment. */
const standingOf = (party: string): string => `
  (select json_build_object('status', b.status, 'on', b.effective_on, 'source', b.source) from business_status b
    where b.party_id = ${party} and b.effective_on <= p."paidOn" and b.known_at < $4::timestamptz order by b.effective_on desc, b.id desc limit 1)`;

interface Standing {
  readonly status: string;
  readonly on: string;
  readonly source: string;
}

/** Whether provider and company were in business on the day of the payment, as far as the tax office was asked. */
export async function standingAtVoucherPayment(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  const rows: (PackRecord & { readonly recipient: string; readonly company: string; readonly provided: Standing | null; readonly held: Standing | null })[] = await tx.query(
    `with paid as (${PAYMENTS})
     select p."paidOn", p.fund, p.reference as number, p.recipient, p.company, p."businessNumber", p."amountWon", ${standingOf('p.provider_id')} as provided, ${standingOf('p.company_id')} as held
       from paid p order by p."paidOn", p.fund, p.reference`,
    [...yearParametersOf(question)],
  );
  return rows.map(({ provided, held, recipient, company, ...row }) => ({
    ...row,
    company: recipient,
    standing: [`공급기관 ${standingText(provided)}`, `수요기업 ${company} ${standingText(held)}`].join(' · '),
    taxes: null,
    result: resultOf([provided, held]),
  }));
}

const standingText = (standing: Standing | null): string => (standing === null ? '조회 기록 없음' : `${STATUS_NAMES[standing.status] ?? standing.status}(${standing.on}, ${standing.source})`);

function resultOf(standings: readonly (Standing | null)[]): string {
  if (standings.some((standing) => standing !== null && standing.status !== 'ACTIVE')) return '지급일에 휴업·폐업 상태';
  return standings.every((standing) => standing !== null) ? '사업자 상태 확인됨' : '사업자 상태 조회 기록 없음';
}
