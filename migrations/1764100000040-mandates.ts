import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The rules of a mandate as data, and what the statute asks of funds and those who manage them. */
export class Mandates1764100000040 implements MigrationInterface {
  readonly name = 'Mandates1764100000040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(MANDATE_RULE);
    await runner.query(MANDATE_GUARDS);
    await runner.query(STATUTE);
    await runner.query(SCOPES);
    await runner.query(GRANTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const MANDATE_RULE = `
  -- One wording of one rule. A later wording of the same rule_id follows it from its day on; none is ever changed.
  create table mandate_rule (
    id uuid primary key,
    rule_id uuid not null,
    version integer not null check (version > 0),
    level text not null check (level in ('FUND', 'GENERAL_PARTNER', 'PROGRAMME')),
    fund_id uuid references fund (id),
    general_partner_id uuid references party (id),
    programme_id uuid references programme (id),
    name_ko text not null check (length(name_ko) between 1 and 100),
    name_en text not null check (length(name_en) between 1 and 100),
    -- which deals count, in the language of libs/fund/src/obligation/mandate
    counts jsonb not null check (counts ->> 'kind' in ('EVERY', 'TRAIT', 'ALL_OF', 'ANY_OF', 'NOT')),
    denominator text not null check (denominator in ('COMMITTED', 'PAID_IN', 'INVESTED', 'COMMITTED_MINUS_FEES', 'FIXED_AMOUNT', 'PARTNER_STAKE')),
    fixed_base_won bigint check (fixed_base_won > 0),
    stake_partner_id uuid references fund_partner (id),
    -- above 10,000 it is a multiple: twice a stake is 20,000
    ratio_basis_points integer not null check (ratio_basis_points between 1 and 100000),
    measure text not null check (measure in ('CUMULATIVE_COST', 'OUTSTANDING_COST')),
    test jsonb not null check (test ->> 'kind' in ('BY_DEADLINE', 'AT_ALL_TIMES', 'MILESTONES')),
    starts_on date not null,
    grace_days integer not null check (grace_days between 0 and 3660),
    cure_days integer not null check (cure_days between 0 and 3660),
    penalty text check (length(penalty) <= 500),
    clause text not null check (length(clause) between 1 and 300),
    source text not null check (source in ('LAW', 'AGREEMENT', 'NOTICE', 'SEED', 'PRACTICE', 'ASSUMPTION')),
    effective_from date not null,
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    unique (rule_id, version),
    constraint mandate_rule_of_one check (num_nonnulls(fund_id, general_partner_id, programme_id) = 1
      and (level = 'FUND') = (fund_id is not null) and (level = 'PROGRAMME') = (programme_id is not null)),
    constraint mandate_rule_fixed_base check ((denominator = 'FIXED_AMOUNT') = (fixed_base_won is not null)),
    constraint mandate_rule_stake check ((denominator = 'PARTNER_STAKE') = (stake_partner_id is not null) and (stake_partner_id is null or level = 'FUND')),
    -- what must hold at every moment can be asked of a base that every deal moves, and of no other: it could not hold on the first day
    constraint mandate_rule_at_all_times check (test ->> 'kind' <> 'AT_ALL_TIMES' or denominator = 'INVESTED'),
    constraint mandate_rule_deadline check (test ->> 'kind' <> 'BY_DEADLINE' or (test ->> 'deadlineOn')::date >= starts_on)
  );
  create index mandate_rule_fund on mandate_rule (fund_id);
  create index mandate_rule_partner on mandate_rule (general_partner_id);
  create index mandate_rule_programme on mandate_rule (programme_id);
  select make_append_only('mandate_rule');
  select facts_stated_by('mandate_rule', 'mandate.decide');

  -- From this day on the rule asks for nothing any more, whatever its last wording says.
  create table mandate_end (
    rule_id uuid primary key,
    ended_on date not null,
    reason text not null check (length(reason) between 1 and 500),
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred
  );
  select make_append_only('mandate_end');
  select facts_stated_by('mandate_end', 'mandate.end');
`;

const MANDATE_GUARDS = `
  -- The wordings of a rule are numbered without gaps, are about the same fund, partner or programme, follow each other in time, and stop at its end.
  create function mandate_rule_follows() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare before mandate_rule;
  begin
    perform pg_advisory_xact_lock(hashtextextended('mandate ' || new.rule_id, 0));
    select * into before from mandate_rule where rule_id = new.rule_id order by version desc limit 1;
    if new.version <> coalesce(before.version, 0) + 1 then
      raise exception 'version % of rule % does not follow', new.version, new.rule_id using errcode = 'check_violation', constraint = 'mandate_rule_version';
    end if;
    if before.id is not null and (before.level, before.fund_id, before.general_partner_id, before.programme_id)
         is distinct from (new.level, new.fund_id, new.general_partner_id, new.programme_id) then
      raise exception 'rule % is about something else', new.rule_id using errcode = 'check_violation', constraint = 'mandate_rule_same_key';
    end if;
    if before.effective_from > new.effective_from then
      raise exception 'a later version of rule % takes effect earlier', new.rule_id using errcode = 'check_violation', constraint = 'mandate_rule_in_order';
    end if;
    if exists (select 1 from mandate_end e where e.rule_id = new.rule_id) then
      raise exception 'rule % has ended', new.rule_id using errcode = 'check_violation', constraint = 'mandate_rule_not_ended';
    end if;
    if new.stake_partner_id is not null and not exists (select 1 from fund_partner p where p.id = new.stake_partner_id and p.fund_id = new.fund_id) then
      raise exception 'the stake is of another fund' using errcode = 'check_violation', constraint = 'mandate_rule_own_partner';
    end if;
    return new;
  end $$;
  create trigger mandate_rule_follows before insert on mandate_rule for each row execute function mandate_rule_follows();

  create function mandate_end_of_rule() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('mandate ' || new.rule_id, 0));
    if not exists (select 1 from mandate_rule r where r.rule_id = new.rule_id and r.effective_from <= new.ended_on) then
      raise exception 'there is no rule % to end on that day', new.rule_id using errcode = 'foreign_key_violation', constraint = 'mandate_end_rule';
    end if;
    return new;
  end $$;
  create trigger mandate_end_of_rule before insert on mandate_end for each row execute function mandate_end_of_rule();
`;

const STATUTE = `
  -- What a fund is to 벤처투자법 §51; what was said last and is in effect holds.
  create table statutory_profile (
    id uuid primary key,
    fund_id uuid not null references fund (id),
    purpose text not null check (purpose in ('GENERAL', 'MERGER_ACQUISITION', 'SECONDARY', 'PRIVATE_FUND_OF_FUNDS')),
    -- §70⑥: the fund of funds has set a ratio of its own
    special_ratio boolean not null,
    -- §51⑤: a year more that the Minister granted
    grace_to date check (grace_to > effective_from),
    clause text not null check (length(clause) between 1 and 300),
    effective_from date not null,
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred
  );
  create index statutory_profile_fund on statutory_profile (fund_id, effective_from);
  select make_append_only('statutory_profile');
  select facts_stated_by('statutory_profile', 'statutory-profile.record');

  -- Who manages decides what is tested: §38 adds a company's own capital, §51② wants early start-ups, KVIC is exempt.
  create table general_partner_profile (
    id uuid primary key,
    general_partner_id uuid not null references party (id),
    kind text not null check (kind in ('VENTURE_INVESTMENT_COMPANY', 'STARTUP_ACCELERATOR', 'OTHER', 'FUND_OF_FUNDS_MANAGER')),
    own_capital_won bigint not null check (own_capital_won >= 0),
    clause text not null check (length(clause) between 1 and 300),
    effective_from date not null,
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    constraint own_capital_of_a_company check (kind = 'VENTURE_INVESTMENT_COMPANY' or own_capital_won = 0)
  );
  create index general_partner_profile_partner on general_partner_profile (general_partner_id, effective_from);
  select make_append_only('general_partner_profile');
  select facts_stated_by('general_partner_profile', 'general-partner-profile.record');
`;

/** Rules of a programme or of a manager are seen by who sees any of its funds, and stated by who holds the whole of it. */
const SCOPES = `
  create function baton_general_partners() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
    select general_partner_id from fund where id in (select baton_funds())
     union select party_id from fund_partner where kind = 'GENERAL' and fund_id in (select baton_funds())
  $$;
  create function baton_mandate_rules() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
    select rule_id from mandate_rule where fund_id in (select baton_funds()) or programme_id in (select baton_programmes())
        or general_partner_id in (select baton_general_partners())
  $$;
  create function baton_own_mandate_rules() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
    select rule_id from mandate_rule where fund_id in (select baton_funds()) or programme_id in (select baton_scoped('programme'))
  $$;
  -- How many funds a rule counts together, also for who may not see them: a figure of a part is no figure of the whole.
  create function mandate_fund_count(of_level text, of_key uuid, as_of date, known_before timestamptz) returns integer language sql stable security definer set search_path = public, pg_temp as $$
    select count(*)::integer from fund f join vintage v on v.id = f.vintage_id
     where f.founded_on <= as_of and f.known_at < known_before
       and case of_level when 'PROGRAMME' then v.programme_id = of_key
                         when 'GENERAL_PARTNER' then exists (select 1 from fund_partner p where p.fund_id = f.id and p.party_id = of_key and p.kind = 'GENERAL')
                         else f.id = of_key end
  $$;
  revoke execute on function mandate_fund_count(text, uuid, date, timestamptz) from public;
  alter table mandate_rule enable row level security;
  create policy seen_in_scope on mandate_rule for select using ((select baton_sees_all()) or fund_id in (select baton_funds())
    or programme_id in (select baton_programmes()) or general_partner_id in (select baton_general_partners()));
  create policy written_in_scope on mandate_rule for insert with check ((select baton_sees_all()) or fund_id in (select baton_funds())
    or programme_id in (select baton_scoped('programme')));
  alter table mandate_end enable row level security;
  create policy seen_in_scope on mandate_end for select using ((select baton_sees_all()) or rule_id in (select baton_mandate_rules()));
  create policy written_in_scope on mandate_end for insert with check ((select baton_sees_all()) or rule_id in (select baton_own_mandate_rules()));
  alter table statutory_profile enable row level security;
  create policy in_scope on statutory_profile using ((select baton_sees_all()) or fund_id in (select baton_funds()));
  alter table general_partner_profile enable row level security;
  create policy seen_in_scope on general_partner_profile for select using ((select baton_sees_all()) or general_partner_id in (select baton_general_partners()));
  create policy written_in_scope on general_partner_profile for insert with check ((select baton_sees_all()));
`;

const GRANTS = `
  grant select on mandate_rule, mandate_end, statutory_profile, general_partner_profile to baton_app, baton_auditor;
  grant execute on function mandate_fund_count(text, uuid, date, timestamptz) to baton_app, baton_auditor;
  grant insert on mandate_rule, mandate_end, statutory_profile, general_partner_profile to baton_app;
`;
