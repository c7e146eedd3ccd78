import type { Tx } from '#libs/database';
import type { TimePoint } from '#libs/http';
import { won, type Won } from '#libs/money';
import { CASH, fundAccount } from '../../fund/fund.charts.js';

/**
 * The cash of a fund at the end of the point's date, from the entries known then. An entry that is known to be undone never
 * was, nor was what undid it: the way facts count that were voided.
 */
export async function cashOnDay(tx: Tx, fundId: string, point: TimePoint): Promise<Won> {
  const rows: { balance: string }[] = await tx.query(
    `select coalesce(sum(case l.side when 'D' then l.amount else -l.amount end), 0)::text as balance
       from ledger_account a join entry_line l on l.account_id = a.id join journal_entry e on e.id = l.entry_id
      where a.key = $1 and e.effective_on <= $2 and e.known_at < $3 and e.reverses is null
        and not exists (select 1 from journal_entry u where u.reverses = e.id and u.known_at < $3)`,
    [fundAccount(CASH, fundId).key, point.asOf, point.knownBefore],
  );
  return won(rows[0]?.balance ?? '0');
}
