import type { Tx } from '#libs/database';
import type { PackQuestion, PackRecord } from '../pack/pack.js';
import { YEAR_NUMBER, yearParametersAt } from './years.query.js';

/** Companies that money of more than one fund, programme year or call has reached, whichever instrument brought it. */
export async function severalInstruments(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  return tx.query(
    `with given as (
       select d.company_id, f.number as source, d.paid_on as given_on, d.amount_won from investment d join fund f on f.id = d.fund_id
        where d.fund_id = any($4::uuid[]) and d.kind <> 'CONVERSION' and d.paid_on between $5::date and $2::date and d.known_at < $3::timestamptz
          and not exists (select 1 from investment_void x where x.investment_id = d.id and x.known_at < $3::timestamptz)
       union all
       select v.company_id, ${YEAR_NUMBER}, i.issued_on, i.amount_won from voucher v join voucher_year y on y.id = v.year_id join voucher_issue i on i.voucher_id = v.id
        where v.year_id = any($1::uuid[]) and v.parent_id is null and i.issued_on between $5::date and $2::date and i.known_at < $3::timestamptz
       union all
       select a.party_id, c.name, a.agreed_on, coalesce((select sum(s.amount_won) from grant_source_plan s join grant_version n on n.id = s.version_id where n.agreement_id = a.id and n.version = 1 and s.source = 'GOVERNMENT'), 0)
         from grant_agreement a join grant_call c on c.id = a.call_id
        where a.call_id = any($6::uuid[]) and a.agreed_on between $5::date and $2::date and a.known_at < $3::timestamptz)
     select p.name as company, p.business_number as "businessNumber", count(distinct g.source)::text as "sourceCount", sum(g.amount_won)::text as "amountWon",
            min(g.given_on) as "firstOn", max(g.given_on) as "lastOn", string_agg(distinct g.source, ', ') as sources
       from given g join party p on p.id = g.company_id group by p.id having count(distinct g.source) > 1 order by sum(g.amount_won) desc, p.name`,
    [...yearParametersAt(question), question.funds.map(({ id }) => id), question.from, question.calls.map(({ id }) => id)],
  );
}

/** Applications of different companies that name one representative, telephone number or address. */
export async function sharedApplicants(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  return tx.query(
    `with told as (
       select a.number, v.company_id, p.name as company, ${YEAR_NUMBER} as fund, a.representative, a.phone, a.address
         from voucher_application a join voucher v on v.id = a.voucher_id join voucher_year y on y.id = v.year_id join party p on p.id = v.company_id
        where v.year_id = any($1::uuid[]) and a.received_on <= $2::date and a.known_at < $3::timestamptz),
     trait as (
       select company_id, company, number, fund, k.kind, k.value, regexp_replace(lower(k.value), '[\\s-]', '', 'g') as compared
         from told cross join lateral (values ('대표자', representative), ('전화번호', phone), ('주소', address)) k (kind, value) where k.value is not null)
     select kind, min(value) as value, count(distinct company_id)::text as "companyCount", string_agg(distinct company, ', ') as companies,
            string_agg(distinct number, ', ') as applications, string_agg(distinct fund, ', ') as funds
       from trait group by kind, compared having count(distinct company_id) > 1 order by kind, min(value)`,
    [...yearParametersAt(question)],
  );
}

/** Applications whose researcher holds an office in the company, with the paper that cleared it. */
export async function researchersInOffice(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  const rows: (PackRecord & { readonly consent: string | null })[] = await tx.query(
    `select a.received_on as "receivedOn", ${YEAR_NUMBER} as fund, coalesce(i.number, a.number) as number, p.name as company, p.business_number as "businessNumber", a.researcher as person,
            case when strpos(coalesce(a.representative, ''), a.researcher) > 0 then '대표자' else '임원' end as relation, i.amount_won::text as "amountWon", a.clearance as consent
       from voucher_application a join voucher v on v.id = a.voucher_id join voucher_year y on y.id = v.year_id join party p on p.id = v.company_id
       left join voucher_issue i on i.voucher_id = v.id and i.issued_on <= $2::date and i.known_at < $3::timestamptz
      where v.year_id = any($1::uuid[]) and a.received_on <= $2::date and a.known_at < $3::timestamptz and a.researcher <> ''
        and strpos(concat_ws(' ', a.representative, a.officers), a.researcher) > 0
      order by a.received_on, a.number`,
    [...yearParametersAt(question)],
  );
  return rows.map((row) => ({ ...row, result: row.consent === null ? '심의 자료 없음' : '심의 자료 있음' }));
}
