import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How applications for grants are judged: evaluators in person, the list of a call, and objections to it. */
export class GrantEvaluation1764200000111 implements MigrationInterface {
  readonly name = 'GrantEvaluation1764200000111';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(EVALUATION);
    await runner.query(OBJECTIONS);
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

const EVALUATION = `
  create table grant_evaluation_declaration (
    id bigint generated always as identity primary key,
    application_id uuid not null references grant_application (id),
    evaluator_id uuid not null references app_user (id),
    conflicted boolean not null,
    note text,${WITNESS},
    check (not conflicted or char_length(btrim(coalesce(note, ''))) >= 5),
    unique (application_id, evaluator_id)
  );
  select make_append_only('grant_evaluation_declaration');
  select facts_stated_by('grant_evaluation_declaration', 'grant-evaluation.declare');

  create table grant_evaluation_score (
    id bigint generated always as identity primary key,
    application_id uuid not null references grant_application (id),
    evaluator_id uuid not null references app_user (id),
    round smallint not null check (round > 0),
    score numeric(5, 2) not null check (score between 0 and 100),
    comment text,${WITNESS},
    unique (application_id, evaluator_id, round)
  );
  select make_append_only('grant_evaluation_score');
  select facts_stated_by('grant_evaluation_score', 'grant-evaluation.score');

  create constraint trigger grant_evaluation_declaration_in_person after insert on grant_evaluation_declaration
    deferrable initially deferred for each row execute function evaluator_speaks_for_oneself();
  create constraint trigger grant_evaluation_score_in_person after insert on grant_evaluation_score
    deferrable initially deferred for each row execute function evaluator_speaks_for_oneself();

  create function grant_evaluation_score_admitted() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if not exists (select 1 from grant_evaluation_declaration d where d.application_id = new.application_id and d.evaluator_id = new.evaluator_id and not d.conflicted) then
      raise exception 'evaluator % has not declared to be free of conflicts', new.evaluator_id
        using errcode = 'check_violation', constraint = 'grant_evaluation_score_declared';
    end if;
    if exists (select 1 from grant_application a join command_log c on c.id = a.command_id join app_user maker on maker.id = c.actor_id join app_user e on e.id = new.evaluator_id
                where a.id = new.application_id and coalesce(maker.person_id, maker.id) = coalesce(e.person_id, e.id)) then
      raise exception 'evaluator % recorded this application', new.evaluator_id using errcode = 'check_violation', constraint = 'grant_evaluation_score_independent';
    end if;
    -- A selection that is under way is waited for; after it nothing is scored any more.
    perform 1 from grant_application_state s where s.application_id = new.application_id and s.state in ('CHECKED', 'EVALUATED') and s.round = new.round for share;
    if not found then
      raise exception 'application % is not open to evaluation', new.application_id using errcode = 'check_violation', constraint = 'grant_evaluation_score_open';
    end if;
    return new;
  end $$;
  create trigger grant_evaluation_score_admitted before insert on grant_evaluation_score for each row execute function grant_evaluation_score_admitted();

  -- A decision on the list of a call. The day of the notice is the one from which objections and agreements are counted.
  create table grant_selection (
    id uuid primary key,
    call_id uuid not null references grant_call (id),
    decided_on date not null,
    notified_on date not null check (notified_on >= decided_on),
    amount_won bigint not null check (amount_won >= 0),${WITNESS}
  );
  create index grant_selection_call on grant_selection (call_id, decided_on);
  select make_append_only('grant_selection');
  select facts_stated_by('grant_selection', 'grant-selection.decide', 'grant-selection.promote');

  create table grant_selection_result (
    selection_id uuid not null references grant_selection (id),
    application_id uuid not null references grant_application (id),
    outcome text not null check (outcome in ('SELECTED', 'WAITLISTED', 'REJECTED')),
    rank smallint not null check (rank > 0),
    score numeric(5, 2),
    amount_won bigint not null check (amount_won >= 0),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    primary key (selection_id, application_id)
  );
  create index grant_selection_result_application on grant_selection_result (application_id);
  select make_append_only('grant_selection_result');
  select facts_stated_by('grant_selection_result', 'grant-selection.decide', 'grant-selection.promote');

  create function grant_selection_result_admitted() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if (select call_id from grant_selection where id = new.selection_id) <> (select call_id from grant_application where id = new.application_id)
       or (select state from grant_application_state where application_id = new.application_id) <> new.outcome then
      raise exception 'the result of application % is not where it stands', new.application_id using errcode = 'check_violation', constraint = 'grant_selection_result_stands';
    end if;
    return null;
  end $$;
  create constraint trigger grant_selection_result_admitted after insert on grant_selection_result
    deferrable initially deferred for each row execute function grant_selection_result_admitted();
`;

const OBJECTIONS = `
  create table grant_objection (
    id uuid primary key,
    application_id uuid not null references grant_application (id),
    filed_on date not null,
    reason text not null check (char_length(btrim(reason)) >= 5),
    -- the state that it is about
    against text not null check (against in ('REJECTED', 'WAITLISTED')),${WITNESS}
  );
  create index grant_objection_application on grant_objection (application_id);
  select make_append_only('grant_objection');
  select facts_stated_by('grant_objection', 'grant-objection.file');

  create table grant_objection_decision (
    objection_id uuid primary key references grant_objection (id),
    outcome text not null check (outcome in ('UPHELD', 'DISMISSED')),
    decided_on date not null,
    reason text not null check (char_length(btrim(reason)) >= 5),${WITNESS}
  );
  select make_append_only('grant_objection_decision');
  select facts_stated_by('grant_objection_decision', 'grant-objection.decide');

  create function grant_objection_admitted() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare standing text;
  begin
    select state into standing from grant_application_state where application_id = new.application_id for update;
    if standing is distinct from new.against or exists (
         select 1 from grant_objection o where o.application_id = new.application_id and not exists (select 1 from grant_objection_decision d where d.objection_id = o.id)) then
      raise exception 'application % takes no objection while %', new.application_id, standing using errcode = 'check_violation', constraint = 'grant_objection_admitted';
    end if;
    return new;
  end $$;
  create trigger grant_objection_admitted before insert on grant_objection for each row execute function grant_objection_admitted();

  -- Whoever turned the application down does not judge the objection to it.
  create function grant_objection_decided_by_another() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if exists (
      select 1 from command_log c join app_user judge on judge.id = c.actor_id
        join grant_objection o on o.id = new.objection_id
        join lateral (select e.command_id from grant_application_event e where e.application_id = o.application_id and e.event in ('reject', 'waitlist') and e.recorded_at <= o.recorded_at order by e.id desc limit 1) as turned on true
        join command_log t on t.id = turned.command_id join app_user refuser on refuser.id = t.actor_id
       where c.id = new.command_id and coalesce(judge.person_id, judge.id) = coalesce(refuser.person_id, refuser.id)) then
      raise exception 'who turned an application down does not judge the objection' using errcode = 'check_violation', constraint = 'grant_objection_decided_by_another';
    end if;
    return null;
  end $$;
  create constraint trigger grant_objection_decided_by_another after insert on grant_objection_decision
    deferrable initially deferred for each row execute function grant_objection_decided_by_another();
`;

const GRANTS = `
  grant select on grant_evaluation_declaration, grant_evaluation_score, grant_selection, grant_selection_result, grant_objection, grant_objection_decision to baton_app, baton_auditor;
  grant insert on grant_evaluation_declaration, grant_evaluation_score, grant_selection, grant_selection_result, grant_objection, grant_objection_decision to baton_app;
`;
