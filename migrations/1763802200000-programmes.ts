import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What several instruments stand on: parties, programmes with their vintages, and policy: numbers with a source and two times. */
export class Programmes1763802200000 implements MigrationInterface {
  readonly name = 'Programmes1763802200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table party (
        id uuid primary key,
        kind text not null check (kind in ('COMPANY', 'INSTITUTION', 'FUND_OF_FUNDS', 'BANK', 'PUBLIC_BODY', 'PERSON')),
        name text not null check (length(name) between 1 and 300),
        -- without company-form words and spaces: what names are compared by
        match_name text not null,
        business_number char(10),
        corporate_number char(13),
        incorporated_on date,
        recorded_at timestamptz not null default now()
      );
      create unique index party_business_number on party (business_number) where business_number is not null;
      create index party_match_name on party (match_name);

      create table programme (
        id uuid primary key,
        code text not null unique,
        name_ko text not null,
        name_en text not null,
        horizon_from date not null,
        horizon_to date not null check (horizon_to > horizon_from),
        recorded_at timestamptz not null default now()
      );
      create table vintage (
        id uuid primary key,
        programme_id uuid not null references programme (id),
        year smallint not null,
        recorded_at timestamptz not null default now(),
        unique (programme_id, year)
      );

      -- One row is one decision about one number. A later row for the same scope and key does not erase an earlier one:
      -- what was in force on a date, as known at a time, stays answerable.
      create table policy (
        id bigint generated always as identity primary key,
        scope text not null,
        key text not null,
        value jsonb not null,
        effective_from date not null,
        effective_to date check (effective_to >= effective_from),
        clause text not null,
        source text not null check (source in ('LAW', 'AGREEMENT', 'NOTICE', 'SEED', 'PRACTICE', 'ASSUMPTION')),
        known_at timestamptz not null,
        recorded_at timestamptz not null default clock_timestamp(),
        command_id uuid not null references command_log (id) deferrable initially deferred,
        check (known_at <= recorded_at + interval '1 minute')
      );
      create index policy_scope on policy (scope, key, effective_from);

      -- Asked by the ledger's guard: whether the narrowest decision in force for the book makes a limit advice.
      create function policy_is_warning(book text, wanted text) returns boolean language sql stable as $$
        select coalesce((select value = '"WARN"'::jsonb from policy
                          where key = wanted and scope in (book, '*') and effective_from <= (now() at time zone 'Asia/Seoul')::date
                            and (effective_to is null or effective_to >= (now() at time zone 'Asia/Seoul')::date)
                          order by scope = book desc, effective_from desc, known_at desc, id desc limit 1), false)
      $$;

      select make_append_only('party');
      select make_append_only('programme');
      select make_append_only('vintage');
      select make_append_only('policy');
      grant select, insert on party, programme, vintage, policy to baton_app;
      grant select on party, programme, vintage, policy to baton_auditor;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}
