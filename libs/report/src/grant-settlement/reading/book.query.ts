import type { Tx } from '#libs/database';
import type { GrantMovement } from '../grant-settlement.js';
import { amounts, type Digits, type GrantPoint } from './point.js';

/** The whole book of the call by account and posting rule; what tells accounts apart stands at the end of their keys. */
export async function readBook(tx: Tx, [callId, asOf, knownBefore]: GrantPoint): Promise<GrantMovement[]> {
  const rows: Digits<GrantMovement>[] = await tx.query(
    `select a.chart, split_part(a.key, '/', 4) as part, e.posting, sum(case when l.side = a.normal_side then l.amount else -l.amount end)::text as "deltaWon"
       from journal_entry e join entry_line l on l.entry_id = e.id join ledger_account a on a.id = l.account_id
      where e.book = 'grant/' || $1::uuid and e.effective_on <= $2::date and e.known_at < $3::timestamptz
      group by 1, 2, 3 order by 1, 2, 3`,
    [callId, asOf, knownBefore],
  );
  return rows.map((row) => amounts<GrantMovement>(row));
}
