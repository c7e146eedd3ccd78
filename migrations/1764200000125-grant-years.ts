import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an institution pays in itself, what the end of a fiscal year does to commitments, and how both tie to the books. */
export class GrantYears1764200000125 implements MigrationInterface {
  readonly name = 'GrantYears1764200000125';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(OWN_SHARES);
    await runner.query(YEAR_ENDS);
    await runner.query(TIES);
    await runner.query(GRANTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const WITNESS = `
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred`;

const OWN_SHARES = `
  -- Cash that the institution, a province or others paid into the account of the project.
  create table grant_own_share (
    id uuid primary key,
    agreement_id uuid not null references grant_agreement (id),
    source text not null check (source in ('OWN', 'LOCAL', 'OTHER')),
    amount_won bigint not null check (amount_won > 0),
    received_on date not null,
    reference text not null check (length(reference) between 1 and 200),
    document_id uuid references document (id),${WITNESS}
  );
  create index grant_own_share_agreement on grant_own_share (agreement_id, received_on);
  select make_append_only('grant_own_share');
  select facts_stated_by('grant_own_share', 'grant-own-share.receive', 'grant-register.import');

  create table grant_own_share_reversal (
    own_share_id uuid primary key references grant_own_share (id),
    reason text not null check (char_length(btrim(reason)) >= 5),${WITNESS}
  );
  select make_append_only('grant_own_share_reversal');
  select facts_stated_by('grant_own_share_reversal', 'grant-own-share.reverse');
`;

const YEAR_ENDS = `
  create table grant_year_close (
    call_id uuid not null references grant_call (id),
    fiscal_year smallint not null check (fiscal_year between 2000 and 2200),
    closed_on date not null,
    lapsed_won bigint not null check (lapsed_won >= 0),
    forwarded_won bigint not null check (forwarded_won >= 0),
    carried_won bigint not null check (carried_won >= 0),
    clause text not null check (clause <> ''),${WITNESS},
    primary key (call_id, fiscal_year)
  );
  select make_append_only('grant_year_close');
  select facts_stated_by('grant_year_close', 'grant-year.close');

  -- Commitments of fiscal_year that are still to be paid after from_year (국가재정법 제48조): 명시이월 by leave of the National Assembly,
  -- 사고이월 for what could not be paid in spite of the commitment. What was carried by accident is not carried again.
  create table grant_carry_over (
    id uuid primary key,
    agreement_id uuid not null references grant_agreement (id),
    fiscal_year smallint not null check (fiscal_year between 2000 and 2200),
    from_year smallint not null check (from_year >= fiscal_year),
    kind text not null check (kind in ('EXPLICIT', 'ACCIDENT')),
    amount_won bigint not null check (amount_won > 0),
    reason text not null check (char_length(btrim(reason)) >= 5),
    clause text not null check (clause <> ''),${WITNESS},
    unique (agreement_id, fiscal_year, from_year)
  );
  select make_append_only('grant_carry_over');
  select facts_stated_by('grant_carry_over', 'grant-year.close');

  create function grant_carry_over_once() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if exists (select 1 from grant_carry_over c where c.agreement_id = new.agreement_id and c.fiscal_year = new.fiscal_year and c.kind = 'ACCIDENT' and c.from_year < new.from_year) then
      raise exception 'what was carried over by accident is not carried over again' using errcode = 'check_violation', constraint = 'grant_carry_over_once';
    end if;
    return new;
  end $$;
  create trigger grant_carry_over_once before insert on grant_carry_over for each row execute function grant_carry_over_once();

  -- A year that was closed takes no new commitment.
  create function grant_funding_open() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if new.amount_won > 0 and exists (select 1 from grant_year_close y join grant_agreement a on a.call_id = y.call_id where a.id = new.agreement_id and y.fiscal_year = new.fiscal_year) then
      raise exception 'the year % is closed', new.fiscal_year using errcode = 'check_violation', constraint = 'grant_funding_open';
    end if;
    return new;
  end $$;
  create trigger grant_funding_open before insert on grant_funding for each row execute function grant_funding_open();
`;

const TIES = `
  -- What is told of funding and decided tranches is what the books hold as committed, at every commit.
  create function grant_commitment_ties() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    its uuid := case tg_table_name when 'grant_funding' then (to_jsonb(new) ->> 'agreement_id')::uuid else (select agreement_id from grant_tranche where id = (to_jsonb(new) ->> 'tranche_id')::uuid) end;
    told numeric := (select coalesce(sum(amount_won), 0) from grant_funding where agreement_id = its)
                  - (select coalesce(sum(t.amount_won), 0) from grant_tranche t join grant_tranche_state s on s.tranche_id = t.id where t.agreement_id = its and s.state = 'DECIDED');
    booked numeric := coalesce((select b.balance from grant_agreement g join ledger_account a on a.key = 'grant/' || g.call_id || '/grant.committed/' || g.id
                                  join account_balance b on b.account_id = a.id where g.id = its), 0);
  begin
    if told <> booked then
      raise exception 'committed of agreement %: % told, % booked', its, told, booked using errcode = 'check_violation', constraint = 'grant_commitment_ties';
    end if;
    return null;
  end $$;
  create constraint trigger grant_funding_ties after insert on grant_funding deferrable initially deferred for each row execute function grant_commitment_ties();
  create constraint trigger grant_tranche_ties after insert on grant_tranche_event deferrable initially deferred for each row execute function grant_commitment_ties();
`;

const GRANTS = `
  grant select on grant_own_share, grant_own_share_reversal, grant_year_close, grant_carry_over to baton_app, baton_auditor;
  grant insert on grant_own_share, grant_own_share_reversal, grant_year_close, grant_carry_over to baton_app;
`;
