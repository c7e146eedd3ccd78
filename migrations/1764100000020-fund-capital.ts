import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Calls in detail, what came late, and the lines of the custodian that receipts were matched with. */
export class FundCapital1764100000020 implements MigrationInterface {
  readonly name = 'FundCapital1764100000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CALLS);
    await runner.query(OVERDUE);
    await runner.query(CUSTODIAN);
    await runner.query(ADMISSION);
    await runner.query(TIES);
    for (const [table, commands] of Object.entries(STATED_BY)) {
      await runner.query(`select make_append_only('${table}')`);
      await runner.query(`select facts_stated_by('${table}', ${commands.split(' ').map((command) => `'${command}'`).join(', ')})`);
      await runner.query(`grant select, insert on ${table} to baton_app`);
      await runner.query(`grant select on ${table} to baton_auditor`);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const STATED_BY: Readonly<Record<string, string>> = {
  custodian_account: 'custodian-account.register',
  capital_call_detail: 'capital-call.issue',
  capital_receipt_void: 'capital-receipt.reverse',
  overdue_interest_receipt: 'overdue-interest.receive capital-call.match',
  overdue_interest_void: 'overdue-interest.reverse',
  overdue_interest_waiver: 'overdue-interest.waive',
  custodian_statement: 'custodian-statement.import',
  custodian_line: 'custodian-statement.import',
  custodian_match: 'capital-call.match',
};

const WITNESS = `
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred`;

const CALLS = `
  -- Where partners pay in. The latest one that is in effect on a day is the account of that day.
  create table custodian_account (
    id uuid primary key,
    fund_id uuid not null references fund (id),
    bank_code char(3) not null check (bank_code ~ '^[0-9]{3}$'),
    account_number text not null check (account_number ~ '^[0-9]{10,16}$'),
    holder text not null check (length(holder) between 1 and 100),
    effective_from date not null,${WITNESS}
  );
  create index custodian_account_fund on custodian_account (fund_id, effective_from);

  -- What a call of the program says beyond its number and dates; calls that a register tells of have none.
  create table capital_call_detail (
    call_id uuid primary key references capital_call (id),
    kind text not null check (kind in ('LUMP_SUM', 'INSTALMENT', 'ON_DEMAND')),
    purpose_code text not null check (purpose_code in ('INVESTMENT', 'MANAGEMENT_FEE', 'EXPENSE', 'MIXED', 'OTHER')),
    contact text check (length(contact) between 1 and 200),
    account_id uuid references custodian_account (id),${WITNESS}
  );

  -- A receipt that should never have been booked counts no more from its value date, once that is known.
  create table capital_receipt_void (
    receipt_id uuid primary key references capital_receipt (id),
    reason text not null check (length(reason) between 1 and 500),
    effective_on date not null,${WITNESS}
  );

  -- The receipts that count, as known before an instant: every sum of receipts asks this.
  create function receipts_standing(known_before timestamptz) returns setof capital_receipt language sql stable as $$
    select r.* from capital_receipt r
     where r.known_at < known_before
       and not exists (select 1 from capital_receipt_void v where v.receipt_id = r.id and v.known_at < known_before)
  $$;
`;

const OVERDUE = `
  create table overdue_interest_receipt (
    id uuid primary key,
    call_id uuid not null,
    partner_id uuid not null,
    value_on date not null,
    amount_won bigint not null check (amount_won > 0),
    bank_reference text,
    note text,${WITNESS},
    foreign key (call_id, partner_id) references capital_call_share (call_id, partner_id)
  );
  create index overdue_interest_receipt_call on overdue_interest_receipt (call_id, partner_id);

  create table overdue_interest_void (
    interest_id uuid primary key references overdue_interest_receipt (id),
    reason text not null check (length(reason) between 1 and 500),
    effective_on date not null,${WITNESS}
  );

  create table overdue_interest_waiver (
    id uuid primary key,
    call_id uuid not null,
    partner_id uuid not null,
    waived_on date not null,
    amount_won bigint not null check (amount_won > 0),
    reason text not null check (length(reason) between 1 and 500),${WITNESS},
    foreign key (call_id, partner_id) references capital_call_share (call_id, partner_id)
  );
  create index overdue_interest_waiver_call on overdue_interest_waiver (call_id, partner_id);

  create function overdue_interest_standing(known_before timestamptz) returns setof overdue_interest_receipt language sql stable as $$
    select r.* from overdue_interest_receipt r
     where r.known_at < known_before
       and not exists (select 1 from overdue_interest_void v where v.interest_id = r.id and v.known_at < known_before)
  $$;
`;

const CUSTODIAN = `
  create table custodian_statement (
    id uuid primary key,
    fund_id uuid not null references fund (id),
    file_name text not null,
    sha256 char(64) not null,
    size_bytes integer not null,${WITNESS}
  );
  create index custodian_statement_fund on custodian_statement (fund_id, recorded_at);

  -- A movement of the account: deposits above zero, withdrawals below. The key tells a line apart from every other of the fund.
  create table custodian_line (
    id uuid primary key,
    statement_id uuid not null references custodian_statement (id),
    fund_id uuid not null references fund (id),
    line_key char(64) not null,
    row_no integer not null check (row_no > 0),
    value_on date not null,
    amount_won bigint not null check (amount_won <> 0),
    counterparty text,
    memo text,
    reference text,
    balance_won bigint,${WITNESS},
    unique (fund_id, line_key)
  );
  create index custodian_line_fund on custodian_line (fund_id, value_on);

  -- Which line of the bank a receipt is. A receipt is matched once; a line may be several receipts, but no more than its amount.
  create table custodian_match (
    id uuid primary key,
    line_id uuid not null references custodian_line (id),
    receipt_id uuid unique references capital_receipt (id),
    interest_id uuid unique references overdue_interest_receipt (id),${WITNESS},
    check (num_nonnulls(receipt_id, interest_id) = 1)
  );
  create index custodian_match_line on custodian_match (line_id);

  -- What of the lines has been explained, as known before an instant. A receipt that was reversed explains nothing.
  create function matches_standing(known_before timestamptz)
    returns table (line_id uuid, receipt_id uuid, interest_id uuid, call_id uuid, partner_id uuid, amount_won bigint) language sql stable as $$
    select m.line_id, m.receipt_id, m.interest_id, coalesce(r.call_id, i.call_id), coalesce(r.partner_id, i.partner_id), coalesce(r.amount_won, i.amount_won)
      from custodian_match m
      left join receipts_standing(known_before) r on r.id = m.receipt_id
      left join overdue_interest_standing(known_before) i on i.id = m.interest_id
     where m.known_at < known_before and (r.id is not null or i.id is not null)
  $$;
`;

const ADMISSION = `
  -- The row of the line is the lock: two people who use one line see each other.
  create function custodian_match_admitted() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    line custodian_line;
    of_fund uuid;
    amount bigint;
    used bigint;
  begin
    select * into line from custodian_line where id = new.line_id for update;
    select c.fund_id, coalesce(r.amount_won, i.amount_won) into of_fund, amount
      from (select new.receipt_id, new.interest_id) n (receipt, interest)
      left join capital_receipt r on r.id = n.receipt
      left join overdue_interest_receipt i on i.id = n.interest
      join capital_call c on c.id = coalesce(r.call_id, i.call_id);
    if of_fund <> line.fund_id then
      raise exception 'line and receipt are of different funds' using errcode = 'check_violation', constraint = 'custodian_match_in_one_fund';
    end if;
    if exists (select 1 from capital_receipt_void where receipt_id = new.receipt_id) or exists (select 1 from overdue_interest_void where interest_id = new.interest_id) then
      raise exception 'the receipt has been reversed' using errcode = 'check_violation', constraint = 'custodian_match_of_standing_receipt';
    end if;
    select coalesce(sum(amount_won), 0) into used from matches_standing('infinity') where line_id = line.id;
    if used + amount > line.amount_won then
      raise exception 'line % has only % left', line.id, line.amount_won - used using errcode = 'check_violation', constraint = 'custodian_line_used_once';
    end if;
    return new;
  end $$;
  create trigger custodian_match_admitted before insert on custodian_match for each row execute function custodian_match_admitted();

  create function custodian_line_admitted() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if not exists (select 1 from custodian_statement s where s.id = new.statement_id and s.fund_id = new.fund_id) then
      raise exception 'a line belongs to the fund of its statement' using errcode = 'check_violation', constraint = 'custodian_line_in_one_fund';
    end if;
    return new;
  end $$;
  create trigger custodian_line_admitted before insert on custodian_line for each row execute function custodian_line_admitted();

  create function capital_call_detail_admitted() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if new.account_id is not null and not exists (
      select 1 from custodian_account a join capital_call c on c.fund_id = a.fund_id where a.id = new.account_id and c.id = new.call_id) then
      raise exception 'the account is of another fund' using errcode = 'check_violation', constraint = 'capital_call_account_in_one_fund';
    end if;
    return new;
  end $$;
  create trigger capital_call_detail_admitted before insert on capital_call_detail for each row execute function capital_call_detail_admitted();
`;

const TIES = `
  -- A receipt of interest is booked, to the won, by the commit that states it.
  create function overdue_interest_ties() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare booked numeric;
  begin
    select coalesce(sum(l.amount), 0) into booked
      from journal_entry e join entry_line l on l.entry_id = e.id join ledger_account a on a.id = l.account_id
     where e.subject_kind = 'overdue-interest' and e.subject_id = new.id and e.posting = 'fund.overdue-interest-received'
       and a.key like 'fund/%/fund.overdue-interest/%' and l.side = 'C';
    if booked <> new.amount_won then
      raise exception 'overdue interest %: % told, % booked', new.id, new.amount_won, booked using errcode = 'check_violation', constraint = 'overdue_interest_ties';
    end if;
    return null;
  end $$;
  create constraint trigger overdue_interest_ties after insert on overdue_interest_receipt deferrable initially deferred for each row execute function overdue_interest_ties();

  -- What counts no more stands in the books no more.
  create function reversal_ties() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    of_kind constant text := case tg_table_name when 'capital_receipt_void' then 'capital-receipt' else 'overdue-interest' end;
    of_id constant uuid := case tg_table_name when 'capital_receipt_void' then (to_jsonb(new) ->> 'receipt_id')::uuid else (to_jsonb(new) ->> 'interest_id')::uuid end;
  begin
    if not exists (select 1 from journal_entry e where e.subject_kind = of_kind and e.subject_id = of_id and e.reverses is not null)
       or exists (select 1 from journal_entry e where e.subject_kind = of_kind and e.subject_id = of_id and e.reverses is null
                     and not exists (select 1 from journal_entry u where u.reverses = e.id)) then
      raise exception '% % is reversed but its entries stand', of_kind, of_id using errcode = 'check_violation', constraint = 'reversal_ties';
    end if;
    return null;
  end $$;
  create constraint trigger capital_receipt_void_ties after insert on capital_receipt_void deferrable initially deferred for each row execute function reversal_ties();
  create constraint trigger overdue_interest_void_ties after insert on overdue_interest_void deferrable initially deferred for each row execute function reversal_ties();
`;
