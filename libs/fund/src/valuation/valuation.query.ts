import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { TimePoint } from '#libs/http';

/** A deal that is in the books at one point in both times, with what it was last found to be worth. Amounts as text of digits, in won. */
export interface HoldingRow {
  readonly investmentId: string;
  readonly number: string;
  readonly company: string;
  readonly companyId: string;
  readonly incorporatedOn: LocalDate | null;
  readonly instrument: string;
  readonly paidOn: LocalDate;
  readonly acquisitionWon: string;
  /** What is left of it. */
  readonly costWon: string;
  /** Null where nobody has valued it: it is worth its cost then. */
  readonly valuedOn: LocalDate | null;
  readonly fairValueWon: string | null;
  readonly impairmentWon: string | null;
  readonly method: string | null;
  readonly note: string | null;
  readonly reasons: readonly string[];
  readonly exceptions: readonly string[];
  readonly auditor: string | null;
  readonly signedOn: LocalDate | null;
  readonly documentId: string | null;
  readonly recordedBy: string | null;
}

/** What a fund holds at the end of the point's day, in the order of the deals. */
export async function listHoldings(tx: Tx, fundId: string, point: TimePoint): Promise<HoldingRow[]> {
  return tx.query(
    `select * from (
       select i.id as "investmentId", i.number, p.name as company, p.id as "companyId", p.incorporated_on as "incorporatedOn", i.instrument, i.paid_on as "paidOn",
              i.amount_won::text as "acquisitionWon",
              (i.amount_won - coalesce((select sum(x.cost_won) from investment_exit x where x.investment_id = i.id and x.exited_on <= $2 and x.known_at < $3), 0))::text as "costWon",
              v.valued_on as "valuedOn", v.fair_value_won::text as "fairValueWon", v.impairment_won::text as "impairmentWon", v.method, v.note,
              coalesce(g.reasons, '{}') as reasons, coalesce(g.exceptions, '{}') as exceptions, g.auditor, g.signed_on as "signedOn", g.document_id as "documentId",
              coalesce(u.name, l.actor_login) as "recordedBy"
         from investment i
         join party p on p.id = i.company_id
         left join lateral (select * from valuation w where w.investment_id = i.id and w.valued_on <= $2 and w.known_at < $3
                             order by w.valued_on desc, w.known_at desc limit 1) v on true
         left join valuation_ground g on g.valuation_id = v.id
         left join command_author l on l.id = v.command_id
         left join app_user u on u.id = l.actor_id
        where i.fund_id = $1 and i.kind <> 'CONVERSION' and i.paid_on <= $2 and i.known_at < $3
          and not exists (select 1 from investment_void o where o.investment_id = i.id and o.known_at < $3)
     ) held where held."costWon" <> '0' and held."costWon" not like '-%' order by held."paidOn", held.number`,
    [fundId, point.asOf, point.knownBefore],
  );
}
