import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pools of reverse matching, zones and projects. */
export class Matching1764300000100 implements MigrationInterface {
  readonly name = 'Matching1764300000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(STATED_ALSO);
    await runner.query(ZONES);
    await runner.query(PLANS);
    await runner.query(PROJECTS);
    await runner.query(ONLY_BY_MATCHING);
    await runner.query(VERSIONS);
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

const STATED_ALSO = `
  alter table grant_call drop constraint grant_call_kind_check;
  alter table grant_call add constraint grant_call_kind_check check (kind in ('PROTOTYPE', 'BRIDGE', 'BASIC_TIER', 'OSMU', 'TEST_BED', 'MATCHING'));

  -- Lets further commands state rows of a table, beside those that may already: an instrument that stands on another one says so in
  -- its own migration and need not know the list.
  create function facts_stated_also_by(target regclass, variadic commands text[]) returns void language plpgsql as $$
  declare stated text[];
  begin
    select array_remove(array_remove(string_to_array(encode(t.tgargs, 'escape'), '\\000'), ''), 'policy.install') into stated
      from pg_trigger t join pg_proc p on p.oid = t.tgfoid where t.tgrelid = target and p.proname = 'fact_stated';
    if stated is null then
      raise exception '% is asked for no command: say facts_stated_by first', target;
    end if;
    perform facts_stated_by(target, variadic array(select distinct each from unnest(stated || commands) as each order by each));
  end $$;
  -- Lets \`also\` state whatever \`command\` may: it goes through the same steps in its own transaction.
  create function facts_stated_alike(command text, also text) returns void language plpgsql as $$
  declare fact regclass;
  begin
    for fact in select t.tgrelid::regclass from pg_trigger t join pg_proc p on p.oid = t.tgfoid where p.proname = 'fact_stated' and command = any (string_to_array(encode(t.tgargs, 'escape'), '\\000')) loop
      perform facts_stated_also_by(fact, also);
    end loop;
  end $$;
  revoke execute on function facts_stated_also_by(regclass, variadic text[]), facts_stated_alike(text, text) from public;

  select facts_stated_alike('grant-call.open', 'matching-pool.open');
  select facts_stated_alike('grant-application.receive', 'matching-project.plan');
  select facts_stated_alike('grant-selection.decide', 'matching-pool.decide-queue');
  select facts_stated_alike('grant-agreement.conclude', 'matching-project.conclude');
  select facts_stated_alike('grant-register.import', 'matching-register.import');
`;

const ZONES = `
  -- Special R&D zones as reference data. On a day the row with the latest first day of its code counts, the later recorded of two;
  -- a zone that ends, or covers other places from a day on, is a further row.
  create table matching_zone (
    id uuid primary key,
    code text not null check (code ~ '^[A-Z][A-Z0-9-]{1,39}$'),
    name_ko text not null check (length(name_ko) between 1 and 100),
    name_en text not null check (length(name_en) between 1 and 100),
    -- 연구개발특구의 육성에 관한 특별법 시행령 제5조
    mode text not null check (mode in ('LARGE', 'COMPACT')),
    regions text not null check (length(regions) between 1 and 500),
    valid_from date not null,
    valid_to date check (valid_to >= valid_from),
    source text not null check (source in ('LAW', 'AGREEMENT', 'NOTICE', 'SEED', 'PRACTICE', 'ASSUMPTION')),
    clause text not null check (length(clause) between 1 and 300),${WITNESS}
  );
  create index matching_zone_code on matching_zone (code, valid_from desc, recorded_at desc);
  select make_append_only('matching_zone');
  select facts_stated_by('matching_zone', 'matching-zone.record');
`;

const PLANS = `
  -- What a company plans: with whom, with how much of its own cash, and why it chose them. The rest is in its application.
  create table matching_plan (
    application_id uuid primary key references grant_application (id),
    company_id uuid not null references party (id),
    performer_id uuid not null references party (id),
    private_won bigint not null check (private_won > 0),
    -- of this project; null: that of the pool
    match_basis_points integer check (match_basis_points between 1 and 100000),
    researcher text not null check (length(researcher) between 1 and 100),
    chosen_because text not null check (char_length(btrim(chosen_because)) >= 10),
    -- between company and performer as the company declares it
    relation text not null check (relation in ('NONE', 'OFFICER', 'SHAREHOLDER', 'AFFILIATE', 'FAMILY', 'OTHER')),
    relation_note text check (length(relation_note) between 5 and 1000),
    company_zone text,
    company_place text check (length(company_place) between 2 and 300),
    performer_zone text,
    performer_place text check (length(performer_place) between 2 and 300),
    ip_terms text not null check (char_length(btrim(ip_terms)) >= 5),
    royalty_terms text not null check (char_length(btrim(royalty_terms)) >= 5),${WITNESS},
    check (company_id <> performer_id),
    check (relation = 'NONE' or relation_note is not null),
    check (company_zone is null or company_place is not null),
    check (performer_zone is null or performer_place is not null)
  );
  create index matching_plan_company on matching_plan (company_id);
  create index matching_plan_performer on matching_plan (performer_id);
  select make_append_only('matching_plan');
  select facts_stated_by('matching_plan', 'matching-project.plan');

  -- Company and performer are the applicants: both are checked.
  create function matching_plan_stands() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if (select c.kind from grant_application a join grant_call c on c.id = a.call_id where a.id = new.application_id) is distinct from 'MATCHING'
       or not exists (select 1 from grant_applicant where application_id = new.application_id and party_id = new.performer_id and role = 'LEAD' and own_cash_won = new.private_won)
       or not exists (select 1 from grant_applicant where application_id = new.application_id and party_id = new.company_id and role = 'JOINT') then
      raise exception 'the plan of application % is not what was applied for', new.application_id using errcode = 'check_violation', constraint = 'matching_plan_stands';
    end if;
    return null;
  end $$;
  create constraint trigger matching_plan_stands after insert on matching_plan deferrable initially deferred for each row execute function matching_plan_stands();
`;

/** What match, cap, budget and share leave of a commitment; in whole won, each bound floored. */
const COMMITMENT = `least(private_won * match_basis_points / 10000, cap_won, budget_left_won,
                            case when government_at_most < 10000 then private_won * government_at_most / (10000 - government_at_most) end)`;
const BOUNDS = `
    match_basis_points integer not null check (match_basis_points between 1 and 100000),
    government_at_most integer not null check (government_at_most between 1 and 10000),
    cap_won bigint not null check (cap_won > 0),
    budget_left_won bigint not null check (budget_left_won >= 0),
    government_won bigint not null,
    bound text not null check (bound in ('MATCH', 'CAP', 'BUDGET', 'SHARE')),`;

const PROJECTS = `
  -- The queue as it was decided: who stands where, what each gets, and what keeps it from being more.
  create table matching_queue_place (
    selection_id uuid not null,
    application_id uuid not null,
    position smallint not null check (position > 0),
    private_won bigint not null check (private_won > 0 and private_won < 10000000000000),${BOUNDS}
    command_id uuid not null references command_log (id) deferrable initially deferred,
    primary key (selection_id, application_id),
    unique (selection_id, position),
    foreign key (selection_id, application_id) references grant_selection_result (selection_id, application_id),
    constraint matching_queue_place_commitment check (government_won = ${COMMITMENT})
  );
  create index matching_queue_place_application on matching_queue_place (application_id);
  select make_append_only('matching_queue_place');
  select facts_stated_by('matching_queue_place', 'matching-pool.decide-queue');

  -- What a matching project is beside its agreement: whose money the private money is, where they are, and how the commitment came about.
  create table matching_project (
    agreement_id uuid primary key references grant_agreement (id),
    call_id uuid not null references grant_call (id),
    company_id uuid not null references party (id),
    -- the party of the agreement, to whom the government pays
    performer_id uuid not null references party (id),
    researcher text,
    chosen_because text,
    relation text check (relation in ('NONE', 'OFFICER', 'SHAREHOLDER', 'AFFILIATE', 'FAMILY', 'OTHER')),
    relation_note text,
    -- the zone on the day of the agreement and who lies in it; a register may tell of a project in none
    zone_id uuid references matching_zone (id), zone_party text check (zone_party in ('COMPANY', 'PERFORMER')), zone_stated text,
    private_won bigint not null check (private_won > 0 and private_won < 10000000000000),${BOUNDS}
    position smallint not null check (position > 0),
    -- as a register typed it
    stated_government_won bigint check (stated_government_won >= 0),
    ip_terms text,
    royalty_terms text,
    committed_on date not null,${WITNESS},
    unique (call_id, position),
    constraint matching_project_commitment check (government_won = ${COMMITMENT})
  );
  create index matching_project_company on matching_project (company_id);
  create index matching_project_performer on matching_project (performer_id);
  select make_append_only('matching_project');
  select facts_stated_by('matching_project', 'matching-project.conclude', 'matching-register.import');

  -- What the settlement of a project found, as a register tells it: the government's part of it comes back.
  create table matching_settlement (
    agreement_id uuid not null references matching_project (agreement_id),
    settled_on date not null,
    unspent_won bigint not null check (unspent_won >= 0),
    disallowed_won bigint not null check (disallowed_won >= 0),
    interest_won bigint not null check (interest_won >= 0),${WITNESS},
    primary key (agreement_id, settled_on)
  );
  select make_append_only('matching_settlement');
  select facts_stated_by('matching_settlement', 'matching-register.import');

  -- Asked at commit: the agreement is of this pool, the money goes to its performer, it lies in a zone of its day, and it is the next of its pool.
  create function matching_project_stands() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare its grant_agreement := (select g from grant_agreement g where g.id = new.agreement_id);
  begin
    if its.call_id <> new.call_id or its.party_id <> new.performer_id or its.agreed_on <> new.committed_on or (select kind from grant_call where id = new.call_id) <> 'MATCHING' then
      raise exception 'project % is not what its agreement says', its.number using errcode = 'check_violation', constraint = 'matching_project_of_agreement';
    end if;
    if (select command from command_log where id = new.command_id) is distinct from 'matching-register.import'
       and not exists (select 1 from matching_zone z where z.id = new.zone_id and z.valid_from <= new.committed_on and (z.valid_to is null or z.valid_to >= new.committed_on)) then
      raise exception 'project % lies in no zone on %', its.number, new.committed_on using errcode = 'check_violation', constraint = 'matching_project_in_a_zone';
    end if;
    return null;
  end $$;
  create constraint trigger matching_project_stands after insert on matching_project deferrable initially deferred for each row execute function matching_project_stands();

  -- Every agreement of a pool is a matching project.
  create function matching_agreement_has_project() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if (select kind from grant_call where id = new.call_id) = 'MATCHING' and not exists (select 1 from matching_project where agreement_id = new.id) then
      raise exception 'agreement % of a pool is no matching project', new.number using errcode = 'check_violation', constraint = 'matching_agreement_has_project';
    end if;
    return null;
  end $$;
  create constraint trigger matching_agreement_has_project after insert on grant_agreement deferrable initially deferred for each row execute function matching_agreement_has_project();
`;

const ONLY_BY_MATCHING = `
  -- In a pool the government follows private cash: what lets it pay, and what counts as private cash, is stated by matching alone.
  -- The owner lays foundations and restores, and is not asked. Asked at commit: whoever states a row is logged last.
  create function matching_states_it() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    told jsonb := to_jsonb(new);
    its uuid := case tg_table_name
      when 'grant_call' then (told ->> 'id')::uuid
      when 'grant_own_share' then (select call_id from grant_agreement where id = (told ->> 'agreement_id')::uuid)
      when 'grant_own_share_reversal' then (select a.call_id from grant_own_share s join grant_agreement a on a.id = s.agreement_id where s.id = (told ->> 'own_share_id')::uuid)
      when 'grant_tranche_event' then (select a.call_id from grant_tranche t join grant_agreement a on a.id = t.agreement_id where t.id = (told ->> 'tranche_id')::uuid)
      else (told ->> 'call_id')::uuid end;
  begin
    if session_user <> current_user and (select kind from grant_call where id = its) = 'MATCHING'
       and (tg_table_name <> 'grant_tranche_event' or told ->> 'event' in ('request', 'decide', 'void'))
       and not exists (select 1 from command_log where id = new.command_id and (command like 'matching-%' or (tg_table_name like 'grant_own_share%' and command like 'bank-%'))) then
      raise exception 'in a pool % is stated by matching', tg_table_name using errcode = 'check_violation', constraint = 'matching_states_it';
    end if;
    return null;
  end $$;
  create constraint trigger matching_states_calls after insert on grant_call deferrable initially deferred for each row execute function matching_states_it();
  create constraint trigger matching_states_selections after insert on grant_selection deferrable initially deferred for each row execute function matching_states_it();
  create constraint trigger matching_states_agreements after insert on grant_agreement deferrable initially deferred for each row execute function matching_states_it();
  create constraint trigger matching_states_own_shares after insert on grant_own_share deferrable initially deferred for each row execute function matching_states_it();
  create constraint trigger matching_states_reversals after insert on grant_own_share_reversal deferrable initially deferred for each row execute function matching_states_it();
  create constraint trigger matching_states_tranches after insert on grant_tranche_event deferrable initially deferred for each row execute function matching_states_it();

  -- Of a register nobody asked: it tells what was decided by others.
  create or replace function grant_tranche_two_persons() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if new.event = 'decide' and session_user <> current_user
       and not exists (select 1 from command_log c where c.id = new.command_id and c.command in ('grant-register.import', 'matching-register.import'))
       and person_of(new.command_id) = (select person_of(e.command_id) from grant_tranche_event e where e.tranche_id = new.tranche_id and e.event = 'request' order by e.id desc limit 1) then
      raise exception 'who asked for tranche % does not decide on it', new.tranche_id using errcode = 'check_violation', constraint = 'grant_tranche_two_persons';
    end if;
    return null;
  end $$;
`;

const VERSIONS = `
  -- As before, with what matching concludes and tells; and no version of a pool's agreement takes more of the government than was committed.
  create or replace function grant_version_stands() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    stated text := (select command from command_log where id = new.command_id);
    earlier grant_version;
    beyond text;
    project matching_project := (select p from matching_project p where p.agreement_id = new.agreement_id);
    brought record;
  begin
    if project.agreement_id is not null then
      select coalesce(sum(amount_won) filter (where source = 'GOVERNMENT'), 0) as government, coalesce(sum(amount_won) filter (where source = 'OWN' and resource = 'CASH'), 0) as own
        into brought from grant_source_plan where version_id = new.id;
      if brought.government > project.government_won or (new.version = 1 and (brought.government, brought.own) <> (project.government_won, project.private_won)) then
        raise exception 'version % of a matching project is not what was committed', new.version using errcode = 'check_violation', constraint = 'matching_version_within_commitment';
      end if;
    end if;
    if stated in ('grant-register.import', 'matching-register.import') then return null; end if;
    if session_user <> current_user and stated is distinct from (case new.manner
         when 'CONCLUDED' then case when project.agreement_id is null then 'grant-agreement.conclude' else 'matching-project.conclude' end
         when 'APPROVAL' then 'grant-agreement.amend' else 'grant-agreement.notify' end) then
      raise exception '% does not state a version by %', stated, new.manner using errcode = 'check_violation', constraint = 'grant_version_manner';
    end if;
    if exists (select 1 from (select s.stage, s.fiscal_year, s.resource, s.amount_won from grant_source_plan s where s.version_id = new.id
                              union all select l.stage, p.fiscal_year, l.resource, -p.amount_won from grant_line_plan p join grant_line l on l.id = p.line_id where p.version_id = new.id and p.kind = 'PLANNED') as row
                group by stage, fiscal_year, resource having sum(amount_won) <> 0) then
      raise exception 'lines and sources of version % differ', new.version using errcode = 'check_violation', constraint = 'grant_version_balances';
    end if;
    if new.manner = 'NOTICE' then
      select * into earlier from grant_version where agreement_id = new.agreement_id and version = new.version - 1;
      beyond := grant_beyond_notice(new, earlier);
      if beyond is not null then
        raise exception 'a notice does not change %', beyond using errcode = 'check_violation', constraint = 'grant_version_notice';
      end if;
    end if;
    return null;
  end $$;
`;

const GRANTS = `
  grant select on matching_zone, matching_plan, matching_queue_place, matching_project, matching_settlement to baton_app, baton_auditor;
  grant insert on matching_zone, matching_plan, matching_queue_place, matching_project, matching_settlement to baton_app;
`;
