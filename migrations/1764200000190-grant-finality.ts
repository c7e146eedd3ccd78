import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a final settlement was computed from stays as it was: expenses, reviews, interest and the plan of a final stage take nothing further. */
export class GrantFinality1764200000190 implements MigrationInterface {
  readonly name = 'GrantFinality1764200000190';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(MONEY);
    await runner.query(PLANS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const MONEY = `
  -- Waits for whoever is about to make one of the stages final, then asks. Agreements are locked in the order of lock_grants().
  create function grant_stages_must_be_open(of_agreements uuid[], of_stages smallint[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform 1 from grant_state where agreement_id = any (of_agreements) order by agreement_id for update;
    if exists (select 1 from unnest(of_agreements, of_stages) as touched (agreement_id, stage) join grant_settlement_final using (agreement_id, stage)) then
      raise exception 'the settlement of the stage is final' using errcode = 'check_violation', constraint = 'grant_stage_final';
    end if;
  end $$;
  revoke execute on function grant_stages_must_be_open(uuid[], smallint[]) from public;

  -- Once for all rows of a statement: a register brings thousands.
  create function grant_expense_stage_open() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare lines uuid[];
  begin
    if tg_table_name = 'grant_expense' then
      select array_agg(distinct line_id) into lines from added;
    else
      select array_agg(distinct e.line_id) into lines from added join grant_expense e on e.id = added.expense_id;
    end if;
    perform grant_stages_must_be_open(array_agg(agreement_id), array_agg(stage)) from grant_line where id = any (lines);
    return null;
  end $$;
  create trigger grant_expense_stage_open after insert on grant_expense referencing new table as added for each statement execute function grant_expense_stage_open();
  create trigger grant_expense_stage_open after insert on grant_expense_void referencing new table as added for each statement execute function grant_expense_stage_open();
  create trigger grant_expense_stage_open after insert on grant_expense_review referencing new table as added for each statement execute function grant_expense_stage_open();

  create function grant_interest_stage_open() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if tg_table_name = 'grant_interest' then
      perform grant_stages_must_be_open(array_agg(agreement_id), array_agg(stage)) from added;
    else
      perform grant_stages_must_be_open(array_agg(i.agreement_id), array_agg(i.stage)) from added join grant_interest i on i.id = added.interest_id;
    end if;
    return null;
  end $$;
  create trigger grant_interest_stage_open after insert on grant_interest referencing new table as added for each statement execute function grant_interest_stage_open();
  create trigger grant_interest_stage_open after insert on grant_interest_use referencing new table as added for each statement execute function grant_interest_stage_open();
  create trigger grant_interest_stage_open after insert on grant_interest_void referencing new table as added for each statement execute function grant_interest_stage_open();
`;

const PLANS = `
  -- A version states its whole plan, and nothing is added to that later. Asked at commit: of a final stage it says what the version
  -- before said, on every line, in every year, from every source.
  create function grant_plan_stage_open() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform 1 from grant_state where agreement_id = new.agreement_id for update;
    if exists (
      select 1 from grant_settlement_final f join grant_version b on b.agreement_id = f.agreement_id and b.version = new.version - 1
       where f.agreement_id = new.agreement_id
         and (exists (select 1 from grant_line_plan p join grant_line l on l.id = p.line_id
                       where p.version_id in (new.id, b.id) and l.stage = f.stage
                       group by p.line_id, p.fiscal_year, p.kind having sum(case p.version_id when new.id then p.amount_won else -p.amount_won end) <> 0)
           or exists (select 1 from grant_source_plan p
                       where p.version_id in (new.id, b.id) and p.stage = f.stage
                       group by p.fiscal_year, p.source, p.resource having sum(case p.version_id when new.id then p.amount_won else -p.amount_won end) <> 0))) then
      raise exception 'version % changes the plan of a final stage', new.version using errcode = 'check_violation', constraint = 'grant_stage_final';
    end if;
    return null;
  end $$;
  create constraint trigger grant_plan_stage_open after insert on grant_version deferrable initially deferred for each row execute function grant_plan_stage_open();

  -- A version that moves the dates of one stage states those of all: of a final one they are the same again.
  create function grant_stage_dates_open() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform 1 from grant_state where agreement_id = new.agreement_id for update;
    if exists (select 1 from grant_settlement_final where agreement_id = new.agreement_id and stage = new.stage)
       and exists (select 1 from (select begins_on, ends_on from grant_stage where agreement_id = new.agreement_id and stage = new.stage and version <> new.version order by version desc limit 1) was
                    where (was.begins_on, was.ends_on) <> (new.begins_on, new.ends_on)) then
      raise exception 'version % moves the dates of a final stage', new.version using errcode = 'check_violation', constraint = 'grant_stage_final';
    end if;
    return null;
  end $$;
  create trigger grant_stage_dates_open after insert on grant_stage for each row execute function grant_stage_dates_open();
`;
