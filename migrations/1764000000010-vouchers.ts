import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A voucher from the application to its end. What happens to it are rows; where it stands follows from them, in the database. */
export class Vouchers1764000000010 implements MigrationInterface {
  readonly name = 'Vouchers1764000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(VOUCHERS);
    await runner.query(LIFE);
    await runner.query(SELECTION);
    await runner.query(AGREEMENT);
    await runner.query(GRANTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const VOUCHERS = `
  create table voucher (
    id uuid primary key,
    year_id uuid not null references voucher_year (id),
    company_id uuid not null references party (id),
    -- the voucher it was split off from
    parent_id uuid references voucher (id) check (parent_id <> id),
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred
  );
  create index voucher_of_year on voucher (year_id, id);
  create index voucher_of_company on voucher (company_id);
  select make_append_only('voucher');
  select facts_stated_by('voucher', 'application.receive', 'voucher.split', 'voucher-roster.import', 'voucher.issue');

  create table voucher_application (
    voucher_id uuid primary key references voucher (id),
    year_id uuid not null references voucher_year (id),
    number text not null check (number <> ''),
    received_on date not null,
    received_time time,
    representative text,
    officers text,
    contract_number text,
    contract_on date,
    technology text,
    researcher text,
    researcher_number text,
    institution text,
    requested_won bigint not null check (requested_won > 0),
    services text,
    -- the company agreed to the use of its data; a roster does not say
    consented boolean,
    -- the document that clears a conflict of interest
    clearance text,
    phone text,
    address text,
    note text,
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    unique (year_id, number)
  );
  select make_append_only('voucher_application');
  select facts_stated_by('voucher_application', 'application.receive', 'voucher-roster.import');

  create table voucher_issue (
    voucher_id uuid primary key references voucher (id),
    year_id uuid not null references voucher_year (id),
    -- AS-2021-0001, …; a roster brings its numbers as they were
    number text not null check (number <> ''),
    rank integer,
    issued_on date not null,
    amount_won bigint not null check (amount_won > 0),
    valid_to date not null,
    broker_id uuid references broker (id),
    broker_joined_on date,
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    check (valid_to >= issued_on),
    unique (year_id, number)
  );
  create index voucher_issue_broker on voucher_issue (broker_id) where broker_id is not null;
  create trigger voucher_issue_year_open after insert on voucher_issue referencing new table as added for each statement execute function voucher_year_is_open();
  select make_append_only('voucher_issue');
  select facts_stated_by('voucher_issue', 'voucher.issue', 'voucher.split', 'voucher-roster.import');
`;

const LIFE = `
  create table voucher_event (
    id bigint generated always as identity primary key,
    voucher_id uuid not null references voucher (id),
    event text not null,
    happened_on date not null,
    -- public money that it moved, where it moved any
    amount_won bigint check (amount_won >= 0),
    -- a new last day of validity
    valid_to date,
    reason text,
    detail jsonb,
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred
  );
  create index voucher_event_voucher on voucher_event (voucher_id, id);
  select make_append_only('voucher_event');

  -- Written by the triggers below alone.
  create table voucher_state (
    voucher_id uuid primary key references voucher (id),
    state text not null,
    since_on date not null,
    valid_to date,
    changed_at timestamptz not null default clock_timestamp()
  ) with (fillfactor = 70);
  create index voucher_state_due on voucher_state (valid_to) where state in ('ISSUED', 'SUSPENDED');

  create function voucher_begin() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if exists (select 1 from added a where a.parent_id is not null and not exists (
         select 1 from voucher p join voucher_event e on e.voucher_id = p.id
          where p.id = a.parent_id and p.year_id = a.year_id and p.company_id = a.company_id and e.event = 'split' and e.command_id = a.command_id)) then
      raise exception 'a part is split off a voucher of the same company and year' using errcode = 'check_violation', constraint = 'voucher_part_split';
    end if;
    -- a part stands under the agreement of the whole
    insert into voucher_state (voucher_id, state, since_on)
    select id, case when parent_id is null then 'APPLIED' else 'AGREED' end, (known_at at time zone 'Asia/Seoul')::date from added;
    return null;
  end $$;
  create trigger voucher_begin after insert on voucher referencing new table as added for each statement execute function voucher_begin();

  -- A step that the table of the life does not know is refused, and two people cannot take the same one: the row of the
  -- state is the lock, taken in one order.
  create function voucher_event_apply() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    wanted bigint;
    taken bigint;
    culprit record;
  begin
    perform 1 from voucher_state where voucher_id in (select voucher_id from added) order by voucher_id for update;
    select count(*) into wanted from added;
    update voucher_state s
       set state = l.to_state, since_on = case when s.state = l.to_state then s.since_on else e.happened_on end,
           valid_to = coalesce(e.valid_to, s.valid_to), changed_at = clock_timestamp()
      from added e, life_step l
     where s.voucher_id = e.voucher_id and l.life = 'voucher' and l.from_state = s.state and l.event = e.event;
    get diagnostics taken = row_count;
    if taken <> wanted then
      select e.voucher_id, e.event, s.state into culprit from added e join voucher_state s using (voucher_id)
       where not exists (select 1 from life_step l where l.life = 'voucher' and l.from_state = s.state and l.event = e.event) limit 1;
      raise exception 'voucher % does not % while %', culprit.voucher_id, culprit.event, culprit.state
        using errcode = 'check_violation', constraint = 'voucher_life', detail = concat_ws('/', culprit.state, culprit.event);
    end if;
    return null;
  end $$;
  create trigger voucher_event_apply after insert on voucher_event referencing new table as added for each statement execute function voucher_event_apply();

  -- Vouchers that nobody else changes until the transaction ends, so that what is read of them stays true. One that lies outside
  -- of who asks is left alone.
  create function lock_vouchers(wanted uuid[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform 1 from voucher_state s where s.voucher_id = any (wanted)
       and (baton_sees_all() or s.voucher_id in (select v.id from voucher v where v.year_id in (select baton_voucher_years())))
     order by s.voucher_id for update;
  end $$;
  revoke execute on function lock_vouchers(uuid[]) from public;
`;

/** Several evaluators; each says before scoring whether they have a conflict of interest. */
const SELECTION = `
  create table evaluation_declaration (
    id bigint generated always as identity primary key,
    voucher_id uuid not null references voucher (id),
    evaluator_id uuid not null references app_user (id),
    conflicted boolean not null,
    note text,
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    check (not conflicted or char_length(btrim(coalesce(note, ''))) >= 5),
    unique (voucher_id, evaluator_id)
  );
  select make_append_only('evaluation_declaration');
  select facts_stated_by('evaluation_declaration', 'evaluation.declare');

  create table evaluation_score (
    id bigint generated always as identity primary key,
    voucher_id uuid not null references voucher (id),
    evaluator_id uuid not null references app_user (id),
    score numeric(5, 2) not null check (score between 0 and 100),
    comment text,
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    unique (voucher_id, evaluator_id)
  );
  select make_append_only('evaluation_score');
  select facts_stated_by('evaluation_score', 'evaluation.score');

  -- A score that comes from elsewhere: the roster keeps one per application and names no evaluator.
  create table evaluation_result (
    voucher_id uuid primary key references voucher (id),
    score numeric(5, 2) not null check (score between 0 and 100),
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred
  );
  select make_append_only('evaluation_result');
  select facts_stated_by('evaluation_result', 'voucher-roster.import');

  create function evaluation_score_admitted() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if not exists (select 1 from evaluation_declaration d where d.voucher_id = new.voucher_id and d.evaluator_id = new.evaluator_id and not d.conflicted) then
      raise exception 'evaluator % has not declared to be free of conflicts', new.evaluator_id
        using errcode = 'check_violation', constraint = 'evaluation_score_declared';
    end if;
    if exists (select 1 from voucher v join command_log c on c.id = v.command_id join app_user maker on maker.id = c.actor_id join app_user e on e.id = new.evaluator_id
                where v.id = new.voucher_id and coalesce(maker.person_id, maker.id) = coalesce(e.person_id, e.id)) then
      raise exception 'evaluator % recorded this application', new.evaluator_id using errcode = 'check_violation', constraint = 'evaluation_score_independent';
    end if;
    -- A selection that is under way is waited for; after it nothing is scored any more.
    if not exists (select 1 from voucher_state s where s.voucher_id = new.voucher_id and s.state in ('SCREENED', 'EVALUATED') for share) then
      raise exception 'application % is not open to evaluation', new.voucher_id using errcode = 'check_violation', constraint = 'evaluation_score_open';
    end if;
    return new;
  end $$;
  create trigger evaluation_score_admitted before insert on evaluation_score for each row execute function evaluation_score_admitted();
`;

const AGREEMENT = `
  create table voucher_agreement (
    voucher_id uuid primary key references voucher (id),
    agreed_on date not null,
    amount_won bigint not null check (amount_won > 0),
    -- the company's own lot that is to be paid in before the issue
    self_burden_won bigint not null check (self_burden_won >= 0),
    broker_id uuid references broker (id),
    document_id uuid references document (id),
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred
  );
  select make_append_only('voucher_agreement');
  select facts_stated_by('voucher_agreement', 'voucher.agree');

  create table own_money_deposit (
    id uuid primary key,
    voucher_id uuid not null references voucher (id),
    amount_won bigint not null check (amount_won > 0),
    value_on date not null,
    bank_reference text,
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred
  );
  create index own_money_deposit_voucher on own_money_deposit (voucher_id);
  select make_append_only('own_money_deposit');
  select facts_stated_by('own_money_deposit', 'own-money.deposit');

  -- What is left of the company's lot goes back to the company.
  create table own_money_return (
    id uuid primary key,
    voucher_id uuid not null references voucher (id),
    amount_won bigint not null check (amount_won > 0),
    value_on date not null,
    bank_reference text,
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred
  );
  create index own_money_return_voucher on own_money_return (voucher_id);
  select make_append_only('own_money_return');
  select facts_stated_by('own_money_return', 'own-money.return');
`;

const GRANTS = `
  grant select on voucher, voucher_application, voucher_issue, voucher_event, voucher_state, evaluation_declaration, evaluation_score, evaluation_result,
    voucher_agreement, own_money_deposit, own_money_return to baton_app, baton_auditor;
  grant insert on voucher, voucher_application, voucher_issue, voucher_event, evaluation_declaration, evaluation_score, evaluation_result,
    voucher_agreement, own_money_deposit, own_money_return to baton_app;
  grant execute on function lock_vouchers(uuid[]) to baton_app;
  select facts_stated_by('voucher_event', 'application.screen', 'application.reject', 'evaluation.score', 'selection.decide', 'selection.promote', 'voucher.agree', 'voucher.issue', 'voucher.withdraw', 'voucher.cancel',
    'voucher.expire', 'voucher.suspend', 'voucher.resume', 'voucher.extend', 'voucher.top-up', 'voucher.split',
    'clawback.decide', 'clawback.receive', 'clawback.offset', 'clawback.write-off', 'voucher-roster.import');
`;
