import type { Tx } from '#libs/database';
import type { GrantCarryOver } from '../grant-settlement.js';
import { amounts, counts, type Digits, type GrantPoint } from './point.js';

/** The close that carried it over counts at the point: by its entries in the book of the call, which lie on the last day of the year. */
const CLOSED = `exists (select 1 from grant_year_close y where y.call_id = $1::uuid and y.command_id = c.command_id and ${counts('y', ['grant-call', 'y.call_id'], 'y.closed_on', null)})`;

/** Commitments that were carried over: of the agreements in sight, and of orders of laboratories (all of a call, or those that serve them). */
export async function readCarryOvers(tx: Tx, point: GrantPoint, wholeCall: boolean): Promise<GrantCarryOver[]> {
  const rows: Digits<GrantCarryOver>[] = await tx.query(
    `select 'AGREEMENT' as kind, a.number, p.name as party, c.fiscal_year as "fiscalYear", c.from_year as "fromYear", c.from_year = c.fiscal_year as "firstTime", c.kind as manner, c.amount_won::text as "amountWon", c.reason, c.clause
       from grant_carry_over c join grant_agreement a on a.id = c.agreement_id join party p on p.id = a.party_id where a.call_id = $1::uuid and a.id = any($4::uuid[]) and ${CLOSED}
     union all
     select 'ORDER', o.number, p.name, o.fiscal_year, c.from_year, not exists (select 1 from service_order_carry b where b.order_id = c.order_id and b.from_year < c.from_year), c.kind, c.amount_won::text, c.reason, c.clause
       from service_order_carry c join service_order o on o.id = c.order_id join party p on p.id = o.lab_id where o.call_id = $1::uuid and ($5 or o.agreement_id = any($4::uuid[])) and ${CLOSED}
      order by "fromYear", kind, number, "fiscalYear"`,
    [...point, wholeCall],
  );
  return rows.map((row) => amounts<GrantCarryOver>(row));
}
