/** The connection of the schema's owner at start. */
interface SqlClient {
  query(text: string): Promise<{ rows: unknown[] }>;
}

/**
 * Keeps the seal clock going where it stood. Transaction numbers begin again in another cluster (a restored backup), and a
 * new row must not get a tick that is sealed already. At every start, as the owner: where the cluster is another one than
 * before, the clock is put forward past every tick that was ever given.
 */
export async function followSealClock(client: SqlClient): Promise<void> {
  await client.query(`do $$
    declare
      current bigint;
      latest bigint;
      fact regclass;
      here bigint := (select system_identifier from pg_control_system());
    begin
      if here = (select system_identifier from seal_clock) then
        return;
      end if;
      select coalesce(max(until_tick), 0) into latest from seal_batch;
      for fact in select a.attrelid::regclass from pg_attribute a join pg_class c on c.oid = a.attrelid
                   where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname = 'seal_tick' and not a.attisdropped loop
        execute format('select greatest($1, max(seal_tick)) from %s', fact) into latest using latest;
      end loop;
      current := pg_snapshot_xmin(pg_current_snapshot())::text::bigint;
      execute format('create or replace function seal_shift() returns bigint language sql immutable return %s::bigint', latest + 1 - current);
      update seal_clock set system_identifier = here;
    end $$`);
}
