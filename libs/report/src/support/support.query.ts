import type { Tx } from '#libs/database';
import type { TimePoint } from '#libs/http';
import type { Support } from './support.js';

/** Rows of every kind have the same columns; `$1` as of, `$2` known before, `$3` a company or null. */
const COLUMNS = `q.id as "partyId", q.name as party, q.business_number as "businessNumber"`;
const SEEN = 'known_at < $2::timestamptz';

const DEALS = `
  select ${COLUMNS}, 'FUND' as kind, i.fund_id as "bookId", i.id, f.number || ' ' || i.number as number, i.paid_on as "on", i.amount_won::text as "amountWon",
         (select d.number from evidence e join evidence_detail d on d.evidence_id = e.id where e.investment_id = i.id and d.number is not null and e.${SEEN} order by e.recorded_at limit 1) as "technologyNumber",
         i.note as technology, null::text as region
    from investment i join fund f on f.id = i.fund_id join party q on q.id = i.company_id
   where i.kind <> 'CONVERSION' and i.paid_on <= $1::date and i.${SEEN} and ($3::uuid is null or q.id = $3)
     and not exists (select 1 from investment_void x where x.investment_id = i.id and x.${SEEN})
     and not exists (select 1 from investment_exit x where x.investment_id = i.id and x.kind = 'RESCISSION' and x.exited_on <= $1::date and x.${SEEN})`;

const VOUCHERS = `
  select ${COLUMNS}, y.kind, y.id, v.id, s.number, s.issued_on, s.amount_won::text, a.contract_number, a.technology, nullif(split_part(btrim(a.address), ' ', 1), '')
    from voucher_issue s join voucher v on v.id = s.voucher_id join voucher_year y on y.id = v.year_id join party q on q.id = v.company_id
    left join voucher_application a on a.voucher_id = v.id
   where v.parent_id is null and s.issued_on <= $1::date and s.${SEEN} and ($3::uuid is null or q.id = $3)`;

/** What was paid on an agreement, by its book. */
const PAID = `
  select coalesce(sum(case when l.side = k.normal_side then l.amount else -l.amount end), 0)::text
    from ledger_account k join entry_line l on l.account_id = k.id join journal_entry e on e.id = l.entry_id
   where k.key = 'grant/' || g.call_id || '/grant.project-government/' || g.id and e.effective_on <= $1::date and e.${SEEN}`;

/** A matching project is its company's: it plans it and brings the private money; another party performs it. */
const AGREEMENTS = `
  select ${COLUMNS}, c.kind, c.id, g.id, g.number, g.agreed_on, (${PAID}), g.project_number, g.title, z.name_ko
    from grant_agreement g join grant_call c on c.id = g.call_id left join matching_project m on m.agreement_id = g.id left join matching_zone z on z.id = m.zone_id
    join party q on q.id = coalesce(m.company_id, g.party_id)
   where g.agreed_on <= $1::date and g.${SEEN} and ($3::uuid is null or q.id = $3)`;

const ORDERS = `
  select ${COLUMNS}, o.kind, o.call_id, o.id, o.number, o.requested_on, o.government_won::text, g.project_number, o.subject, null
    from service_order o join party q on q.id = o.company_id left join grant_agreement g on g.id = o.agreement_id
   where o.requested_on <= $1::date and o.${SEEN} and ($3::uuid is null or q.id = $3)`;

const TECHNOLOGIES = `
  select ${COLUMNS}, 'ROYALTY', g.call_id, t.id, g.number, t.contracted_on, '0', coalesce(t.patent_number, g.project_number), t.name, null
    from royalty_technology t join grant_agreement g on g.id = t.agreement_id join party q on q.id = t.company_id
   where t.contracted_on <= $1::date and t.${SEEN} and ($3::uuid is null or q.id = $3)`;

type Row = Omit<Support, 'amountWon'> & { readonly amountWon: string };

/** What everybody in sight got, or one company, oldest first; one statement. */
export async function listSupports(tx: Tx, { asOf, knownBefore }: TimePoint, companyId: string | null = null): Promise<Support[]> {
  const rows: Row[] = await tx.query(`${[DEALS, VOUCHERS, AGREEMENTS, ORDERS, TECHNOLOGIES].join(' union all ')} order by "on", kind, number`, [asOf, knownBefore, companyId]);
  return rows.map((row) => ({ ...row, amountWon: BigInt(row.amountWon) }));
}
