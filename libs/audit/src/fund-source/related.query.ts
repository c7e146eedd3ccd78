import type { Tx } from '#libs/database';
import { nameIn, PARTNER_KIND_NAMES } from '#libs/report';
import type { PackQuestion, PackRecord } from '../pack/pack.js';
import { DEALS, parametersOf } from './deals.query.js';

/** Part of the name of every paper by which partners agree. */
const CONSENT = '%동의%';

/** Companies that are, by number or by name, a partner of a fund, with the papers of consent on file. */
export async function relatedDeals(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  const rows: (PackRecord & { kind: string; own: boolean; partnerFund: string; match: string; consent: string | null })[] = await tx.query(
    `with deal as (${DEALS})
     select distinct d.paid_on as "paidOn", d.fund, d.number, d.company, d.business_number as "businessNumber", d.amount_won::text as "amountWon", p.kind,
            p.fund_id = d.fund_id as own, f.number as "partnerFund", case when y.id = d.company_id then '같은 등록번호' else '같은 이름' end as match,
            (select string_agg(e.kind, ', ' order by e.kind) from evidence e where e.investment_id = d.id and e.kind like $5 and e.known_at < $4) as consent
       from deal d join party y on y.id = d.company_id or y.match_name = d.match_name
       join fund_partner p on p.party_id = y.id and p.known_at < $4 join fund f on f.id = p.fund_id
      order by d.paid_on, d.fund, d.number, own desc, "partnerFund"`,
    [...parametersOf(question), CONSENT],
  );
  return rows.map(({ kind, own, partnerFund, match, ...row }) => ({
    ...row,
    relation: `${own ? '이 조합' : partnerFund}의 ${nameIn(PARTNER_KIND_NAMES, kind)} (${match})`,
    result: row.consent === null ? '동의 자료 없음' : '동의 자료 있음',
  }));
}

/** Companies that two or more funds of one manager hold. */
export async function crossedDeals(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  return tx.query(
    `with deal as (${DEALS})
     select d.company, d.business_number as "businessNumber", g.name as manager, string_agg(distinct d.fund, ', ') as funds, count(distinct d.fund_id)::text as "fundCount",
            sum(d.amount_won)::text as "amountWon"
       from deal d join party g on g.id = d.general_partner_id
      group by d.company_id, d.company, d.business_number, d.general_partner_id, g.name having count(distinct d.fund_id) > 1 order by d.company`,
    [...parametersOf(question)],
  );
}
