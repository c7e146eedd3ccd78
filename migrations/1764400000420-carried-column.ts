import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Column ① of the settlement form: what a stage takes over is left in the stage before, and a settlement tells it as the plan does. */
export class CarriedColumn1764400000420 implements MigrationInterface {
  readonly name = 'CarriedColumn1764400000420';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PLANS);
    await runner.query(FORMS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const PLANS = `
  -- Asked at commit: no version carries over more of a line than is planned on it in the stage before and not used (국가연구개발혁신법
  -- 시행령 제20조제3항). What a register tells has happened, however much it was; what the first stage takes over is of no stage here.
  create function grant_carried_is_left() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if exists (select 1 from command_log where id = new.command_id and command in ('grant-register.import', 'matching-register.import')) then return null; end if;
    if exists (
      select 1 from (select l.stage - 1 as stage, l.code, l.resource, sum(p.amount_won) as won from grant_line_plan p join grant_line l on l.id = p.line_id
                      where p.version_id = new.id and p.kind = 'CARRIED' and l.stage > 1 group by l.stage, l.code, l.resource) as carried
       where carried.won > greatest(0, coalesce((
               select sum(coalesce((select sum(q.amount_won) from grant_line_plan q where q.version_id = new.id and q.line_id = e.id), 0)
                        - coalesce((select sum(x.amount_won) from grant_expense x where x.line_id = e.id and not exists (select 1 from grant_expense_void v where v.expense_id = x.id)), 0))
                 from grant_line e where (e.agreement_id, e.stage, e.code, e.resource) = (new.agreement_id, carried.stage, carried.code, carried.resource)), 0))) then
      raise exception 'version % carries over more than is left', new.version using errcode = 'check_violation', constraint = 'grant_carried_is_left';
    end if;
    return null;
  end $$;
  create constraint trigger grant_carried_is_left after insert on grant_version deferrable initially deferred for each row execute function grant_carried_is_left();
`;

const FORMS = `
  -- Asked at commit: a line of a settlement takes over, and leaves to the next stage, what the plan says that it rests on; and it
  -- leaves no more than it has.
  create function grant_settlement_line_carried() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare told record;
  begin
    select coalesce(sum(p.amount_won) filter (where n.stage = l.stage), 0) as taken_over, coalesce(sum(p.amount_won) filter (where n.stage = l.stage + 1), 0) as left_on into told
      from grant_settlement s join grant_line l on l.id = new.line_id
      join grant_line n on (n.agreement_id, n.code, n.resource) = (l.agreement_id, l.code, l.resource)
      join grant_line_plan p on p.version_id = s.plan_id and p.line_id = n.id and p.kind = 'CARRIED'
     where s.id = new.settlement_id;
    if (new.carried_won, new.carried_forward_won) <> (told.taken_over, told.left_on) then
      raise exception 'line % takes over %, the plan says %', new.line_id, new.carried_won, told.taken_over using errcode = 'check_violation', constraint = 'grant_settlement_line_carried';
    end if;
    if new.carried_forward_won > 0 and new.carried_forward_won + new.retained_won > new.carried_won + new.planned_won + new.change_won + new.interest_in_won - new.used_won then
      raise exception 'line % leaves more than it has', new.line_id using errcode = 'check_violation', constraint = 'grant_settlement_line_left';
    end if;
    return null;
  end $$;
  create constraint trigger grant_settlement_line_carried after insert on grant_settlement_line
    deferrable initially deferred for each row execute function grant_settlement_line_carried();
`;
