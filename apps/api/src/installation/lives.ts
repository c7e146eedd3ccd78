import { SERVICE_ORDER_LIFE } from '#libs/grant';
import { APPLICATION_LIFE, GRANT_LIFE, TRANCHE_LIFE } from '#libs/grant';
import type { Life } from '#libs/life';
import { PAYMENT_RUN_LIFE } from '#libs/payment';
import { SERVICE_LIFE, VOUCHER_LIFE } from '#libs/voucher';

interface SqlClient {
  query(sql: string, parameters: unknown[]): Promise<unknown>;
}

/** Every life cycle of the program, under the name by which the triggers of its events ask for it. */
const LIVES: Readonly<Record<string, Life<string, string>>> = {
  voucher: VOUCHER_LIFE,
  service: SERVICE_LIFE,
  grant: GRANT_LIFE,
  'grant-application': APPLICATION_LIFE,
  'service-order': SERVICE_ORDER_LIFE,
  'grant-tranche': TRANCHE_LIFE,
  'payment-run': PAYMENT_RUN_LIFE,
};

/** Lays the tables of all life cycles, by which the database judges every step; the owner's deed, at each start. */
export async function syncLives(client: SqlClient): Promise<void> {
  const steps = Object.entries(LIVES).flatMap(([life, { table }]) => stepsOf(life, table));
  await client.query(
    `with steps as (select * from jsonb_to_recordset($1::jsonb) as s (life text, from_state text, event text, to_state text)),
          gone as (delete from life_step l where not exists (select 1 from steps s where (s.life, s.from_state, s.event) = (l.life, l.from_state, l.event)))
     insert into life_step select * from steps
         on conflict (life, from_state, event) do update set to_state = excluded.to_state where life_step.to_state <> excluded.to_state`,
    [JSON.stringify(steps)],
  );
}

function stepsOf(life: string, table: Life<string, string>['table']): readonly Record<'life' | 'from_state' | 'event' | 'to_state', string>[] {
  return Object.entries(table).flatMap(([from, steps]) =>
    Object.entries(steps).flatMap(([event, to]) => (to === undefined ? [] : [{ life, from_state: from, event, to_state: to }])),
  );
}
