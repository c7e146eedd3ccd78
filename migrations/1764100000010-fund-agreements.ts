import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an agreement says and how it changes: its versions, transfers of commitments, extensions of a life and its end. */
export class FundAgreements1764100000010 implements MigrationInterface {
  readonly name = 'FundAgreements1764100000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(AGREEMENTS);
    await runner.query(PARTNERS);
    await runner.query(LIFE);
    await runner.query(BUSINESS_ENDS);
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

const AGREEMENTS = `
  -- A wording of the agreement: version 1 is laid down at the founding, each further one brings terms that apply from a day on.
  create table agreement_version (
    id uuid primary key,
    fund_id uuid not null references fund (id),
    number smallint not null check (number > 0),
    title text not null check (length(title) between 1 and 300),
    effective_from date not null,
    decided_on date not null,
    summary text not null check (length(summary) between 1 and 2000),
    document_id uuid references document (id),${WITNESS},
    unique (fund_id, number)
  );
  -- The rows of policy that a version brought.
  create table agreement_term (
    version_id uuid not null references agreement_version (id),
    policy_id bigint primary key references policy (id),
    command_id uuid not null references command_log (id) deferrable initially deferred
  );
  create index agreement_term_version on agreement_term (version_id);
  select make_append_only('agreement_version');
  select make_append_only('agreement_term');
  select facts_stated_by('agreement_version', 'fund.form', 'fund-register.import', 'agreement.amend');
  select facts_stated_by('agreement_term', 'fund.form', 'fund-register.import', 'agreement.amend');

  create function agreement_version_in_turn() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('fund ' || new.fund_id, 0));
    if new.number <> 1 + (select count(*) from agreement_version where fund_id = new.fund_id) then
      raise exception 'version % of the agreement is not the next one', new.number using errcode = 'check_violation', constraint = 'agreement_version_in_turn';
    end if;
    if new.effective_from < (select founded_on from fund where id = new.fund_id) then
      raise exception 'an agreement applies from the founding on' using errcode = 'check_violation', constraint = 'agreement_version_after_founding';
    end if;
    return new;
  end $$;
  create trigger agreement_version_in_turn before insert on agreement_version for each row execute function agreement_version_in_turn();

  -- A version brings numbers about its own fund, from its own day on, that the same command decided.
  create function agreement_term_of_its_version() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if not exists (select 1 from agreement_version v join policy p on p.id = new.policy_id
                    where v.id = new.version_id and p.scope = 'fund/' || v.fund_id and p.source = 'AGREEMENT'
                      and p.effective_from = v.effective_from and p.command_id = v.command_id and new.command_id = v.command_id) then
      raise exception 'the term does not belong to this version' using errcode = 'check_violation', constraint = 'agreement_term_of_its_version';
    end if;
    return new;
  end $$;
  create trigger agreement_term_of_its_version before insert on agreement_term for each row execute function agreement_term_of_its_version();
`;

const PARTNERS = `
  -- Whoever takes over a commitment begins with nothing of their own; whether the law's head count leaves a partner out may be told.
  alter table fund_partner drop constraint fund_partner_commitment_won_check, drop constraint fund_partner_units_check;
  alter table fund_partner add constraint fund_partner_commitment_won_check check (commitment_won >= 0),
    add constraint fund_partner_units_check check (units >= 0 and (units = 0) = (commitment_won = 0));
  alter table fund_partner add column professional boolean;

  -- Units change hands with what was called, paid, given back and recalled on them; all of the fund stays what it is.
  create table commitment_transfer (
    id uuid primary key,
    fund_id uuid not null references fund (id),
    number smallint not null check (number > 0),
    from_id uuid not null references fund_partner (id),
    to_id uuid not null references fund_partner (id),
    units bigint not null check (units > 0),
    commitment_won bigint not null check (commitment_won > 0),
    called_won bigint not null check (called_won >= 0),
    paid_in_won bigint not null check (paid_in_won = called_won),
    recalled_won bigint not null check (recalled_won >= 0),
    distributed_won bigint not null check (distributed_won >= 0),
    effective_on date not null,
    consent text not null check (length(consent) between 1 and 300),
    document_id uuid references document (id),${WITNESS},
    unique (fund_id, number),
    check (from_id <> to_id),
    check (called_won - recalled_won <= commitment_won)
  );
  create index commitment_transfer_from on commitment_transfer (from_id);
  create index commitment_transfer_to on commitment_transfer (to_id);
  select make_append_only('commitment_transfer');
  select facts_stated_by('commitment_transfer', 'commitment.transfer');

  create function commitment_transfer_admitted() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare held bigint;
  begin
    perform pg_advisory_xact_lock(hashtextextended('fund ' || new.fund_id, 0));
    if (select count(*) from fund_partner where fund_id = new.fund_id and id in (new.from_id, new.to_id)) <> 2 then
      raise exception 'both sides are partners of the fund' using errcode = 'check_violation', constraint = 'commitment_transfer_between_partners';
    end if;
    if new.commitment_won <> new.units * (select unit_won from fund where id = new.fund_id) then
      raise exception 'whole units change hands' using errcode = 'check_violation', constraint = 'commitment_transfer_in_units';
    end if;
    select units + coalesce((select sum(case when to_id = new.from_id then t.units else -t.units end)
                               from commitment_transfer t where new.from_id in (t.from_id, t.to_id)), 0)
      into held from fund_partner where id = new.from_id;
    if new.units > held then
      raise exception 'only % units are held', held using errcode = 'check_violation', constraint = 'commitment_transfer_of_held_units';
    end if;
    return new;
  end $$;
  create trigger commitment_transfer_admitted before insert on commitment_transfer for each row execute function commitment_transfer_admitted();

  -- What is told to have changed hands is what the books say, at every commit.
  create function commitment_transfer_ties() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    told numeric := (select sum(commitment_won) from commitment_transfer where to_id = new.to_id);
    booked numeric;
  begin
    select coalesce(sum(l.amount), 0) into booked
      from ledger_account a join entry_line l on l.account_id = a.id and l.side = 'D' join journal_entry e on e.id = l.entry_id
     where a.key = 'fund/' || new.fund_id || '/fund.commitment/' || new.to_id and e.posting = 'fund.commitment-transferred';
    if told <> booked then
      raise exception 'commitments transferred to %: % told, % booked', new.to_id, told, booked using errcode = 'check_violation', constraint = 'commitment_transfer_ties';
    end if;
    return null;
  end $$;
  create constraint trigger commitment_transfer_ties after insert on commitment_transfer deferrable initially deferred for each row execute function commitment_transfer_ties();

  create function fund_partner_has_units() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if new.units = 0 and not exists (select 1 from commitment_transfer where to_id = new.id) then
      raise exception 'a partner without units took none over' using errcode = 'check_violation', constraint = 'fund_partner_has_units';
    end if;
    return null;
  end $$;
  create constraint trigger fund_partner_has_units after insert on fund_partner deferrable initially deferred for each row execute function fund_partner_has_units();
`;

const LIFE = `
  create table fund_extension (
    id uuid primary key,
    fund_id uuid not null references fund (id),
    number smallint not null check (number > 0),
    life_to date not null,
    investment_to date check (investment_to <= life_to),
    decided_on date not null,
    reason text not null check (length(reason) between 1 and 2000),
    document_id uuid references document (id),${WITNESS},
    unique (fund_id, number)
  );
  create table fund_dissolution (
    fund_id uuid primary key references fund (id),
    dissolved_on date not null,
    cause text not null check (cause in ('LIFE_ENDED', 'PARTNERS_LEFT', 'GENERAL_PARTNER_LOST', 'PARTNERS_DECIDED', 'REGISTRATION_CANCELLED')),
    reason text not null check (length(reason) between 1 and 2000),
    liquidator text not null check (length(liquidator) between 1 and 300),
    notice_due_on date not null check (notice_due_on >= dissolved_on),
    document_id uuid references document (id),${WITNESS}
  );
  -- That something the law asks for was done: which duty, and when.
  create table fund_duty_done (
    fund_id uuid not null references fund (id),
    duty text not null check (duty ~ '^[A-Z_]+(:[0-9-]+)?$'),
    done_on date not null,
    note text,
    document_id uuid references document (id),${WITNESS},
    primary key (fund_id, duty)
  );
  select make_append_only('fund_extension');
  select make_append_only('fund_dissolution');
  select make_append_only('fund_duty_done');
  select facts_stated_by('fund_extension', 'fund.extend');
  select facts_stated_by('fund_dissolution', 'fund.dissolve');
  select facts_stated_by('fund_duty_done', 'fund-duty.fulfil');

  create function fund_extension_lengthens() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    standing record;
  begin
    perform pg_advisory_xact_lock(hashtextextended('fund ' || new.fund_id, 0));
    select greatest(f.life_to, max(e.life_to)) as life_to, greatest(f.investment_to, max(e.investment_to)) as investment_to, count(e.id) as count,
           greatest(f.founded_on, max(e.decided_on)) as decided_on
      into standing from fund f left join fund_extension e on e.fund_id = f.id where f.id = new.fund_id group by f.id;
    if new.number <> standing.count + 1 or new.decided_on < standing.decided_on then
      raise exception 'extension % is not the next one', new.number using errcode = 'check_violation', constraint = 'fund_extension_in_turn';
    end if;
    if new.life_to < standing.life_to or new.investment_to <= standing.investment_to or (new.life_to = standing.life_to and new.investment_to is null) then
      raise exception 'an extension ends later than what it extends' using errcode = 'check_violation', constraint = 'fund_extension_lengthens';
    end if;
    if coalesce(new.investment_to, standing.investment_to) > new.life_to then
      raise exception 'the investment period lies within the life' using errcode = 'check_violation', constraint = 'fund_extension_within_life';
    end if;
    return new;
  end $$;
  create trigger fund_extension_lengthens before insert on fund_extension for each row execute function fund_extension_lengthens();

  create function fund_dissolution_ends_business() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('fund ' || new.fund_id, 0));
    if new.dissolved_on < (select founded_on from fund where id = new.fund_id)
       or exists (select 1 from capital_call where fund_id = new.fund_id and coalesce(notice_on, due_on) > new.dissolved_on)
       or exists (select 1 from commitment_transfer where fund_id = new.fund_id and effective_on > new.dissolved_on)
       or exists (select 1 from investment i where i.fund_id = new.fund_id and i.kind <> 'CONVERSION' and i.paid_on > new.dissolved_on
                    and not exists (select 1 from investment_void v where v.investment_id = i.id)) then
      raise exception 'business after the dissolution is on record' using errcode = 'check_violation', constraint = 'fund_dissolution_ends_business';
    end if;
    return new;
  end $$;
  create trigger fund_dissolution_ends_business before insert on fund_dissolution for each row execute function fund_dissolution_ends_business();
`;

/** The first of the columns named that is not null says when something happens; nothing new happens after the dissolution. */
const BUSINESS_ENDS = `
  create function fund_is_not_dissolved() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    told jsonb := to_jsonb(new);
    happens date := (select told ->> c from unnest(tg_argv) with ordinality as named (c, place) where told ->> c is not null order by place limit 1)::date;
    ended date := (select dissolved_on from fund_dissolution where fund_id = new.fund_id);
  begin
    if happens > ended then
      raise exception 'the fund was dissolved on %', ended using errcode = 'check_violation', constraint = 'fund_is_not_dissolved';
    end if;
    return new;
  end $$;
  create trigger capital_call_in_life before insert on capital_call for each row execute function fund_is_not_dissolved('notice_on', 'due_on');
  create trigger investment_in_life before insert on investment for each row when (new.kind <> 'CONVERSION') execute function fund_is_not_dissolved('paid_on');
  create trigger fund_partner_in_life before insert on fund_partner for each row execute function fund_is_not_dissolved('signed_on');
  create trigger commitment_transfer_in_life before insert on commitment_transfer for each row execute function fund_is_not_dissolved('effective_on');
  create trigger fund_extension_in_life before insert on fund_extension for each row execute function fund_is_not_dissolved('decided_on');
`;

const TABLES = 'agreement_version, agreement_term, commitment_transfer, fund_extension, fund_dissolution, fund_duty_done';

const GRANTS = `
  grant select, insert on ${TABLES} to baton_app;
  grant select on ${TABLES} to baton_auditor;
`;
