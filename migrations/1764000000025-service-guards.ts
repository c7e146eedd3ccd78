import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stands of a service, who waits for whom, and what the database itself refuses about its money. */
export class ServiceGuards1764000000025 implements MigrationInterface {
  readonly name = 'ServiceGuards1764000000025';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(STANDING);
    await runner.query(AMOUNTS);
    await runner.query(REFUNDS);
    await runner.query(DUTIES);
    await runner.query(GRANTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const STANDING = `
  -- What of each service stands: as contracted, as claimed once it is claimed, less what came back.
  create view service_standing with (security_invoker = true) as
    select s.id as service_id, s.voucher_id, t.state, c.id as claim_id,
           coalesce(c.supply_won, s.supply_won) - r.public_won - r.self_won as supply_won,
           coalesce(c.government_won, s.government_won) - r.public_won as government_won,
           coalesce(c.self_won, s.self_won) - r.self_won as self_won,
           coalesce(c.vat_won, s.vat_won) - r.vat_won as vat_won
      from voucher_service s
      join service_state t on t.service_id = s.id
      left join lateral (select * from service_claim c where c.service_id = s.id and t.state in ('CLAIMED', 'CAPTURED', 'PAID', 'REFUNDED')
                          order by c.recorded_at desc limit 1) c on true
      cross join lateral (select coalesce(sum(public_won), 0)::bigint as public_won, coalesce(sum(self_won), 0)::bigint as self_won, coalesce(sum(vat_won), 0)::bigint as vat_won
                            from service_refund r where r.service_id = s.id) r;

  -- Whoever reads in order to decide waits here for those who are deciding: vouchers first, then services, each in one order,
  -- like the triggers above. The application may not lock rows that it may not change, nor what lies outside of its sight.
  create function lock_services(wanted uuid[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
  declare seen uuid[];
  begin
    select array_agg(s.id) into seen from voucher_service s join voucher v on v.id = s.voucher_id
     where s.id = any (wanted) and (baton_sees_all() or v.year_id in (select baton_voucher_years()));
    perform 1 from voucher_state where voucher_id in (select voucher_id from voucher_service where id = any (seen)) order by voucher_id for share;
    perform 1 from service_state where service_id = any (seen) order by service_id for update;
  end $$;
  revoke execute on function lock_services(uuid[]) from public;
`;

/** Amounts follow from one row to the next: hold, contract, claim, decision to pay. Judged once for each statement. */
const AMOUNTS = `
  create function service_hold_matches() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if exists (
      select 1 from added a join voucher v on v.id = a.voucher_id left join ledger_hold h on h.id = a.hold_id left join ledger_account l on l.id = h.account_id
       where (a.government_won > 0 or a.hold_id is not null)
         and (h.amount, l.key) is distinct from (a.government_won, 'voucher/' || v.year_id || '/voucher.balance/' || v.id)) then
      raise exception 'a contract holds its public share on its own voucher' using errcode = 'check_violation', constraint = 'voucher_service_hold';
    end if;
    return null;
  end $$;
  create trigger service_hold_matches after insert on voucher_service referencing new table as added for each statement execute function service_hold_matches();

  create function service_claim_matches() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if exists (
      select 1 from added a join voucher_service s on s.id = a.service_id join tax_invoice x on x.number = a.invoice_number
       where x.subject_id <> a.service_id or (x.supply_won, x.vat_won) <> (a.supply_won, a.vat_won)
          or a.supply_won > s.supply_won or a.government_won > s.government_won) then
      raise exception 'a claim bills what its invoice says, and no more than was contracted' using errcode = 'check_violation', constraint = 'service_claim_matches';
    end if;
    return null;
  end $$;
  create trigger service_claim_matches after insert on service_claim referencing new table as added for each statement execute function service_claim_matches();

  create function service_capture_matches() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if exists (
      select 1 from added a join service_claim c on c.id = a.claim_id join service_state t on t.service_id = a.service_id join service_provider p on p.id = t.provider_id
       where c.service_id <> a.service_id or a.public_won <> c.government_won or a.own_won > c.self_won or a.payee_id <> p.party_id
          or exists (select 1 from service_claim later where later.service_id = a.service_id and later.recorded_at > c.recorded_at)) then
      raise exception 'a decision to pay is about the last claim, its amounts and its provider' using errcode = 'check_violation', constraint = 'service_capture_matches';
    end if;
    return null;
  end $$;
  create trigger service_capture_matches after insert on service_capture referencing new table as added for each statement execute function service_capture_matches();
`;

/** Nothing comes back twice. The row of the state is the lock. */
const REFUNDS = `
  create function service_refund_stands() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform 1 from service_state where service_id in (select service_id from added) order by service_id for update;
    if exists (
      select 1 from service_capture k join service_claim c on c.id = k.claim_id
        join (select service_id, sum(public_won) as public_won, sum(self_won) as self_won, sum(vat_won) as vat_won from service_refund
               where service_id in (select service_id from added) group by service_id) r on r.service_id = k.service_id
       where r.public_won > c.government_won or r.self_won > c.self_won or r.vat_won > c.vat_won)
       or exists (select 1 from added a where not exists (select 1 from service_capture k where k.service_id = a.service_id)) then
      raise exception 'no more comes back of a lot than was paid' using errcode = 'check_violation', constraint = 'service_refund_stands';
    end if;
    return null;
  end $$;
  create trigger service_refund_stands after insert on service_refund referencing new table as added for each statement execute function service_refund_stands();
`;

/** Nobody decides alone: who decides to pay neither recorded the claim nor signed the contract into the books. */
const DUTIES = `
  create function person_of(of_command uuid) returns uuid language sql stable security definer set search_path = public, pg_temp as $$
    select coalesce(u.person_id, u.id) from command_log c join app_user u on u.id = c.actor_id where c.id = of_command
  $$;

  create function persons_of(of_commands uuid[]) returns table (command_id uuid, person_id uuid) language sql stable security definer set search_path = public, pg_temp as $$
    select c.id, coalesce(u.person_id, u.id) from command_log c join app_user u on u.id = c.actor_id where c.id = any (of_commands)
  $$;

  -- Asked at commit: the command that decides is logged last. One check per statement of captures.
  create table service_capture_check (
    capture_tick bigint primary key
  );
  create function service_capture_noted() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    insert into service_capture_check values (seal_tick()) on conflict do nothing;
    return null;
  end $$;
  create trigger service_capture_noted after insert on service_capture for each statement execute function service_capture_noted();

  create function service_capture_independent() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if session_user <> current_user and exists (
      select 1 from service_capture p
        join command_log decided on decided.id = p.command_id
        join app_user decider on decider.id = decided.actor_id
        join service_claim m on m.id = p.claim_id
        join command_log claimed on claimed.id = m.command_id
        join app_user claimer on claimer.id = claimed.actor_id
       where p.seal_tick = new.capture_tick and decided.command = 'service.capture'
         and coalesce(decider.person_id, decider.id) = coalesce(claimer.person_id, claimer.id)) then
      raise exception 'who recorded a claim does not decide on its payment' using errcode = 'check_violation', constraint = 'service_capture_independent';
    end if;
    if exists (select 1 from service_capture p join service_state t on t.service_id = p.service_id where p.seal_tick = new.capture_tick and t.state in ('CONTRACTED', 'DELIVERED', 'ACCEPTED', 'INSPECTED', 'CLAIMED')) then
      raise exception 'what was decided has to be a step of its service' using errcode = 'check_violation', constraint = 'service_capture_life';
    end if;
    delete from service_capture_check where capture_tick = new.capture_tick;
    return null;
  end $$;
  create constraint trigger service_capture_independent after insert on service_capture_check
    deferrable initially deferred for each row execute function service_capture_independent();
`;

const GRANTS = `
  grant select on service_standing to baton_app, baton_auditor;
  grant execute on function lock_services(uuid[]) to baton_app;
`;
