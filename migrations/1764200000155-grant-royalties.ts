import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What results bring after the project: declared income, the government's part of it and of what assets bring; and feeds of deadlines. */
export class GrantRoyalties1764200000155 implements MigrationInterface {
  readonly name = 'GrantRoyalties1764200000155';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ROYALTIES);
    await runner.query(DIVISIONS);
    await runner.query(CLAIMS);
    await runner.query(CLAIM_GUARDS);
    await runner.query(FEEDS);
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

const ROYALTIES = `
  -- One result in the hands of one company: licensed out, or used by its owner.
  create table royalty_technology (
    id uuid primary key,
    agreement_id uuid not null references grant_agreement (id),
    company_id uuid not null references party (id),
    name text not null check (length(name) between 1 and 300),
    patent_number text check (length(patent_number) between 1 and 50),
    use text not null check (use in ('LICENCE', 'OWN_USE')),
    -- the part of the sales that the technology made; a licence is income as it is
    contribution_basis_points integer check (contribution_basis_points between 1 and 10000),
    contracted_on date not null,${WITNESS},
    unique (agreement_id, company_id, name, use),
    check ((use = 'OWN_USE') = (contribution_basis_points is not null))
  );
  create index royalty_technology_agreement on royalty_technology (agreement_id);
  create index royalty_technology_company on royalty_technology (company_id);
  select make_append_only('royalty_technology');
  select facts_stated_by('royalty_technology', 'grant-royalty.register');

  -- Income of a year, as its company declared it; a later turn corrects the one before.
  create table royalty_declaration (
    id uuid primary key,
    technology_id uuid not null references royalty_technology (id),
    year smallint not null check (year between 2000 and 2200),
    turn smallint not null check (turn > 0),
    -- licence income, or sales with the result
    income_won bigint not null check (income_won >= 0),
    -- the first day on which money came; null for a year without any
    collected_on date check (extract(year from collected_on) = year),
    declared_on date not null,
    jobs integer check (jobs between 0 and 100000),
    document_id uuid references document (id),${WITNESS},
    unique (technology_id, year, turn),
    check ((income_won = 0) = (collected_on is null)),
    check (extract(year from declared_on) >= year)
  );
  select make_append_only('royalty_declaration');
  select facts_stated_by('royalty_declaration', 'grant-royalty.declare');

  create function royalty_declaration_in_turn() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('royalty ' || new.technology_id, 0));
    if new.turn <> 1 + (select count(*) from royalty_declaration where technology_id = new.technology_id and year = new.year) then
      raise exception 'turn % of the declaration is not the next one', new.turn using errcode = 'check_violation', constraint = 'royalty_declaration_in_turn';
    end if;
    return new;
  end $$;
  create trigger royalty_declaration_in_turn before insert on royalty_declaration for each row execute function royalty_declaration_in_turn();
`;

const DIVISIONS = `
  -- How a non-profit owner divides what it received of a year: least parts are law, the last party takes what is left.
  create table royalty_division (
    id uuid primary key,
    technology_id uuid not null references royalty_technology (id),
    year smallint not null check (year between 2000 and 2200),
    basis text not null check (basis in ('INNOVATION_ACT', 'TRANSFER_ACT')),
    amount_won bigint not null check (amount_won > 0),
    divided_on date not null,${WITNESS},
    unique (technology_id, year, basis)
  );
  select make_append_only('royalty_division');

  create table royalty_division_part (
    division_id uuid not null references royalty_division (id),
    position smallint not null check (position > 0),
    recipient text not null check (recipient in ('RESEARCHERS', 'TRANSFER', 'CONTRIBUTORS', 'OTHERS')),
    -- null for whoever takes what is left
    least_basis_points integer check (least_basis_points between 0 and 10000),
    amount_won bigint not null check (amount_won >= 0),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    primary key (division_id, position),
    unique (division_id, recipient)
  );
  select make_append_only('royalty_division_part');
  select facts_stated_by('royalty_division', 'grant-royalty.divide');
  select facts_stated_by('royalty_division_part', 'grant-royalty.divide');

  -- At commit: the parts are the whole, and none is below its least.
  create function royalty_division_whole() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare its uuid := coalesce((to_jsonb(new) ->> 'division_id')::uuid, (to_jsonb(new) ->> 'id')::uuid);
  begin
    if (select d.amount_won from royalty_division d where d.id = its) is distinct from (select sum(p.amount_won) from royalty_division_part p where p.division_id = its) then
      raise exception 'the parts of division % are not the whole', its using errcode = 'check_violation', constraint = 'royalty_division_whole';
    end if;
    if exists (select 1 from royalty_division d join royalty_division_part p on p.division_id = d.id
                where d.id = its and p.amount_won::numeric * 10000 < d.amount_won::numeric * coalesce(p.least_basis_points, 0)) then
      raise exception 'a part of division % is below its least', its using errcode = 'check_violation', constraint = 'royalty_division_least';
    end if;
    return null;
  end $$;
  create constraint trigger royalty_division_whole after insert on royalty_division deferrable initially deferred for each row execute function royalty_division_whole();
  create constraint trigger royalty_division_part_whole after insert on royalty_division_part deferrable initially deferred for each row execute function royalty_division_whole();
`;

const CLAIMS = `
  -- What is owed to the Treasury after the project: the government's royalty of a year, or its part of what an asset brought.
  create table outcome_claim (
    id uuid primary key,
    call_id uuid not null references grant_call (id),
    agreement_id uuid not null references grant_agreement (id),
    number text not null unique check (number ~ '^(RY|AP)-[0-9]{4}-[0-9]{4,6}$'),
    ground text not null check (ground in ('ROYALTY', 'ASSET_PROCEEDS')),
    -- of a royalty
    year smallint check (year between 2000 and 2200),
    cap_won bigint check (cap_won >= 0),
    -- of proceeds
    disposal_id uuid unique references grant_asset_disposal (id),
    -- as computed, and as the notice asks for it: the state takes no less than ten won (국고금 관리법 제47조)
    computed_won bigint not null check (computed_won > 0),
    amount_won bigint not null check (amount_won > 0 and amount_won = computed_won - computed_won % 10),
    notice_on date not null,
    due_on date not null check (due_on > notice_on),
    working jsonb not null,${WITNESS},
    check ((ground = 'ROYALTY') = (year is not null and cap_won is not null)),
    check ((ground = 'ASSET_PROCEEDS') = (disposal_id is not null))
  );
  create index outcome_claim_agreement on outcome_claim (agreement_id);
  create index outcome_claim_call on outcome_claim (call_id);
  select make_append_only('outcome_claim');

  create table outcome_receipt (
    id uuid primary key,
    claim_id uuid not null references outcome_claim (id),
    amount_won bigint not null check (amount_won > 0),
    value_on date not null,
    bank_reference text check (length(bank_reference) between 1 and 100),${WITNESS}
  );
  create index outcome_receipt_claim on outcome_receipt (claim_id);
  select make_append_only('outcome_receipt');

  -- What came for claims of a call is paid to the Treasury, by its own number of payment.
  create table outcome_remittance (
    id uuid primary key,
    call_id uuid not null references grant_call (id),
    amount_won bigint not null check (amount_won > 0),
    remitted_on date not null,
    treasury_number text not null check (length(treasury_number) between 1 and 50),${WITNESS},
    unique (call_id, treasury_number)
  );
  select make_append_only('outcome_remittance');

  select facts_stated_by('outcome_claim', 'grant-royalty.notify', 'grant-asset.dispose');
  select facts_stated_by('outcome_receipt', 'outcome-claim.receive');
  select facts_stated_by('outcome_remittance', 'outcome-claim.remit');

  create function next_outcome_number(prefix text, of_year integer) returns text language plpgsql security definer set search_path = public, pg_temp as $$
  declare next text;
  begin
    perform pg_advisory_xact_lock(hashtextextended('outcome claim numbers', 0));
    select coalesce(max(substring(number from 9)::integer), 0) + 1 into next from outcome_claim where number like prefix || '-' || of_year || '-%';
    return prefix || '-' || of_year || '-' || lpad(next, greatest(4, length(next)), '0');
  end $$;
  revoke execute on function next_outcome_number(text, integer) from public;
`;

const CLAIM_GUARDS = `
  -- Royalties of a whole life stay below the cap (혁신법 시행령 제39조), however many notices are written at once; a claim lies in the call of its agreement.
  create function outcome_claim_within() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform 1 from grant_state where agreement_id = new.agreement_id for update;
    if not exists (select 1 from grant_agreement a where a.id = new.agreement_id and a.call_id = new.call_id) then
      raise exception 'claim % names things of different calls', new.number using errcode = 'check_violation', constraint = 'outcome_claim_one_call';
    end if;
    if new.ground = 'ROYALTY' and new.cap_won < (select sum(c.computed_won) from outcome_claim c where c.agreement_id = new.agreement_id and c.ground = 'ROYALTY') then
      raise exception 'the royalties of agreement % exceed their cap', new.agreement_id using errcode = 'check_violation', constraint = 'outcome_claim_within_cap';
    end if;
    if new.ground = 'ASSET_PROCEEDS' and not exists (
      select 1 from grant_asset_disposal d join grant_asset s on s.id = d.asset_id where d.id = new.disposal_id and s.agreement_id = new.agreement_id and d.government_won = new.computed_won) then
      raise exception 'claim % is not the government''s part of its disposal', new.number using errcode = 'check_violation', constraint = 'outcome_claim_of_disposal';
    end if;
    return null;
  end $$;
  create trigger outcome_claim_within after insert on outcome_claim for each row execute function outcome_claim_within();

  -- At commit: what is told of a claim is what the books hold of it.
  create function outcome_claim_ties() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    its uuid := coalesce((to_jsonb(new) ->> 'claim_id')::uuid, (to_jsonb(new) ->> 'id')::uuid);
    told numeric := (select c.amount_won - coalesce((select sum(r.amount_won) from outcome_receipt r where r.claim_id = c.id), 0) from outcome_claim c where c.id = its);
    booked numeric := coalesce((select b.balance from outcome_claim c join ledger_account a on a.key = 'grant/' || c.call_id || '/grant.outcome-receivable/' || c.id
                                  join account_balance b on b.account_id = a.id where c.id = its), 0);
  begin
    if told <> booked then
      raise exception 'open of claim %: % told, % booked', its, told, booked using errcode = 'check_violation', constraint = 'outcome_claim_ties';
    end if;
    return null;
  end $$;
  create constraint trigger outcome_claim_ties after insert on outcome_claim deferrable initially deferred for each row execute function outcome_claim_ties();
  create constraint trigger outcome_receipt_ties after insert on outcome_receipt deferrable initially deferred for each row execute function outcome_claim_ties();
`;

const FEEDS = `
  -- That something was done of which nothing else in the program tells: a disclosure, a reminder.
  create table grant_deadline_done (
    key text not null check (key ~ '^[a-z]+(-[a-z]+)*$'),
    subject_id uuid not null,
    from_on date not null,
    call_id uuid not null references grant_call (id),
    done_on date not null check (done_on >= from_on),
    note text check (length(note) between 1 and 500),
    document_id uuid references document (id),${WITNESS},
    primary key (key, subject_id, from_on)
  );
  create index grant_deadline_done_call on grant_deadline_done (call_id);
  select make_append_only('grant_deadline_done');
  select facts_stated_by('grant_deadline_done', 'grant-deadline.fulfil');

  -- A person's own address from which a calendar fetches deadlines. Its secret is no row: it is made of the id under a key of the installation.
  create table calendar_feed (
    id uuid primary key,
    user_id uuid not null references app_user (id),
    name text not null check (length(btrim(name)) between 1 and 100),${WITNESS}
  );
  create index calendar_feed_user on calendar_feed (user_id);
  select make_append_only('calendar_feed');
  create table calendar_feed_end (
    feed_id uuid primary key references calendar_feed (id),${WITNESS}
  );
  select make_append_only('calendar_feed_end');
  select facts_stated_by('calendar_feed', 'calendar-feed.create');
  select facts_stated_by('calendar_feed_end', 'calendar-feed.revoke');
`;

const GRANTS = `
  grant select on royalty_technology, royalty_declaration, royalty_division, royalty_division_part, outcome_claim, outcome_receipt, outcome_remittance, grant_deadline_done, calendar_feed, calendar_feed_end
    to baton_app, baton_auditor;
  grant insert on royalty_technology, royalty_declaration, royalty_division, royalty_division_part, outcome_claim, outcome_receipt, outcome_remittance, grant_deadline_done, calendar_feed, calendar_feed_end to baton_app;
  grant execute on function next_outcome_number(text, integer) to baton_app;
`;
