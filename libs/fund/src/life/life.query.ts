import type { Tx } from '#libs/database';
import type { TimePoint } from '#libs/http';
import type { Dissolution, Extension } from './life.js';

/** Extensions of a fund decided by a date as known at a time, the first one first. */
export async function listExtensions(tx: Tx, fundId: string, point: TimePoint): Promise<Extension[]> {
  return tx.query(
    `select e.id, e.number, e.life_to as "lifeTo", e.investment_to as "investmentTo", e.decided_on as "decidedOn", e.reason,
            e.document_id as "documentId", d.file_name as "documentName"
       from fund_extension e left join document d on d.id = e.document_id
      where e.fund_id = $1 and e.decided_on <= $2 and e.known_at < $3 order by e.number`,
    [fundId, point.asOf, point.knownBefore],
  );
}

/** How a fund ended; null while it lives. */
export async function findDissolution(tx: Tx, fundId: string, point: TimePoint): Promise<Dissolution | null> {
  const rows: Dissolution[] = await tx.query(
    `select z.dissolved_on as "dissolvedOn", z.cause, z.reason, z.liquidator, z.notice_due_on as "noticeDueOn",
            z.document_id as "documentId", d.file_name as "documentName"
       from fund_dissolution z left join document d on d.id = z.document_id
      where z.fund_id = $1 and z.dissolved_on <= $2 and z.known_at < $3`,
    [fundId, point.asOf, point.knownBefore],
  );
  return rows[0] ?? null;
}

/** The last day on which the fund did new business (a call, a deal, a transfer), and what lies open. */
export interface Business {
  readonly lastOn: string | null;
  readonly openDeals: number;
  readonly unpaidWon: string;
}

/** What of a fund's business a dissolution has to look at, whatever its date. */
export async function businessOf(tx: Tx, fundId: string): Promise<Business> {
  const rows: Business[] = await tx.query(
    `select greatest((select max(coalesce(notice_on, due_on)) from capital_call where fund_id = $1),
                     (select max(effective_on) from commitment_transfer where fund_id = $1),
                     (select max(i.paid_on) from investment i where i.fund_id = $1 and i.kind <> 'CONVERSION'
                        and not exists (select 1 from investment_void v where v.investment_id = i.id))) as "lastOn",
            (select count(*)::int from investment i
              where i.fund_id = $1 and i.kind <> 'CONVERSION' and not exists (select 1 from investment_void v where v.investment_id = i.id)
                and i.amount_won > (select coalesce(sum(x.cost_won), 0) from investment_exit x where x.investment_id = i.id)) as "openDeals",
            (select coalesce(sum(b.balance), 0)::text from ledger_account a join account_balance b on b.account_id = a.id
              where a.book = 'fund/' || $1::text and a.chart = 'fund.capital-receivable') as "unpaidWon"`,
    [fundId],
  );
  return rows[0] ?? { lastOn: null, openDeals: 0, unpaidWon: '0' };
}
