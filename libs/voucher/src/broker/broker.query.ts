import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import type { Broker } from './broker.js';

const BROKER_SELECT = `
  select b.id, b.programme_id as "programmeId", b.number, b.name, b.organisation, b.field, b.area, b.registered_on as "registeredOn", b.valid_to as "validTo",
         (select coalesce(json_agg(json_build_object('kind', t.kind, 'effectiveOn', t.effective_on, 'reason', t.reason) order by t.id), '[]'::json)
            from broker_turn t where t.broker_id = b.id) as turns
    from broker b`;

/** The brokers of a programme by number, each with its renewals and its end; ask `brokerActiveOn` of a day. */
export function brokersOf(tx: Tx, programmeId: string): Promise<Broker[]> {
  return tx.query(`${BROKER_SELECT} where b.programme_id = $1 order by b.number`, [programmeId]);
}

export async function getBroker(tx: Tx, brokerId: string): Promise<Broker> {
  const rows: Broker[] = await tx.query(`${BROKER_SELECT} where b.id = $1`, [brokerId]);
  if (rows[0] === undefined) throw notFound({ ko: '중개인력', en: 'broker' }, brokerId);
  return rows[0];
}
