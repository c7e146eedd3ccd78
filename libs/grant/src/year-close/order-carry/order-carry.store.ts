import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { insertStep } from '../../service-order/service-order.store.js';
import type { OrderPlan } from './order-carry.js';

/** What the close of a year states of orders: those carried over, and those it cancels. */
export async function recordOrders(tx: Tx, context: CommandContext, { carried, lapsing }: OrderPlan, fiscalYear: number): Promise<void> {
  await tx.query(
    `insert into service_order_carry (order_id, from_year, kind, amount_won, reason, clause, known_at, command_id)
     select c."orderId", $2, c.kind, c."amountWon", c.reason, c.clause, $3, $4 from jsonb_to_recordset($1::jsonb) as c ("orderId" uuid, kind text, "amountWon" bigint, reason text, clause text)`,
    [JSON.stringify(carried.map(({ commitment, ...each }) => ({ ...each, amountWon: commitment.openWon.toString() }))), fiscalYear, context.now, context.commandId],
  );
  for (const { orderId } of lapsing) await insertStep(tx, context, { orderId, event: 'cancel', happenedOn: context.today, reason: `${fiscalYear} 회계연도 마감에 따른 불용` });
}
