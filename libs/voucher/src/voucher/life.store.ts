import type { Life } from './life.js';
import { SERVICE_LIFE } from '../service/service.js';
import { VOUCHER_LIFE } from './voucher.js';

interface SqlClient {
  query(sql: string, parameters: unknown[]): Promise<unknown>;
}

/** Lays the tables of both life cycles, by which the database judges every step; the owner's deed, at each start. */
export async function syncLives(client: SqlClient): Promise<void> {
  const steps = [...stepsOf('voucher', VOUCHER_LIFE), ...stepsOf('service', SERVICE_LIFE)];
  await client.query(
    `with steps as (select * from jsonb_to_recordset($1::jsonb) as s (life text, from_state text, event text, to_state text)),
          gone as (delete from life_step l where not exists (select 1 from steps s where (s.life, s.from_state, s.event) = (l.life, l.from_state, l.event)))
     insert into life_step select * from steps
         on conflict (life, from_state, event) do update set to_state = excluded.to_state where life_step.to_state <> excluded.to_state`,
    [JSON.stringify(steps)],
  );
}

function stepsOf(life: string, { table }: Life<string, string>): readonly Record<'life' | 'from_state' | 'event' | 'to_state', string>[] {
  return Object.entries(table).flatMap(([from, steps]) =>
    Object.entries(steps).flatMap(([event, to]) => (to === undefined ? [] : [{ life, from_state: from, event, to_state: to }])),
  );
}
