import type { Tx } from '#libs/database';
import { won } from '#libs/money';
import { lockPayables } from '#libs/payment';
import { SERVICE_ORDER_PAYABLE } from '../../service-order/service-order.posting.js';
import type { OpenOrder } from './order-carry.js';

/** Debts of orders that nobody has paid. */
const OWED = `select 1 from payable_state y where y.kind = $3 and y.subject_id = o.id and y.state not in ('PAID', 'WITHDRAWN')`;

/** Orders of a call out of the budgets through `fiscalYear` whose part of the government was taken and is not paid, by number. */
export async function openOrders(tx: Tx, callId: string, fiscalYear: number): Promise<OpenOrder[]> {
  const rows: (Omit<OpenOrder, 'openWon'> & { readonly openWon: string })[] = await tx.query(
    `select o.id as "orderId", o.number, c.name as company, l.name as lab, o.fiscal_year as "fiscalYear", s.state, o.government_won::text as "openWon",
            exists (select 1 from service_order_carry k where k.order_id = o.id and k.from_year < $2) as "carriedBefore",
            exists (select 1 from service_order_carry k where k.order_id = o.id and k.from_year < $2 and k.kind = 'ACCIDENT') as "carriedByAccident"
       from service_order o join service_order_state s on s.order_id = o.id join party c on c.id = o.company_id join party l on l.id = o.lab_id
      where o.call_id = $1 and o.fiscal_year <= $2 and o.government_won > 0 and (s.state in ('ACCEPTED', 'CERTIFIED') or s.state = 'APPROVED' and exists (${OWED}))
      order by o.number`,
    [callId, fiscalYear, SERVICE_ORDER_PAYABLE],
  );
  return rows.map((row) => ({ ...row, openWon: won(row.openWon) }));
}

/** Makes whoever pays a debt of these orders wait: what is paid while a year is closed would leave the wrong appropriation. */
export async function lockDebtsOfOrders(tx: Tx, orderIds: readonly string[]): Promise<void> {
  const rows: { id: string }[] = await tx.query('select payable_id as id from payable_state where kind = $1 and subject_id = any($2)', [SERVICE_ORDER_PAYABLE, orderIds]);
  await lockPayables(tx, rows.map(({ id }) => id));
}
