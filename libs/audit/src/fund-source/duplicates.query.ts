import type { Tx } from '#libs/database';
import type { PackQuestion, PackRecord } from '../pack/pack.js';
import { DEALS, parametersOf } from './deals.query.js';

/** Companies in which more than one fund invested. */
export async function severalFunds(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  return tx.query(
    `with deal as (${DEALS})
     select d.company, d.business_number as "businessNumber", count(distinct d.fund_id)::text as "fundCount", count(distinct v.programme_id)::text as "programmeCount",
            count(*)::text as "dealCount", sum(d.amount_won)::text as "amountWon", min(d.paid_on) as "firstOn", max(d.paid_on) as "lastOn",
            string_agg(distinct d.fund, ', ') as funds
       from deal d join vintage v on v.id = d.vintage_id
      group by d.company_id, d.company, d.business_number having count(distinct d.fund_id) > 1
      order by sum(d.amount_won) desc, d.company`,
    [...parametersOf(question)],
  );
}

/** Parties that bear one name under several registrations, of which at least one received money. */
export async function sharedNames(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  return tx.query(
    `with deal as (${DEALS})
     select y.match_name as name, count(*)::text as "companyCount", string_agg(coalesce(y.business_number, '번호 없음'), ', ' order by y.business_number) as "businessNumbers",
            string_agg(y.name, ', ' order by y.name, y.id) as names
       from party y where y.match_name in (select match_name from deal)
      group by y.match_name having count(*) > 1 order by y.match_name`,
    [...parametersOf(question)],
  );
}

/** Accounts that are open or were, registered for more than one party; compared by the keyed fingerprint of the number. */
export async function sharedAccounts(tx: Tx, { before }: PackQuestion): Promise<PackRecord[]> {
  return tx.query(
    `select string_agg(distinct y.name, ', ') as parties, count(distinct a.party_id)::text as "partyCount",
            min(a.bank_code) || ' ****' || min(a.number_tail) as account, min(a.known_at) as "registeredAt"
       from bank_account a join bank_account_secret s on s.id = a.secret_id join party y on y.id = a.party_id
      where a.known_at < $1
      group by s.number_index, s.index_key having count(distinct a.party_id) > 1 order by min(a.known_at)`,
    [before],
  );
}
