import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Valuations, exits, fees and expenses as they are recorded live. */
export class FundOutcomes1764100000060 implements MigrationInterface {
  readonly name = 'FundOutcomes1764100000060';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [VALUATIONS, EXITS, FEES, EXPENSES, GUARDS]) await runner.query(statements);
    for (const [table, commands] of Object.entries(STATED_BY)) {
      await runner.query(`select make_append_only('${table}')`);
      await runner.query(`select facts_stated_by('${table}', ${commands.map((command) => `'${command}'`).join(', ')})`);
      await runner.query(`grant select, insert on ${table} to baton_app`);
      await runner.query(`grant select on ${table} to baton_auditor`);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const STATED_BY: Readonly<Record<string, readonly string[]>> = {
  valuation_ground: ['valuation.record', 'exit.record'],
  exit_term: ['exit.record'],
  escrow_receipt: ['escrow.receive'],
  fee_schedule: ['fee-term.decide'],
  fee_term: ['fee-term.decide'],
  fee_reduction: ['fee-term.decide'],
  fee_bill: ['fee.bill'],
  fee_bill_void: ['fee.void'],
  fund_payment: ['expense.pay', 'due-diligence.settle'],
  fund_expense_void: ['expense.void'],
  due_diligence: ['due-diligence.settle'],
};

const BY_COMMAND = 'command_id uuid not null references command_log (id) deferrable initially deferred';
const WITNESS = `
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    ${BY_COMMAND}`;

const VALUATIONS = `
  -- A correction is another valuation of the same day that was known later.
  alter table valuation drop constraint valuation_investment_id_valued_on_key;
  create unique index valuation_known on valuation (investment_id, valued_on, known_at);

  -- On what a live valuation rests.
  create table valuation_ground (
    valuation_id uuid primary key references valuation (id),
    -- outstanding cost of the deal on the day, as it was known
    cost_won bigint not null check (cost_won > 0),
    -- codes of the list in force: why it is impaired, and why less than the guideline asks for will do
    reasons text[] not null,
    exceptions text[] not null,
    auditor text,
    signed_on date,
    document_id uuid references document (id),
    check ((auditor is null) = (signed_on is null)),${WITNESS}
  );
`;

const EXITS = `
  alter table investment_exit drop constraint investment_exit_kind_check;
  alter table investment_exit add constraint investment_exit_kind_check
    check (kind in ('MERGER', 'OVER_THE_COUNTER', 'LISTING', 'REDEMPTION', 'LIQUIDATION', 'PROJECT_SETTLEMENT', 'WRITE_OFF', 'RESCISSION'));

  create table exit_term (
    exit_id uuid primary key references investment_exit (id),
    counterparty_id uuid references party (id),
    price_per_share_won bigint check (price_per_share_won > 0),
    fee_won bigint not null check (fee_won >= 0),
    tax_won bigint not null check (tax_won >= 0),
    -- part of the proceeds that is interest, for a redemption
    interest_won bigint not null check (interest_won >= 0),
    -- part of the price that is held back; no proceeds until it comes
    escrow_won bigint not null check (escrow_won >= 0),
    escrow_until date,
    consent_document_id uuid references document (id),
    document_id uuid references document (id),
    check (escrow_until is null or escrow_won > 0),${WITNESS}
  );

  create table escrow_receipt (
    id uuid primary key,
    exit_id uuid not null references exit_term (exit_id),
    -- the proceeds it is recorded as; none where everything went back to the buyer
    proceeds_id uuid unique references investment_exit (id),
    settled_on date not null,
    received_won bigint not null check (received_won >= 0),
    forfeited_won bigint not null check (forfeited_won >= 0),
    note text,
    check (received_won + forfeited_won > 0),
    check ((proceeds_id is null) = (received_won = 0)),${WITNESS}
  );
  create index escrow_receipt_exit on escrow_receipt (exit_id);
`;

const FEES = `
  -- All stretches of a fund's fee as one decision; the one known last holds, from the first day of the fund on.
  create table fee_schedule (
    id uuid primary key,
    fund_id uuid not null references fund (id),
    clause text not null,
    reason text not null,${WITNESS}
  );
  create index fee_schedule_fund on fee_schedule (fund_id, known_at);

  create table fee_term (
    schedule_id uuid not null references fee_schedule (id),
    ordinal smallint not null check (ordinal > 0),
    term_from date not null,
    term_to date not null check (term_to >= term_from),
    base text not null check (base in ('COMMITTED', 'INVESTED', 'OUTSTANDING', 'NET_COST')),
    rate_basis_points int not null check (rate_basis_points between 0 and 10000),
    clause text not null,
    ${BY_COMMAND},
    primary key (schedule_id, ordinal)
  );

  create table fee_reduction (
    schedule_id uuid not null references fee_schedule (id),
    ordinal smallint not null check (ordinal > 0),
    reduced_from date not null,
    reduced_to date not null check (reduced_to >= reduced_from),
    keeps_basis_points int not null check (keeps_basis_points between 0 and 10000),
    reason text not null,
    clause text not null,
    ${BY_COMMAND},
    primary key (schedule_id, ordinal)
  );

  create table fee_bill (
    id uuid primary key,
    fund_id uuid not null references fund (id),
    period_from date not null,
    period_to date not null check (period_to >= period_from),
    billed_on date not null,
    amount_won bigint not null check (amount_won >= 0),
    reduced_by_won bigint not null check (reduced_by_won >= 0),
    -- what earlier bills of the year were off, by what is known now
    adjustment_won bigint not null,
    -- days, bases and rates as they were counted
    pieces jsonb not null,
    clause text not null,${WITNESS}
  );
  create index fee_bill_fund on fee_bill (fund_id, period_from);

  create table fee_bill_void (
    bill_id uuid primary key references fee_bill (id),
    voided_on date not null,
    reason text not null,${WITNESS}
  );
`;

const EXPENSES = `
  -- To whom a live payment went, and for which bill.
  create table fund_payment (
    expense_id uuid primary key references fund_expense (id),
    payee_id uuid not null references party (id),
    bill_id uuid references fee_bill (id),
    bank_reference text,
    document_id uuid references document (id),${WITNESS}
  );
  create index fund_payment_bill on fund_payment (bill_id);

  create table fund_expense_void (
    expense_id uuid primary key references fund_expense (id),
    voided_on date not null,
    reason text not null,${WITNESS}
  );

  create table due_diligence (
    id uuid primary key,
    fund_id uuid not null references fund (id),
    company text not null,
    -- the deal that came of it; none where the fund did not invest
    investment_id uuid references investment (id),
    kind text not null check (kind in ('FINANCIAL', 'LEGAL', 'TECHNICAL', 'OTHER')),
    cost_won bigint not null check (cost_won > 0),
    fund_won bigint not null check (fund_won >= 0),
    general_partner_won bigint not null check (general_partner_won >= 0),
    -- the fund's part as it was paid
    expense_id uuid unique references fund_expense (id),
    clause text not null,
    constraint due_diligence_parts check (fund_won + general_partner_won = cost_won),
    constraint due_diligence_paid check ((expense_id is null) = (fund_won = 0)),${WITNESS}
  );
  create index due_diligence_fund on due_diligence (fund_id);
`;

const GUARDED = 'language plpgsql security definer set search_path = public, pg_temp';

/** What no statement may leave behind, whoever wrote it. Each takes the fund's turn first, so that two at once are seen one after the other. */
const GUARDS = `
  create function fund_turn(fund uuid) returns void language sql as $$ select pg_advisory_xact_lock(hashtextextended('fund ' || fund, 0)) $$;

  create function valuation_ground_holds() returns trigger ${GUARDED} as $$
  declare valued valuation;
  begin
    select * into valued from valuation where id = new.valuation_id;
    if valued.impairment_won > new.cost_won then
      raise exception 'an impairment of % exceeds the cost of %', valued.impairment_won, new.cost_won using errcode = 'check_violation', constraint = 'valuation_impairment_within_cost';
    end if;
    if valued.impairment_won > 0 and cardinality(new.reasons) = 0 then
      raise exception 'an impairment needs a reason' using errcode = 'check_violation', constraint = 'valuation_impairment_has_reason';
    end if;
    if not exists (select 1 from investment where id = valued.investment_id and paid_on <= valued.valued_on and kind <> 'CONVERSION') then
      raise exception 'nothing was held on that day' using errcode = 'check_violation', constraint = 'valuation_of_holding';
    end if;
    return null;
  end $$;
  create trigger valuation_ground_holds after insert on valuation_ground for each row execute function valuation_ground_holds();

  -- What an import tells may be more than was bought; it happened. Asked at commit, when the command is on record.
  create function investment_exit_holds() returns trigger ${GUARDED} as $$
  declare deal investment; taken bigint; sold bigint;
  begin
    if exists (select 1 from command_log where id = new.command_id and command = 'fund-register.import') then return null; end if;
    select * into deal from investment where id = new.investment_id;
    perform fund_turn(deal.fund_id);
    select sum(cost_won), sum(shares) into taken, sold from investment_exit where investment_id = deal.id;
    if taken > deal.amount_won then
      raise exception 'exits take more cost than the deal has' using errcode = 'check_violation', constraint = 'investment_exit_within_cost';
    end if;
    -- A conversion makes other shares of it.
    if sold > deal.shares and not exists (select 1 from deal_conversion where from_id = deal.id) then
      raise exception 'exits take more shares than the deal has' using errcode = 'check_violation', constraint = 'investment_exit_within_shares';
    end if;
    if new.exited_on < deal.paid_on then
      raise exception 'an exit before the payment' using errcode = 'check_violation', constraint = 'investment_exit_after_payment';
    end if;
    return null;
  end $$;
  create constraint trigger investment_exit_holds after insert on investment_exit deferrable initially deferred for each row execute function investment_exit_holds();

  create function escrow_receipt_holds() returns trigger ${GUARDED} as $$
  declare held bigint; settled bigint;
  begin
    select escrow_won into held from exit_term where exit_id = new.exit_id for update;
    select sum(received_won + forfeited_won) into settled from escrow_receipt where exit_id = new.exit_id;
    if settled > held then
      raise exception 'more than was held back' using errcode = 'check_violation', constraint = 'escrow_receipt_within_escrow';
    end if;
    return null;
  end $$;
  create trigger escrow_receipt_holds after insert on escrow_receipt for each row execute function escrow_receipt_holds();

  create function fee_reduction_holds() returns trigger ${GUARDED} as $$
  begin
    if exists (select 1 from fee_reduction r where r.schedule_id = new.schedule_id and r.ordinal <> new.ordinal
                  and daterange(r.reduced_from, r.reduced_to, '[]') && daterange(new.reduced_from, new.reduced_to, '[]')) then
      raise exception 'two reductions of one day' using errcode = 'exclusion_violation', constraint = 'fee_reduction_alone';
    end if;
    return null;
  end $$;
  create trigger fee_reduction_holds after insert on fee_reduction for each row execute function fee_reduction_holds();

  create function fee_bill_holds() returns trigger ${GUARDED} as $$
  begin
    perform fund_turn(new.fund_id);
    if exists (select 1 from fee_bill b where b.fund_id = new.fund_id and b.id <> new.id
                  and daterange(b.period_from, b.period_to, '[]') && daterange(new.period_from, new.period_to, '[]')
                  and not exists (select 1 from fee_bill_void v where v.bill_id = b.id)) then
      raise exception 'a day would be billed twice' using errcode = 'exclusion_violation', constraint = 'fee_bill_day_once';
    end if;
    return null;
  end $$;
  create trigger fee_bill_holds after insert on fee_bill for each row execute function fee_bill_holds();

  -- A payment of a bill: of the same fund, of a bill that stands, and never more than it says.
  create function fund_payment_holds() returns trigger ${GUARDED} as $$
  declare bill fee_bill; paid bigint;
  begin
    if new.bill_id is null then return null; end if;
    select * into bill from fee_bill where id = new.bill_id;
    perform fund_turn(bill.fund_id);
    select sum(e.paid_won) into paid from fund_payment p join fund_expense e on e.id = p.expense_id
     where p.bill_id = bill.id and not exists (select 1 from fund_expense_void v where v.expense_id = e.id);
    if paid > bill.amount_won then
      raise exception 'more than was billed' using errcode = 'check_violation', constraint = 'fund_payment_within_bill';
    end if;
    if exists (select 1 from fee_bill_void where bill_id = bill.id)
       or not exists (select 1 from fund_expense where id = new.expense_id and fund_id = bill.fund_id) then
      raise exception 'the bill does not stand in this fund' using errcode = 'check_violation', constraint = 'fund_payment_of_standing_bill';
    end if;
    return null;
  end $$;
  create trigger fund_payment_holds after insert on fund_payment for each row execute function fund_payment_holds();

  create function fee_bill_void_holds() returns trigger ${GUARDED} as $$
  begin
    perform fund_turn((select fund_id from fee_bill where id = new.bill_id));
    if exists (select 1 from fund_payment p where p.bill_id = new.bill_id and not exists (select 1 from fund_expense_void v where v.expense_id = p.expense_id)) then
      raise exception 'the bill is paid' using errcode = 'check_violation', constraint = 'fee_bill_void_unpaid';
    end if;
    return null;
  end $$;
  create trigger fee_bill_void_holds after insert on fee_bill_void for each row execute function fee_bill_void_holds();
`;
