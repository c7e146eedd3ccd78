import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rosters of vouchers come in by an import, like registers of funds; and no voucher is issued but in the books, in the same transaction. */
export class Rosters1764000000200 implements MigrationInterface {
  readonly name = 'Rosters1764000000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(IMPORTS);
    await runner.query(POSTED);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const IMPORTS = `select facts_stated_by('import_run', 'fund-register.import', 'voucher-roster.import')`;

/** The list of vouchers and the sub-ledger say the same: what stands in an issue was credited to the voucher by the same command. */
const POSTED = `
  -- Asked at commit, once for all issues of a transaction. No row of it outlives its transaction; hence unlogged.
  create unlogged table voucher_issue_check (
    issue_tick bigint primary key
  );
  create function voucher_issue_noted() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    -- The owner lays foundations and restores, and is not asked.
    if session_user = current_user then
      return null;
    end if;
    insert into voucher_issue_check values (seal_tick()) on conflict do nothing;
    return null;
  end $$;
  create trigger voucher_issue_noted after insert on voucher_issue for each statement execute function voucher_issue_noted();

  -- Each voucher is looked up by its account, at every size, whatever a session thought of the tables when it made its plan.
  create function voucher_issue_posted() returns trigger language plpgsql security definer
    set search_path = public, pg_temp set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
  declare culprit text;
  begin
    delete from voucher_issue_check where issue_tick = new.issue_tick;
    select i.number into culprit
      from voucher_issue i join voucher_state s using (voucher_id)
     where i.seal_tick = new.issue_tick and s.state in ('APPLIED', 'SCREENED', 'EVALUATED', 'WAITLISTED', 'SELECTED', 'AGREED', 'REJECTED') limit 1;
    if found then
      raise exception 'voucher % has a number and was not issued', culprit using errcode = 'check_violation', constraint = 'voucher_issue_stepped';
    end if;
    select i.number into culprit
      from voucher_issue i
     where i.seal_tick = new.issue_tick
       and i.amount_won is distinct from (
         select sum(l.amount)
           from ledger_account a join entry_line l on l.account_id = a.id join journal_entry e on e.id = l.entry_id
          where a.key = 'voucher/' || i.year_id || '/voucher.balance/' || i.voucher_id and l.side = 'C'
            and e.command_id = i.command_id and e.posting in ('voucher.issued', 'voucher.split')) limit 1;
    if found then
      raise exception 'the books do not credit voucher % with what its issue states', culprit using errcode = 'check_violation', constraint = 'voucher_issue_posted';
    end if;
    return null;
  end $$;
  create constraint trigger voucher_issue_posted after insert on voucher_issue_check
    deferrable initially deferred for each row execute function voucher_issue_posted();
  grant select on voucher_issue_check to baton_auditor;
`;
