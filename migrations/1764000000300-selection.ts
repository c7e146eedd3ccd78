import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the database holds of evaluation, agreement and own money: everybody speaks for themselves, and nobody takes in more than is due. */
export class Selection1764000000300 implements MigrationInterface {
  readonly name = 'Selection1764000000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(EVALUATORS);
    await runner.query(AGREEMENTS);
    await runner.query(OWN_MONEY);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

/** Asked at commit: the command that states a row is logged last. */
const EVALUATORS = `
  create function evaluator_speaks_for_oneself() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if session_user <> current_user and not exists (select 1 from command_log c where c.id = new.command_id and c.actor_id = new.evaluator_id) then
      raise exception 'an evaluator declares and scores in person' using errcode = 'check_violation', constraint = 'evaluator_speaks_for_oneself';
    end if;
    return null;
  end $$;
  create constraint trigger evaluation_declaration_in_person after insert on evaluation_declaration
    deferrable initially deferred for each row execute function evaluator_speaks_for_oneself();
  create constraint trigger evaluation_score_in_person after insert on evaluation_score
    deferrable initially deferred for each row execute function evaluator_speaks_for_oneself();
`;

const AGREEMENTS = `
  create function voucher_agreement_admitted() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if not exists (select 1 from voucher_state s where s.voucher_id = new.voucher_id and s.state = 'AGREED') then
      raise exception 'voucher % has not been agreed on', new.voucher_id using errcode = 'check_violation', constraint = 'voucher_agreement_after_the_step';
    end if;
    if exists (select 1 from voucher_application a where a.voucher_id = new.voucher_id and a.requested_won < new.amount_won) then
      raise exception 'more is agreed on than was asked for' using errcode = 'check_violation', constraint = 'voucher_agreement_within_request';
    end if;
    return new;
  end $$;
  create trigger voucher_agreement_admitted before insert on voucher_agreement for each row execute function voucher_agreement_admitted();
`;

const OWN_MONEY = `
  -- What a company is to pay in before the issue. Null where a roster tells of a voucher without an agreement.
  create function own_money_due(of_voucher uuid) returns bigint language sql stable set search_path = public, pg_temp as $$
    select self_burden_won from voucher_agreement where voucher_id = of_voucher
  $$;
  create function own_money_lies_in(of_voucher uuid) returns bigint language sql stable set search_path = public, pg_temp as $$
    select coalesce((select sum(amount_won) from own_money_deposit where voucher_id = of_voucher), 0)::bigint
         - coalesce((select sum(amount_won) from own_money_return where voucher_id = of_voucher), 0)::bigint
  $$;

  -- The row of the state is the lock: two deposits for one voucher see each other. After the issue more may come in, for a top-up.
  create function own_money_deposit_admitted() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare standing text;
  begin
    select state into standing from voucher_state where voucher_id = new.voucher_id for update;
    if standing is null or standing not in ('AGREED', 'ISSUED', 'SUSPENDED') then
      raise exception 'voucher % takes no own money while %', new.voucher_id, standing using errcode = 'check_violation', constraint = 'own_money_deposit_open';
    end if;
    if standing = 'AGREED' and own_money_lies_in(new.voucher_id) + new.amount_won > own_money_due(new.voucher_id) then
      raise exception 'more own money than voucher % is due', new.voucher_id using errcode = 'check_violation', constraint = 'own_money_deposit_within_due';
    end if;
    return new;
  end $$;
  create trigger own_money_deposit_admitted before insert on own_money_deposit for each row execute function own_money_deposit_admitted();

  -- What is told to have come in and gone back is what the books say, at every commit. The floor of the lot does the rest.
  create function own_money_ties() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    in_posting constant text := case tg_table_name when 'own_money_deposit' then 'voucher.own-money-deposited' else 'voucher.own-money-returned' end;
    told numeric;
    booked numeric;
  begin
    execute format('select sum(amount_won) from %I where voucher_id = $1', tg_table_name) into told using new.voucher_id;
    select coalesce(sum(l.amount), 0) into booked
      from voucher v
      join ledger_account a on a.key = 'voucher/' || v.year_id || '/voucher.own-money/' || v.id
      join entry_line l on l.account_id = a.id
      join journal_entry e on e.id = l.entry_id
     where v.id = new.voucher_id and e.posting = in_posting;
    if told <> booked then
      raise exception 'own money of voucher %: % told, % booked', new.voucher_id, told, booked using errcode = 'check_violation', constraint = 'own_money_ties';
    end if;
    return null;
  end $$;
  create constraint trigger own_money_deposit_ties after insert on own_money_deposit deferrable initially deferred for each row execute function own_money_ties();
  create constraint trigger own_money_return_ties after insert on own_money_return deferrable initially deferred for each row execute function own_money_ties();
`;
