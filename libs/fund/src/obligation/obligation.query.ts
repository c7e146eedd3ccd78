import type { Tx } from '#libs/database';
import type { TimePoint } from '#libs/http';
import { won, type Won } from '#libs/money';
import type { PortfolioFacts } from './obligation.js';

/**
 * Cash deals of the funds at one point in both times, each with the status it had: the decision known last among those
 * in effect. Conversions move no cash; voided and rescinded deals never happened. `$1` funds, `$2` date, `$3` known before.
 */
export const STANDING_DEALS = `
  select i.id, i.fund_id, i.amount_won, i.paid_on,
         coalesce(c.route, i.claimed_route) as route,
         coalesce(c.decision, case when i.claimed_route is null then 'NOT_CLAIMED' else 'PENDING' end) as status,
         coalesce((select sum(x.cost_won) from investment_exit x
                    where x.investment_id = i.id and x.exited_on <= $2 and x.known_at < $3), 0) as exited_cost
    from investment i
    left join lateral (select decision, route from classification c
                        where c.investment_id = i.id and c.effective_on <= $2 and c.known_at < $3
                        order by c.known_at desc, c.id desc limit 1) c on true
   where i.fund_id = any($1::uuid[]) and i.kind <> 'CONVERSION' and i.paid_on <= $2 and i.known_at < $3
     and not exists (select 1 from investment_void v where v.investment_id = i.id and v.effective_on <= $2 and v.known_at < $3)
     and not exists (select 1 from investment_exit x
                      where x.investment_id = i.id and x.kind = 'RESCISSION' and x.exited_on <= $2 and x.known_at < $3)`;

interface FactsRow {
  readonly fund_id: string;
  readonly committed: string;
  readonly paid_in: string;
  readonly invested: string;
  readonly qualifying: string;
  readonly qualifying_outstanding: string;
  readonly pending: string;
  readonly pending_count: number;
  readonly investment_count: number;
  readonly qualifying_count: number;
  readonly undistributed_proceeds: string;
}

/** What the books say before any term of the agreement is read. */
export interface PortfolioTotals extends Omit<PortfolioFacts, 'lifetimeExpensesWon' | 'recyclableWon'> {
  /** Net proceeds of standing deals that were not distributed: what may be invested again where the agreement lets it. */
  readonly undistributedProceedsWon: Won;
}

/** What the obligation counts, for each of `fundIds`, at one point in both times: one statement, however many funds. */
export async function portfolioTotals(
  tx: Tx,
  fundIds: readonly string[],
  point: TimePoint,
): Promise<ReadonlyMap<string, PortfolioTotals>> {
  const rows: FactsRow[] = await tx.query(
    `with deal as (${STANDING_DEALS})
     select f.id as fund_id,
            f.committed_won as committed,
            (select coalesce(sum(r.amount_won), 0) from receipts_standing($3) r join capital_call k on k.id = r.call_id
              where k.fund_id = f.id and r.value_on <= $2)::bigint as paid_in,
            coalesce(sum(d.amount_won), 0)::bigint as invested,
            coalesce(sum(d.amount_won) filter (where d.status = 'QUALIFIED'), 0)::bigint as qualifying,
            coalesce(sum(d.amount_won - d.exited_cost) filter (where d.status = 'QUALIFIED'), 0)::bigint as qualifying_outstanding,
            coalesce(sum(d.amount_won) filter (where d.status = 'PENDING'), 0)::bigint as pending,
            (count(d.id) filter (where d.status = 'PENDING'))::int as pending_count,
            count(d.id)::int as investment_count,
            (count(d.id) filter (where d.status = 'QUALIFIED'))::int as qualifying_count,
            greatest(0, (select coalesce(sum(x.proceeds_won - x.expense_won), 0) from investment_exit x join deal e on e.id = x.investment_id
                          where e.fund_id = f.id and x.exited_on <= $2 and x.known_at < $3)
                      - (select coalesce(sum(p.amount_won), 0) from distribution p
                          where p.fund_id = f.id and p.paid_on <= $2 and p.known_at < $3)
                      - (select coalesce(sum(c.amount_won), 0) from carry_payment c join distribution_run r on r.id = c.run_id
                          where r.fund_id = f.id and r.paid_on <= $2 and c.known_at < $3))::bigint as undistributed_proceeds
       from fund f left join deal d on d.fund_id = f.id
      where f.id = any($1::uuid[]) group by f.id`,
    [fundIds, point.asOf, point.knownBefore],
  );
  return new Map(
    rows.map((row) => [
      row.fund_id,
      {
        committedWon: won(row.committed),
        paidInWon: won(row.paid_in),
        investedWon: won(row.invested),
        qualifyingWon: won(row.qualifying),
        qualifyingOutstandingWon: won(row.qualifying_outstanding),
        pendingWon: won(row.pending),
        pendingCount: row.pending_count,
        investmentCount: row.investment_count,
        qualifyingCount: row.qualifying_count,
        undistributedProceedsWon: won(row.undistributed_proceeds),
      },
    ]),
  );
}

export interface PaceStep {
  readonly on: string;
  readonly invested: string;
  readonly qualifying: string;
}

/** Cumulative T and M on every day of `days`, as known before the point's instant. */
export async function paceSteps(tx: Tx, fundId: string, days: readonly string[], point: TimePoint): Promise<PaceStep[]> {
  return tx.query(
    `with deal as (${STANDING_DEALS})
     select day::text as on,
            coalesce((select sum(amount_won) from deal where paid_on <= day), 0)::text as invested,
            coalesce((select sum(d.amount_won) from deal d where d.paid_on <= day and d.status = 'QUALIFIED'
                        and exists (select 1 from classification c where c.investment_id = d.id and c.effective_on <= day and c.known_at < $3)), 0)::text as qualifying
       from unnest($4::date[]) as day order by day`,
    [[fundId], point.asOf, point.knownBefore, days],
  );
}

export interface RouteShare {
  readonly route: string;
  readonly count: number;
  readonly amount: string;
  readonly qualifying: string;
}

/** The deals by the route they claim or were recognised on; NONE for those that claim nothing. */
export async function sharesByRoute(tx: Tx, fundId: string, point: TimePoint): Promise<RouteShare[]> {
  return tx.query(
    `with deal as (${STANDING_DEALS})
     select coalesce(route, 'NONE') as route, count(*)::int as count, sum(amount_won)::text as amount,
            coalesce(sum(amount_won) filter (where status = 'QUALIFIED'), 0)::text as qualifying
       from deal group by 1 order by sum(amount_won) desc, 1`,
    [[fundId], point.asOf, point.knownBefore],
  );
}
