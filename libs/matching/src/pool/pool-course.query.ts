import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { won, ZERO_WON, type Won } from '#libs/money';

/** What stood at the end of a day, in won. */
export interface PoolPoint {
  readonly on: LocalDate;
  /** Committed by the government. */
  readonly governmentWon: Won;
  /** Private cash on the accounts of the projects. */
  readonly provenWon: Won;
  /** Government money decided to be paid. */
  readonly releasedWon: Won;
}

/** The course of a pool: a point for each day on which something moved, from commitments, books and decisions. */
export async function courseOfPool(tx: Tx, callId: string): Promise<PoolPoint[]> {
  const rows: { on: LocalDate; committed: string; proven: string; released: string }[] = await tx.query(
    `with moved as (
       select e.effective_on as "on", a.chart, case l.side when a.normal_side then l.amount else -l.amount end as amount
         from ledger_account a join entry_line l on l.account_id = a.id join journal_entry e on e.id = l.entry_id
        where a.book = 'grant/' || $1 and a.chart in ('grant.project-own', 'matching.released')
       union all
       select committed_on, 'committed', government_won from matching_project where call_id = $1::uuid)
     select "on", coalesce(sum(amount) filter (where chart = 'committed'), 0)::text as committed, coalesce(sum(amount) filter (where chart = 'grant.project-own'), 0)::text as proven,
            coalesce(sum(amount) filter (where chart = 'matching.released'), 0)::text as released
       from moved group by "on" order by "on"`,
    [callId],
  );
  let standing = { governmentWon: ZERO_WON, provenWon: ZERO_WON, releasedWon: ZERO_WON };
  return rows.map(({ on, committed, proven, released }) => {
    standing = { governmentWon: won(standing.governmentWon + BigInt(committed)), provenWon: won(standing.provenWon + BigInt(proven)), releasedWon: won(standing.releasedWon + BigInt(released)) };
    return { on, ...standing };
  });
}
