import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Digests of every sealed row in Merkle trees whose roots chain. */
export class Seals1763900400000 implements MigrationInterface {
  readonly name = 'Seals1763900400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CLOCK);
    await runner.query(WITNESSES);
    await runner.query(TICKS);
    await runner.query(CHAIN);
    await runner.query(CHAIN_GUARDS);
    await runner.query(GRANTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

/**
 * The seal clock: the number of the transaction that wrote a row. Below the horizon every transaction has ended, so what
 * is below it is complete and stays so; the sealer needs no lock that a writer could feel.
 */
const CLOCK = `
  -- Added to transaction numbers, so that the clock goes on where it stood after a restore into another cluster.
  create function seal_shift() returns bigint language sql immutable return 0::bigint;
  create function seal_tick() returns bigint language sql stable
    return pg_current_xact_id()::text::bigint + seal_shift();
  create function seal_horizon() returns bigint language sql stable
    return pg_snapshot_xmin(pg_current_snapshot())::text::bigint + seal_shift();
  -- No row can carry this tick or a later one yet.
  create function seal_next_tick() returns bigint language sql stable
    return pg_snapshot_xmax(pg_current_snapshot())::text::bigint + seal_shift();

  create table seal_clock (
    id boolean primary key default true check (id),
    system_identifier bigint not null
  );
  insert into seal_clock (system_identifier) select system_identifier from pg_control_system();
`;

const WITNESSES = `
  create function witness_tick() returns trigger language plpgsql as $$
  begin
    new.seal_tick := seal_tick();
    return new;
  end $$;
  create function witness_fact() returns trigger language plpgsql as $$
  begin
    new.recorded_at := clock_timestamp();
    new.seal_tick := seal_tick();
    return new;
  end $$;

  -- Gives a table of facts its place on the seal clock. Rows that were there before carry tick 0 and are sealed first.
  create function make_sealed(target regclass) returns void language plpgsql as $$
  declare witness text := 'witness_tick';
  begin
    if exists (select 1 from pg_attribute where attrelid = target and attname = 'recorded_at' and not attisdropped) then
      witness := 'witness_fact';
    end if;
    execute format('alter table %s add column seal_tick bigint not null default 0', target);
    execute format('create index on %s (seal_tick)', target);
    execute format('grant select on %s to baton_sealer', target);
    execute format('drop trigger if exists a_witness on %s', target);
    execute format('create trigger a_witness before insert on %s for each row execute function %s()', target, witness);
  end $$;

  -- From here on whatever is append-only is sealed, unless the migration that makes it says otherwise.
  drop function make_append_only(regclass);
  create function make_append_only(target regclass, sealed boolean default true) returns void language plpgsql as $$
  begin
    if sealed then
      perform make_sealed(target);
    elsif exists (select 1 from pg_attribute where attrelid = target and attname = 'recorded_at' and not attisdropped) then
      execute format('create trigger a_witness before insert on %s for each row execute function witness_recorded_at()', target);
    end if;
    execute format('create trigger append_only before update or delete on %s for each row execute function forbid_change()', target);
    execute format('create trigger never_truncated before truncate on %s for each statement execute function forbid_change()', target);
  end $$;
`;

/** Lines are sealed with their entry; the outbox repeats what the command log says. */
const TICKS = `
  do $$
  declare fact regclass;
  begin
    for fact in
      select t.tgrelid::regclass from pg_trigger t join pg_class c on c.oid = t.tgrelid
       where t.tgname = 'append_only' and c.relnamespace = 'public'::regnamespace and c.relname not in ('outbox', 'entry_line')
    loop
      perform make_sealed(fact);
    end loop;
  end $$;
`;

const CHAIN = `
  create table seal_batch (
    number bigint primary key check (number > 0),
    -- of the batch before, and of the batch whose number is this one without its lowest bit: with the second, the way
    -- back to any batch is short
    previous_hash char(64) not null,
    skip_hash char(64) not null,
    root char(64) not null check (root ~ '^[0-9a-f]{64}$'),
    leaf_count integer not null check (leaf_count > 0),
    from_tick bigint not null,
    until_tick bigint not null unique check (until_tick > from_tick),
    sealed_at timestamptz not null,
    chain_hash char(64) not null unique,
    key_name text not null,
    signature text not null check (signature ~ '^[0-9a-f]{128}$')
  );

  -- The leaves of one table in a batch, in their order in the tree: keys, and the digests of the rows one after another.
  create table seal_page (
    batch_number bigint not null references seal_batch (number) deferrable initially deferred,
    page_no integer not null check (page_no >= 0),
    table_name text not null,
    keys text[] not null check (cardinality(keys) > 0),
    digests bytea not null,
    primary key (batch_number, page_no),
    check (octet_length(digests) = 32 * cardinality(keys))
  );
  create index seal_page_table on seal_page (table_name, batch_number, page_no);

  -- A head of the chain that was taken out of the house.
  create table seal_anchor (
    batch_number bigint primary key references seal_batch (number),
    chain_hash char(64) not null,
    -- the last batch of that day in Seoul, or asked for on it
    anchored_on date not null,
    recorded_at timestamptz not null default clock_timestamp()
  );
  create table seal_timestamp (
    batch_number bigint primary key references seal_anchor (batch_number),
    authority text not null,
    stamped_at timestamptz not null,
    token bytea not null,
    recorded_at timestamptz not null default clock_timestamp()
  );
  select make_append_only('seal_batch', sealed => false);
  select make_append_only('seal_page', sealed => false);
  select make_append_only('seal_anchor', sealed => false);
  select make_append_only('seal_timestamp', sealed => false);
`;

const CHAIN_GUARDS = `
  -- What is hashed and signed: lines that anybody can write down and hash by hand.
  create function seal_header(batch seal_batch) returns text language sql stable
    return concat_ws(E'\\n', 'baton seal 1', 'number ' || batch.number, 'previous ' || batch.previous_hash, 'skip ' || batch.skip_hash,
      'root ' || batch.root, 'leaves ' || batch.leaf_count, 'ticks ' || batch.from_tick || ' ' || batch.until_tick,
      'sealed ' || to_char(batch.sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'));

  create function seal_batch_follows() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    nothing constant char(64) := repeat('0', 64);
    head seal_batch;
    skipped char(64);
  begin
    select * into head from seal_batch order by number desc limit 1;
    select chain_hash into skipped from seal_batch where number = (new.number & (new.number - 1));
    if new.number <> coalesce(head.number, 0) + 1
       or new.previous_hash <> coalesce(head.chain_hash, nothing)
       or new.skip_hash <> coalesce(skipped, nothing)
       or new.from_tick <> coalesce(head.until_tick, 0) then
      raise exception 'batch % does not follow batch %', new.number, head.number using errcode = 'check_violation', constraint = 'seal_batch_follows';
    end if;
    if new.until_tick > seal_horizon() or new.sealed_at not between clock_timestamp() - interval '1 hour' and clock_timestamp() + interval '1 minute' then
      raise exception 'batch % reaches beyond what is settled', new.number using errcode = 'check_violation', constraint = 'seal_batch_settled';
    end if;
    if new.chain_hash <> encode(sha256(convert_to(seal_header(new), 'UTF8')), 'hex') then
      raise exception 'batch % does not have the hash of its header', new.number using errcode = 'check_violation', constraint = 'seal_batch_hash';
    end if;
    if new.leaf_count <> (select sum(cardinality(keys)) from seal_page where batch_number = new.number) then
      raise exception 'batch % does not have its leaves', new.number using errcode = 'check_violation', constraint = 'seal_batch_leaves';
    end if;
    return new;
  end $$;
  create trigger seal_batch_follows before insert on seal_batch for each row execute function seal_batch_follows();

  -- Pages come before their batch, in its transaction: nothing joins a batch that stands.
  create function seal_page_precedes() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if exists (select 1 from seal_batch where number = new.batch_number) then
      raise exception 'batch % is sealed', new.batch_number using errcode = 'check_violation', constraint = 'seal_page_precedes';
    end if;
    return new;
  end $$;
  create trigger seal_page_precedes before insert on seal_page for each row execute function seal_page_precedes();

  create function seal_anchor_holds() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if not exists (select 1 from seal_batch where number = new.batch_number and chain_hash = new.chain_hash) then
      raise exception 'anchor % is not on the chain', new.batch_number using errcode = 'check_violation', constraint = 'seal_anchor_holds';
    end if;
    return new;
  end $$;
  create trigger seal_anchor_holds before insert on seal_anchor for each row execute function seal_anchor_holds();
`;

const GRANTS = `
  -- Who seals reads all facts and writes none; who writes facts cannot seal.
  grant select on entry_line to baton_sealer;
  grant select on seal_batch, seal_page, seal_anchor, seal_timestamp to baton_app, baton_auditor, baton_sealer;
  grant insert on seal_batch, seal_page to baton_sealer;
  grant insert (batch_number, chain_hash, anchored_on) on seal_anchor to baton_app;
  grant insert (batch_number, authority, stamped_at, token) on seal_timestamp to baton_app;
`;
