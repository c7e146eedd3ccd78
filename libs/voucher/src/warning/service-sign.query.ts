import type { Tx } from '#libs/database';
import type { SignRow } from './warning.js';
import type { Thresholds } from './warning.policy.js';

/** The services of a year that stand, with their vouchers and those who serve: $1 is the year in all of these. */
const STANDING = `
  services as (
    select s.id, s.number, s.voucher_id, s.supply_won, s.government_won, s.contracted_on, t.provider_id, i.number as voucher, i.amount_won as face, vs.valid_to,
           v.company_id, c.name as company, pp.id as provider_party, pp.name as provider
      from voucher v
      join voucher_service s on s.voucher_id = v.id
      join service_state t on t.service_id = s.id and t.state not in ('CANCELLED', 'REFUNDED')
      join voucher_state vs on vs.voucher_id = v.id
      join party c on c.id = v.company_id
      join service_provider sp on sp.id = t.provider_id
      join party pp on pp.id = sp.party_id
      left join voucher_issue i on i.voucher_id = v.id
     where v.year_id = $1)`;

/** A fact as a row of JSON: what it is called, and pairs of names and expressions. */
const fact = (label: string, values: string): string => `json_build_object('label', ${label}, 'voucherId', voucher_id, 'values', json_build_object(${values}))`;

export function providerConcentration(tx: Tx, yearId: string, { providerShare, providerServices }: Thresholds): Promise<SignRow[]> {
  return tx.query(
    `with ${STANDING}, sums as (select provider_id, provider, sum(supply_won) as won, count(*) as count from services group by 1, 2), total as (select sum(won) as won from sums)
     select s.provider_id as "subjectId", s.provider as subject,
            json_build_object('supplyWon', s.won::text, 'shareBasisPoints', trunc(s.won * 10000 / total.won)::bigint) as measures,
            (select json_agg(${fact('e.number', `'company', e.company, 'supplyWon', e.supply_won::text, 'contractedOn', e.contracted_on`)} order by e.number) from services e where e.provider_id = s.provider_id) as facts
       from sums s, total where s.count >= $3 and s.won * 10000 >= total.won * $2 and (select count(*) from sums) > 1 order by s.won desc`,
    [yearId, providerShare, providerServices],
  );
}

export function pricesAtTheCap(tx: Tx, yearId: string, { equalPrices }: Thresholds): Promise<SignRow[]> {
  return tx.query(
    `with ${STANDING}
     select provider_id as "subjectId", provider as subject, json_build_object('supplyWon', supply_won::text) as measures,
            json_agg(${fact('number', `'company', company, 'supplyWon', supply_won::text, 'governmentWon', government_won::text, 'faceWon', face::text`)} order by number) as facts
       from services where government_won = face group by provider_id, provider, supply_won having count(*) >= $2 order by count(*) desc, provider`,
    [yearId, equalPrices],
  );
}

export function shortIntervals(tx: Tx, yearId: string, { intervalDays }: Thresholds): Promise<SignRow[]> {
  return tx.query(
    `with ${STANDING}, delivered as (select service_id, min(happened_on) as delivered_on from service_event where event = 'deliver' group by 1)
     select id as "subjectId", number || ' ' || company as subject, json_build_object('days', d.delivered_on - contracted_on) as measures,
            json_build_array(${fact('number', `'provider', provider, 'contractedOn', contracted_on, 'deliveredOn', d.delivered_on, 'supplyWon', supply_won::text`)}) as facts
       from services join delivered d on d.service_id = id where d.delivered_on - contracted_on <= $2 order by number`,
    [yearId, intervalDays],
  );
}

/** The same file in this year and in any other that is in sight. */
export function sameDeliverables(tx: Tx, yearId: string): Promise<SignRow[]> {
  return tx.query(
    `with hashes as (
       select distinct e.content_hash as hash, s.id, s.number, s.voucher_id, v.year_id, y.name as year, c.name as company, p.name as provider
         from service_event e join voucher_service s on s.id = e.service_id join voucher v on v.id = s.voucher_id join voucher_year y on y.id = v.year_id
         join party c on c.id = v.company_id join service_provider sp on sp.id = s.provider_id join party p on p.id = sp.party_id
        where e.content_hash is not null)
     select (array_agg(id order by id) filter (where year_id = $1))[1] as "subjectId", string_agg(distinct number, ', ' order by number) as subject, '{}'::json as measures,
            json_agg(${fact('number', `'year', year, 'company', company, 'provider', provider`)} order by number) as facts
       from hashes group by hash having count(*) > 1 and bool_or(year_id = $1) order by 2`,
    [yearId],
  );
}

export function relatedParties(tx: Tx, yearId: string): Promise<SignRow[]> {
  return tx.query(
    `with ${STANDING}, known as (
       select distinct on (v.company_id) v.company_id as party_id, a.representative, regexp_replace(lower(a.address), '[[:space:]]', '', 'g') as address
         from voucher_application a join voucher v on v.id = a.voucher_id order by v.company_id, a.received_on desc),
     judged as (
       select s.*, case when s.company_id = s.provider_party then 'SELF'
                        when exists (select 1 from services o where o.company_id = s.provider_party and o.provider_party = s.company_id) then 'RECIPROCAL'
                        when buyer.representative = seller.representative then 'REPRESENTATIVE'
                        when buyer.address <> '' and buyer.address = seller.address then 'ADDRESS' end as relation
         from services s left join known buyer on buyer.party_id = s.company_id left join known seller on seller.party_id = s.provider_party)
     select id as "subjectId", number || ' ' || company || ' ↔ ' || provider as subject, json_build_object('relation', relation) as measures,
            json_build_array(${fact('number', `'company', company, 'provider', provider, 'supplyWon', supply_won::text`)}) as facts
       from judged where relation is not null order by number`,
    [yearId],
  );
}

const LATEST_CLAIMS = `
  claims as (
    select distinct on (m.service_id) m.service_id, m.invoice_number, t.invoiced_on, t.supplier_id
      from service_claim m join tax_invoice t on t.number = m.invoice_number where t.invoiced_on is not null order by m.service_id, m.recorded_at desc)`;

export function invoicesOutside(tx: Tx, yearId: string): Promise<SignRow[]> {
  return tx.query(
    `with ${STANDING}, ${LATEST_CLAIMS}, dated as (
       select s.*, m.invoice_number, m.invoiced_on, coalesce(a.agreed_on, i.issued_on) as from_on
         from services s join claims m on m.service_id = s.id left join voucher_agreement a on a.voucher_id = s.voucher_id left join voucher_issue i on i.voucher_id = s.voucher_id)
     select id as "subjectId", number || ' ' || company as subject, json_build_object('invoicedOn', invoiced_on, 'from', from_on, 'to', valid_to) as measures,
            json_build_array(${fact('invoice_number', `'provider', provider, 'invoicedOn', invoiced_on, 'agreedOn', from_on, 'validTo', valid_to`)}) as facts
       from dated where invoiced_on < from_on or invoiced_on > valid_to order by number`,
    [yearId],
  );
}

export function suppliersClosed(tx: Tx, yearId: string): Promise<SignRow[]> {
  return tx.query(
    `with ${STANDING}, ${LATEST_CLAIMS}
     select s.id as "subjectId", s.number || ' ' || s.provider as subject, json_build_object('status', b.status, 'since', b.effective_on, 'invoicedOn', m.invoiced_on) as measures,
            json_build_array(${fact('m.invoice_number', `'provider', provider, 'status', b.status, 'since', b.effective_on, 'source', b.source, 'invoicedOn', m.invoiced_on`)}) as facts
       from services s join claims m on m.service_id = s.id
      cross join lateral (select * from business_status b where b.party_id = coalesce(m.supplier_id, s.provider_party) and b.effective_on <= m.invoiced_on order by b.effective_on desc, b.id desc limit 1) as b
      where b.status <> 'ACTIVE' order by s.number`,
    [yearId],
  );
}

export function yearEndDumping(tx: Tx, yearId: string, { lateContracts, lateDays }: Thresholds): Promise<SignRow[]> {
  return tx.query(
    `with ${STANDING}
     select provider_id as "subjectId", provider as subject, json_build_object('days', $3::int) as measures,
            json_agg(${fact('number', `'company', company, 'contractedOn', contracted_on, 'validTo', valid_to, 'supplyWon', supply_won::text`)} order by number) as facts
       from services where contracted_on > valid_to - $3::int group by provider_id, provider having count(*) >= $2 order by count(*) desc, provider`,
    [yearId, lateContracts, lateDays],
  );
}
