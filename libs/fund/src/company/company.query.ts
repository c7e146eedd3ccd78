import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import type { TimePoint } from '#libs/http';
import type { HoldingFacts } from './ownership.rules.js';

/** A company as the directory has it. */
export interface CompanyRow {
  readonly id: string;
  readonly name: string;
  readonly businessNumber: string | null;
  readonly corporateNumber: string | null;
  readonly incorporatedOn: LocalDate | null;
}

export async function getCompany(tx: Tx, id: string): Promise<CompanyRow> {
  const [row] = await tx.query<CompanyRow[]>(
    `select id, name, business_number as "businessNumber", corporate_number as "corporateNumber", incorporated_on as "incorporatedOn" from party where id = $1 and kind <> 'PERSON'`,
    [id],
  );
  if (row === undefined) throw notFound({ ko: '회사', en: 'company' }, id);
  return row;
}

/** Shares of companies as deals and conversions left them, by fund and company. */
export interface HoldingRow extends HoldingFacts {
  readonly fundId: string;
  readonly companyId: string;
}

/** What is known of the shares in companies: of one, or of all that a fund holds. Deals that never happened are left out. */
export async function listHoldings(tx: Tx, where: { readonly companyId?: string; readonly fundId?: string }, point: TimePoint): Promise<HoldingRow[]> {
  const rows: (Omit<HoldingRow, 'shares' | 'sold' | 'amountWon' | 'convertedWon' | 'totalShares' | 'numerator' | 'denominator'> & Record<'shares' | 'totalShares' | 'numerator' | 'denominator', string | null> & Record<'sold' | 'amountWon' | 'convertedWon', string>)[] = await tx.query(
    `select i.fund_id as "fundId", i.company_id as "companyId", i.instrument, i.paid_on as "on", i.shares::text, i.amount_won::text as "amountWon",
            coalesce((select sum(c.converted_won) from deal_conversion c join investment k on k.id = c.investment_id
                       where c.from_id = i.id and k.paid_on <= $3 and c.known_at < $4
                         and not exists (select 1 from investment_void v where v.investment_id = c.investment_id and v.known_at < $4)), 0)::text as "convertedWon",
            case when i.kind = 'CONVERSION' then '0' else coalesce((select sum(x.shares) from investment_exit x
                       where x.investment_id = i.id and x.exited_on <= $3 and x.known_at < $4), 0)::text end as sold,
            t.total_shares::text as "totalShares", t.ownership_numerator::text as numerator, t.ownership_denominator::text as denominator
       from investment i
       join investment r on r.id = case i.kind when 'CONVERSION' then i.origin_id else i.id end
       left join deal_term t on t.investment_id = i.id
      where ($1::uuid is null or i.company_id = $1) and ($2::uuid is null or i.fund_id = $2) and i.paid_on <= $3 and i.known_at < $4
        and not exists (select 1 from investment_void v where v.investment_id in (i.id, r.id) and v.known_at < $4)
        and not exists (select 1 from investment_exit x where x.investment_id = r.id and x.kind = 'RESCISSION' and x.exited_on <= $3 and x.known_at < $4)
      order by i.paid_on, i.number`,
    [where.companyId ?? null, where.fundId ?? null, point.asOf, point.knownBefore],
  );
  const count = (text: string | null): bigint | null => (text === null ? null : BigInt(text));
  return rows.map((row) => ({
    ...row,
    shares: count(row.shares),
    sold: BigInt(row.sold),
    amountWon: BigInt(row.amountWon),
    convertedWon: BigInt(row.convertedWon),
    totalShares: count(row.totalShares),
    numerator: count(row.numerator),
    denominator: count(row.denominator),
  }));
}

/** Something that happened between the funds and a company. */
export interface CompanyEventRow {
  readonly on: LocalDate;
  readonly kind: 'EXIT' | 'VALUATION';
  readonly investmentId: string;
  readonly number: string;
  readonly fundId: string;
  readonly detail: string;
  readonly amountWon: string;
}

/** Exits and valuations of a company's deals, newest first. */
export function listOutcomes(tx: Tx, companyId: string, point: TimePoint): Promise<CompanyEventRow[]> {
  return tx.query(
    `select x.exited_on as "on", 'EXIT' as kind, i.id as "investmentId", i.number, i.fund_id as "fundId", x.kind as detail, x.proceeds_won::text as "amountWon"
       from investment_exit x join investment i on i.id = x.investment_id
      where i.company_id = $1 and x.exited_on <= $2 and x.known_at < $3
     union all
     select w.valued_on, 'VALUATION', i.id, i.number, i.fund_id, coalesce(w.method, ''), w.fair_value_won::text
       from valuation w join investment i on i.id = w.investment_id
      where i.company_id = $1 and w.valued_on <= $2 and w.known_at < $3
      order by 1 desc, 4`,
    [companyId, point.asOf, point.knownBefore],
  );
}

/** Net of nothing: what exits of each deal brought, by investment, in won. */
export async function proceedsByDeal(tx: Tx, investmentIds: readonly string[], point: TimePoint): Promise<ReadonlyMap<string, bigint>> {
  const rows: { id: string; proceeds: string }[] = await tx.query(
    `select investment_id as id, sum(proceeds_won)::text as proceeds from investment_exit
      where investment_id = any($1::uuid[]) and kind <> 'RESCISSION' and exited_on <= $2 and known_at < $3 group by 1`,
    [investmentIds, point.asOf, point.knownBefore],
  );
  return new Map(rows.map((row) => [row.id, BigInt(row.proceeds)]));
}
