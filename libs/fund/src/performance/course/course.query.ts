import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { TimePoint } from '#libs/http';
import { negateWon, sumWon, won, type Won } from '#libs/money';
import { CASH, fundAccount } from '../../fund/fund.charts.js';
import type { FundRow } from '../../fund/fund.query.js';
import { recordedRegister } from '../../register/register.query.js';
import { capitalHistory } from '../../waterfall/history.query.js';
import { holdingsOn } from '../holding.rules.js';
import { jCurve, quarterEnds } from '../j-curve.rules.js';
import type { JCurve } from '../performance.js';

/** The J-curve of a fund until the point's date, as known then, with what it was worth at every quarter-end. */
export async function courseOf(tx: Tx, fund: FundRow, point: TimePoint): Promise<JCurve> {
  const { contributions, paid } = await capitalHistory(tx, fund.id, point);
  const flows = [
    ...contributions.map((each) => ({ on: each.on, amountWon: negateWon(each.amountWon) })),
    ...paid.map((each) => ({ on: each.on, amountWon: sumWon(each.byPartner.map((part) => part.amountWon)) })),
  ];
  const first = flows.map((flow) => flow.on).sort()[0];
  if (first === undefined) return jCurve([], () => null, point.asOf);
  const facts = await recordedRegister(tx, { fundId: fund.id, knownBefore: point.knownBefore, withVoided: false });
  const cash = await cashOnDays(tx, fund.id, quarterEnds(first, point.asOf), point.knownBefore);
  return jCurve(flows, (day) => won((cash.get(day) ?? 0n) + sumWon(holdingsOn(facts, fund.number, day).map((holding) => holding.fairValueWon))), point.asOf);
}

/** The cash at the end of each of `days` in one question; as `cashOnDay` counts it. */
async function cashOnDays(tx: Tx, fundId: string, days: readonly LocalDate[], knownBefore: Date): Promise<ReadonlyMap<LocalDate, Won>> {
  const rows: { day: LocalDate; balance: string }[] = await tx.query(
    `with movement as (
       select e.effective_on, sum(case l.side when 'D' then l.amount else -l.amount end) as amount
         from ledger_account a join entry_line l on l.account_id = a.id join journal_entry e on e.id = l.entry_id
        where a.key = $1 and e.known_at < $2 and e.reverses is null and not exists (select 1 from journal_entry u where u.reverses = e.id and u.known_at < $2)
        group by e.effective_on)
     select day::text as day, coalesce((select sum(amount) from movement where effective_on <= day), 0)::text as balance from unnest($3::date[]) as day`,
    [fundAccount(CASH, fundId).key, knownBefore, days],
  );
  return new Map(rows.map(({ day, balance }) => [day, won(balance)]));
}
