import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import type { ServiceOrder } from './service-order.js';

/** What a command is just stating has no author yet: commands are logged last. */
const ORDER_SELECT = `
  select o.id, o.call_id as "callId", o.number, o.kind, o.company_id as "companyId", c.name as company, o.agreement_id as "agreementId", a.number as "agreementNumber",
         o.lab_id as "labId", l.name as lab, o.subject, o.items, o.requested_on as "requestedOn", o.fiscal_year as "fiscalYear",
         (select max(k.from_year) + 1 from service_order_carry k where k.order_id = o.id) as "carriedTo",
         o.fee_won::text as "feeWon", o.government_won::text as "governmentWon", o.company_won::text as "companyWon", s.state, s.since_on as "sinceOn",
         (select coalesce(json_agg(json_build_object('event', e.event, 'happenedOn', e.happened_on, 'reason', e.reason, 'certificate', e.certificate, 'result', e.result,
                                                     'companyPaidOn', e.company_paid_on, 'actor', coalesce(u.name, w.actor_login, '')) order by e.id), '[]'::json)
            from service_order_event e left join command_author w on w.id = e.command_id left join app_user u on u.id = w.actor_id where e.order_id = o.id) as steps
    from service_order o
    join service_order_state s on s.order_id = o.id
    join party c on c.id = o.company_id
    join party l on l.id = o.lab_id
    left join grant_agreement a on a.id = o.agreement_id`;

/** The orders of a call, the latest first. */
export function listOrders(tx: Tx, callId: string): Promise<ServiceOrder[]> {
  return tx.query(`${ORDER_SELECT} where o.call_id = $1 order by o.requested_on desc, o.number desc`, [callId]);
}

export async function getOrder(tx: Tx, orderId: string): Promise<ServiceOrder> {
  const rows: ServiceOrder[] = await tx.query(`${ORDER_SELECT} where o.id = $1`, [orderId]);
  if (rows[0] === undefined) throw notFound({ ko: '의뢰', en: 'service order' }, orderId);
  return rows[0];
}

/** An order that nobody else changes until the transaction ends. */
export async function lockOrder(tx: Tx, orderId: string): Promise<ServiceOrder> {
  await tx.query('select lock_service_order($1)', [orderId]);
  return getOrder(tx, orderId);
}
