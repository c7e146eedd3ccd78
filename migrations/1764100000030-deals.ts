import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a deal is beside its amount: terms, traits, what it was converted into, waivers of soft rules, and who is related to whom. */
export class Deals1764100000030 implements MigrationInterface {
  readonly name = 'Deals1764100000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TERMS);
    await runner.query(CONVERSIONS);
    await runner.query(RESCISSIONS);
    await runner.query(WAIVERS);
    await runner.query(RELATIONS);
    await runner.query(GENERAL_PARTNERS);
    await runner.query(STATED_BY);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const WITNESS = `
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred`;

const TERMS = `
  create table deal_term (
    investment_id uuid primary key references investment (id),
    pre_money_won bigint check (pre_money_won > 0),
    post_money_won bigint check (post_money_won > pre_money_won),
    total_shares bigint check (total_shares > 0),
    -- after the deal, as an exact fraction in lowest terms
    ownership_numerator bigint check (ownership_numerator >= 0),
    ownership_denominator bigint check (ownership_denominator > 0),
    newly_issued boolean not null,
    -- of bonds: nothing was pledged for them
    unsecured boolean not null,
    -- on the day of payment
    listed boolean not null,
    overseas boolean not null,
    project text check (char_length(btrim(project)) between 1 and 200),
    statutory_target text check (statutory_target in ('STARTUP', 'INNOVATIVE_SME', 'VENTURE_FIRM', 'SME_PROJECT')),
    -- whom old shares were bought from
    seller_id uuid references party (id),
    seller_fund_id uuid references fund (id),
    -- the prior consent of all partners to a deal with somebody related
    consent_document_id uuid references document (id),
    disclosure jsonb not null check (jsonb_typeof(disclosure) = 'object'),
    terms jsonb not null check (jsonb_typeof(terms) = 'object'),${WITNESS},
    check ((ownership_numerator is null) = (ownership_denominator is null)),
    check (ownership_numerator <= ownership_denominator),
    check (seller_id is null or seller_fund_id is null),
    check (not newly_issued or (seller_id is null and seller_fund_id is null))
  );
  create index deal_term_listed on deal_term (investment_id) where listed;
  select make_append_only('deal_term');

  -- Terms are told with the deal; a SAFE knows neither a last day nor interest (시행규칙 §3), a project has a name.
  create function deal_term_admitted() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare deal investment;
  begin
    select * into deal from investment where id = new.investment_id;
    if deal.command_id is distinct from new.command_id then
      raise exception 'the terms of % are told with the deal', new.investment_id using errcode = 'check_violation', constraint = 'deal_term_with_its_deal';
    end if;
    if deal.instrument = 'SAFE' and new.terms ?| array['maturityOn', 'couponBasisPoints'] then
      raise exception 'a SAFE has neither maturity nor interest' using errcode = 'check_violation', constraint = 'deal_term_of_safe';
    end if;
    if deal.instrument = 'PROJECT' and new.project is null then
      raise exception 'a project has a name' using errcode = 'check_violation', constraint = 'deal_term_of_project';
    end if;
    if deal.instrument = 'SECONDARY' and new.newly_issued then
      raise exception 'old shares are not newly issued' using errcode = 'check_violation', constraint = 'deal_term_of_secondary';
    end if;
    return new;
  end $$;
  create trigger deal_term_admitted before insert on deal_term for each row execute function deal_term_admitted();

  -- What no other fact says of a deal (a region, a special zone). The value known last among those in effect holds; null takes it away.
  create table deal_trait (
    id bigint generated always as identity primary key,
    investment_id uuid not null references investment (id),
    dimension text not null check (dimension ~ '^[a-z][a-z-]{1,39}$'
      and dimension not in ('company', 'shares', 'place', 'market', 'kind', 'project', 'route', 'purpose', 'stage')),
    value text check (char_length(btrim(value)) between 1 and 100),
    effective_on date not null,${WITNESS}
  );
  create index deal_trait_investment on deal_trait (investment_id, dimension, known_at);
  select make_append_only('deal_trait');
`;

const CONVERSIONS = `
  -- A holding became another one, without cash. Its cost stays where it was paid; what was converted cannot be converted again.
  create table deal_conversion (
    investment_id uuid primary key references investment (id),
    -- the holding that was converted: the deal paid in cash, or what an earlier conversion made of it
    from_id uuid not null references investment (id) check (from_id <> investment_id),
    converted_won bigint not null check (converted_won > 0),${WITNESS}
  );
  create index deal_conversion_from on deal_conversion (from_id);
  select make_append_only('deal_conversion');

  create function deal_conversion_admitted() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    made investment;
    source investment;
    root investment;
    converted numeric;
    sold numeric;
  begin
    select * into made from investment where id = new.investment_id;
    select * into source from investment where id = new.from_id;
    -- The lock of the fund: two conversions of one holding see each other.
    perform pg_advisory_xact_lock(hashtextextended('fund ' || source.fund_id, 0));
    select * into root from investment where id = case source.kind when 'CONVERSION' then source.origin_id else source.id end;
    if made.kind <> 'CONVERSION' or made.fund_id <> source.fund_id or made.company_id <> source.company_id or made.origin_id is distinct from root.id
       or made.amount_won <> new.converted_won or made.command_id <> new.command_id then
      raise exception 'conversion % is not of this holding', new.investment_id using errcode = 'check_violation', constraint = 'deal_conversion_of_its_holding';
    end if;
    if source.instrument not in ('RCPS', 'CPS', 'CB', 'BW', 'EB', 'SAFE', 'CONVERTIBLE_NOTE') then
      raise exception '% cannot be converted', source.instrument using errcode = 'check_violation', constraint = 'deal_conversion_of_a_convertible';
    end if;
    if exists (select 1 from investment_void where investment_id in (source.id, root.id))
       or exists (select 1 from investment_exit where investment_id = root.id and kind = 'RESCISSION') then
      raise exception 'holding % stands no more', new.from_id using errcode = 'check_violation', constraint = 'deal_conversion_of_a_standing_holding';
    end if;
    select coalesce(sum(c.converted_won), 0) into converted from deal_conversion c
     where c.from_id = new.from_id and not exists (select 1 from investment_void v where v.investment_id = c.investment_id);
    select coalesce(sum(cost_won), 0) into sold from investment_exit where investment_id = root.id;
    if converted + new.converted_won > source.amount_won or new.converted_won > root.amount_won - sold then
      raise exception 'more is converted than is held of %', new.from_id using errcode = 'check_violation', constraint = 'deal_conversion_within_holding';
    end if;
    return new;
  end $$;
  create trigger deal_conversion_admitted before insert on deal_conversion for each row execute function deal_conversion_admitted();

  -- A deal whose conversions stand is not undone under them.
  create function investment_void_admitted() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if exists (select 1 from deal_conversion c where c.from_id = new.investment_id
                and not exists (select 1 from investment_void v where v.investment_id = c.investment_id)) then
      raise exception 'deal % was converted', new.investment_id using errcode = 'check_violation', constraint = 'investment_void_unconverted';
    end if;
    return new;
  end $$;
  create trigger investment_void_admitted before insert on investment_void for each row execute function investment_void_admitted();
`;

/** Asked at commit: the command that states a row is logged last. What an import tells has happened and is not asked. */
const RESCISSIONS = `
  create function investment_exit_rescission() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    others bigint;
    deal investment;
  begin
    if session_user = current_user or exists (select 1 from command_log where id = new.command_id and command = 'fund-register.import') then
      return null;
    end if;
    select * into deal from investment where id = new.investment_id;
    select count(*) into others from investment_exit where investment_id = new.investment_id and id <> new.id and (new.kind = 'RESCISSION' or kind = 'RESCISSION');
    if others > 0 or (new.kind = 'RESCISSION' and (deal.kind = 'CONVERSION' or new.cost_won <> deal.amount_won
         or exists (select 1 from investment_void where investment_id = deal.id)
         or not exists (select 1 from command_log where id = new.command_id and command = 'investment.rescind'))) then
      raise exception 'a rescission undoes the whole of a deal that nothing else came of' using errcode = 'check_violation', constraint = 'investment_exit_rescission';
    end if;
    return null;
  end $$;
  create constraint trigger investment_exit_rescission after insert on investment_exit deferrable initially deferred
    for each row execute function investment_exit_rescission();
`;

const WAIVERS = `
  create table waiver (
    id uuid primary key,
    fund_id uuid not null references fund (id),
    number text not null,
    -- what partners agreed among themselves; what the law forbids nobody waives
    rule text not null check (rule in ('investment-stays-within-issuer-limit', 'project-stays-within-limit', 'overseas-stays-within-limit',
      'secondary-stays-within-limit', 'quarter-stays-within-pace', 'key-managers-stand-behind-the-deal', 'co-investment-is-disclosed', 'bridge-is-short')),
    company_id uuid references party (id),
    most_won bigint check (most_won > 0),
    valid_from date not null,
    valid_to date not null check (valid_to >= valid_from),
    reason text not null check (btrim(reason) <> ''),
    -- how many different people had to sign it
    approvers smallint not null check (approvers >= 2),
    document_id uuid references document (id),${WITNESS},
    unique (fund_id, number)
  );
  create table waiver_end (
    waiver_id uuid primary key references waiver (id),
    ended_on date not null,
    reason text not null check (btrim(reason) <> ''),${WITNESS}
  );
  select make_append_only('waiver');
  select make_append_only('waiver_end');

  -- Who signed a command, each person once.
  create function waiver_signers(of_command uuid) returns table (person_id uuid, name text) language sql stable security definer set search_path = public, pg_temp as $$
    select distinct on (u.person_id) u.person_id, s.signer_name
      from command_log c
      join approval_signature s on s.request_id = c.approval_id and s.decision = 'SIGNED'
      join app_user u on u.id = s.signer_id
     where c.id = of_command and c.outcome = 'DONE'
     order by u.person_id, s.signed_at
  $$;
  create function waiver_signed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if (select count(*) from waiver_signers(new.command_id)) < new.approvers then
      raise exception 'a waiver takes the signatures of % people', new.approvers using errcode = 'check_violation', constraint = 'command_log_waiver_signed';
    end if;
    return null;
  end $$;
  create constraint trigger waiver_signed after insert on waiver deferrable initially deferred for each row execute function waiver_signed();

  -- A verdict that rests on a waiver rests on one of its fund and rule that nobody has ended.
  create function rule_verdict_waived() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if new.result = 'PASS' or not exists (
      select 1 from waiver w where w.id = (new.inputs ->> 'waiverId')::uuid and w.fund_id = new.fund_id and w.rule = new.rule
         and not exists (select 1 from waiver_end e where e.waiver_id = w.id)) then
      raise exception 'no waiver in force stands behind this verdict on %', new.rule using errcode = 'check_violation', constraint = 'rule_verdict_waived';
    end if;
    return new;
  end $$;
  create trigger rule_verdict_waived before insert on rule_verdict for each row when (new.inputs ? 'waiverId') execute function rule_verdict_waived();
`;

const RELATIONS = `
  -- Who stands how to whom, read from left to right. Which funds a general partner manages and who their partners are, other facts say.
  create table party_relation (
    id uuid primary key,
    from_id uuid not null references party (id),
    relation text not null check (relation in ('EMPLOYS', 'MARRIED_TO', 'OWNED_BY', 'AFFILIATED_WITH')),
    to_id uuid not null references party (id) check (to_id <> from_id),
    share_basis_points integer check (share_basis_points between 1 and 10000),
    -- one of the managers whom the agreements name
    key_manager boolean not null check (not key_manager or relation = 'EMPLOYS'),
    valid_from date not null,
    source text not null check (btrim(source) <> ''),${WITNESS},
    check ((share_basis_points is not null) = (relation = 'OWNED_BY'))
  );
  create index party_relation_from on party_relation (from_id);
  create index party_relation_to on party_relation (to_id);
  create table party_relation_end (
    relation_id uuid primary key references party_relation (id),
    -- the last day on which it stood
    ended_on date not null,
    reason text not null check (btrim(reason) <> ''),${WITNESS}
  );
  select make_append_only('party_relation');
  select make_append_only('party_relation_end');

  create function party_relation_once() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('party relations', 0));
    if exists (select 1 from party_relation r left join party_relation_end e on e.relation_id = r.id
                where r.relation = new.relation and (e.ended_on is null or e.ended_on >= new.valid_from)
                  and ((r.from_id, r.to_id) = (new.from_id, new.to_id)
                       or (new.relation in ('MARRIED_TO', 'AFFILIATED_WITH') and (r.from_id, r.to_id) = (new.to_id, new.from_id)))) then
      raise exception 'this relation stands already' using errcode = 'check_violation', constraint = 'party_relation_once';
    end if;
    return new;
  end $$;
  create trigger party_relation_once before insert on party_relation for each row execute function party_relation_once();
`;

/**
 * The law counts over all funds of a general partner, also those that whoever records a deal may not see: sums come out, no
 * deals do.
 */
const GENERAL_PARTNERS = `
  create function general_partner_funds(partner uuid, as_of date, known_before timestamptz) returns table (fund_id uuid, committed_won bigint, listed_won bigint)
    language sql stable security definer set search_path = public, pg_temp as $$
    select f.id, f.committed_won, coalesce(sum(i.amount_won), 0)::bigint
      from fund f
      left join (investment i join deal_term t on t.investment_id = i.id and t.listed)
             on i.fund_id = f.id and i.kind <> 'CONVERSION' and i.paid_on <= as_of and i.known_at < known_before
            and not exists (select 1 from investment_void v where v.investment_id = i.id)
            and not exists (select 1 from investment_exit x where x.investment_id = i.id and x.kind = 'RESCISSION')
     where f.general_partner_id = partner and f.known_at < known_before
     group by f.id
  $$;
`;

const TABLES = 'deal_term, deal_trait, deal_conversion, waiver, waiver_end, party_relation, party_relation_end';

const STATED_BY = `
  select facts_stated_by('deal_term', 'investment.record', 'investment.convert');
  select facts_stated_by('deal_trait', 'investment.record', 'deal-trait.record');
  select facts_stated_by('deal_conversion', 'investment.convert');
  select facts_stated_by('waiver', 'waiver.grant');
  select facts_stated_by('waiver_end', 'waiver.revoke');
  select facts_stated_by('party_relation', 'related-party.record');
  select facts_stated_by('party_relation_end', 'related-party.end');
  grant select, insert on ${TABLES} to baton_app;
  grant select on ${TABLES} to baton_auditor;
`;
