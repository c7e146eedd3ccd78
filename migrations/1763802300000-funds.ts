import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The fund and what happens in it. Rows are facts: they are added and, where they were wrong, voided by another row. */
export class Funds1763802300000 implements MigrationInterface {
  readonly name = 'Funds1763802300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FUND);
    await runner.query(CAPITAL);
    await runner.query(INVESTMENTS);
    await runner.query(REGISTER);
    await runner.query(GRANTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const FUND = `
  create table fund (
    id uuid primary key,
    number text not null unique check (number ~ '^FND-[0-9]{4}-[0-9]{2,4}$'),
    vintage_id uuid not null references vintage (id),
    name text not null check (length(name) between 1 and 300),
    general_partner_id uuid not null references party (id),
    custodian text not null,
    -- as the agreement states it; the partners' commitments add up to it, or the difference is a remark
    committed_won bigint not null check (committed_won > 0),
    unit_won bigint not null check (unit_won > 0),
    founded_on date not null,
    registered_on date check (registered_on >= founded_on),
    investment_from date not null,
    investment_to date not null check (investment_to > investment_from),
    life_to date not null check (life_to >= investment_to),
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred
  );

  create table fund_partner (
    id uuid primary key,
    fund_id uuid not null references fund (id),
    party_id uuid not null references party (id),
    ordinal smallint not null check (ordinal > 0),
    kind text not null check (kind in ('GENERAL', 'LIMITED', 'SPECIAL_LIMITED')),
    commitment_won bigint not null check (commitment_won > 0),
    units bigint not null check (units > 0),
    signed_on date not null,
    contact text,
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    unique (fund_id, party_id),
    unique (fund_id, ordinal)
  );
  select make_append_only('fund');
  select make_append_only('fund_partner');
`;

const CAPITAL = `
  create table capital_call (
    id uuid primary key,
    fund_id uuid not null references fund (id),
    number smallint not null check (number > 0),
    purpose text not null,
    notice_on date,
    due_on date not null,
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    unique (fund_id, number)
  );
  create table capital_call_share (
    call_id uuid not null references capital_call (id),
    partner_id uuid not null references fund_partner (id),
    amount_won bigint not null check (amount_won >= 0),
    primary key (call_id, partner_id)
  );
  create table capital_receipt (
    id uuid primary key,
    call_id uuid not null,
    partner_id uuid not null,
    value_on date not null,
    amount_won bigint not null check (amount_won > 0),
    bank_reference text,
    note text,
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    foreign key (call_id, partner_id) references capital_call_share (call_id, partner_id)
  );
  create index capital_receipt_call on capital_receipt (call_id, partner_id);
  select make_append_only('capital_call');
  select make_append_only('capital_call_share');
  select make_append_only('capital_receipt');
`;

const INVESTMENTS = `
  create table investment (
    id uuid primary key,
    fund_id uuid not null references fund (id),
    number text not null check (length(number) between 1 and 40),
    kind text not null check (kind in ('NEW', 'FOLLOW_ON', 'CONVERSION')),
    company_id uuid not null references party (id),
    instrument text not null check (instrument in ('COMMON', 'RCPS', 'CPS', 'CB', 'BW', 'EB', 'SAFE', 'CONVERTIBLE_NOTE', 'PROJECT', 'LLC_INTEREST', 'SECONDARY')),
    amount_won bigint not null check (amount_won > 0),
    committee_on date,
    paid_on date not null,
    shares bigint check (shares > 0),
    price_per_share_won bigint check (price_per_share_won > 0),
    round text,
    claimed_route text check (claimed_route in ('TECH_TRANSFER', 'IN_KIND', 'LAB_COMPANY', 'HOLDING_SUBSIDIARY', 'RESEARCHER_SPINOFF', 'GOV_RND', 'JOINT_RND', 'APPROVED_EXCEPTION')),
    company_basis text check (company_basis in ('STARTUP', 'VENTURE', 'INNOBIZ', 'RND_CENTRE')),
    origin_id uuid references investment (id),
    note text,
    -- history: told by an import, allowed to have breached; live: passed the rules when it was recorded
    history boolean not null,
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    unique (fund_id, number),
    check (kind <> 'CONVERSION' or origin_id is not null)
  );
  create index investment_fund on investment (fund_id, paid_on);
  create index investment_company on investment (company_id);

  create table investment_void (
    investment_id uuid primary key references investment (id),
    reason text not null,
    effective_on date not null,
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred
  );

  create table evidence (
    id uuid primary key,
    investment_id uuid not null references investment (id),
    kind text not null,
    issued_on date,
    valid_to date,
    issuer text,
    document_id uuid references document (id),
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred
  );
  create index evidence_investment on evidence (investment_id);

  -- A decision about recognition (main-purpose). The latest known one that is in effect on a date is the status on it.
  create table classification (
    id bigint generated always as identity primary key,
    investment_id uuid not null references investment (id),
    decision text not null check (decision in ('QUALIFIED', 'NOT_QUALIFIED', 'PENDING', 'REVOKED')),
    route text check (route in ('TECH_TRANSFER', 'IN_KIND', 'LAB_COMPANY', 'HOLDING_SUBSIDIARY', 'RESEARCHER_SPINOFF', 'GOV_RND', 'JOINT_RND', 'APPROVED_EXCEPTION')),
    company_basis text check (company_basis in ('STARTUP', 'VENTURE', 'INNOBIZ', 'RND_CENTRE')),
    effective_on date not null,
    reason text not null,
    decided_by uuid not null,
    rule_version text not null,
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    check (decision <> 'QUALIFIED' or (route is not null and company_basis is not null))
  );
  create index classification_investment on classification (investment_id, known_at);

  -- Verdicts of rules about one object: what was asked, with which numbers, and what came out.
  create table rule_verdict (
    id bigint generated always as identity primary key,
    subject_kind text not null,
    subject_id uuid not null,
    fund_id uuid not null references fund (id),
    rule text not null,
    clause text not null,
    result text not null check (result in ('PASS', 'WARN', 'BLOCK')),
    text_ko text not null,
    text_en text not null,
    inputs jsonb not null,
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred
  );
  create index rule_verdict_fund on rule_verdict (fund_id, result);
  create index rule_verdict_subject on rule_verdict (subject_id);

  select make_append_only('investment');
  select make_append_only('investment_void');
  select make_append_only('evidence');
  select make_append_only('classification');
  select make_append_only('rule_verdict');
`;

const REGISTER = `
  create table investment_exit (
    id uuid primary key,
    investment_id uuid not null references investment (id),
    kind text not null check (kind in ('MERGER', 'OVER_THE_COUNTER', 'LISTING', 'REDEMPTION', 'LIQUIDATION', 'WRITE_OFF', 'RESCISSION')),
    exited_on date not null,
    shares bigint check (shares > 0),
    proceeds_won bigint not null check (proceeds_won >= 0),
    cost_won bigint not null check (cost_won >= 0),
    expense_won bigint not null check (expense_won >= 0),
    counterparty text,
    note text,
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred
  );
  create index investment_exit_investment on investment_exit (investment_id);

  create table distribution (
    id uuid primary key,
    fund_id uuid not null references fund (id),
    number smallint not null check (number > 0),
    partner_id uuid not null references fund_partner (id),
    paid_on date not null,
    amount_won bigint not null check (amount_won >= 0),
    source text,
    note text,
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred
  );
  create index distribution_fund on distribution (fund_id, paid_on);

  create table valuation (
    id uuid primary key,
    investment_id uuid not null references investment (id),
    valued_on date not null,
    fair_value_won bigint not null check (fair_value_won >= 0),
    impairment_won bigint not null check (impairment_won >= 0),
    method text,
    note text,
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    unique (investment_id, valued_on)
  );

  create table fund_expense (
    id uuid primary key,
    fund_id uuid not null references fund (id),
    kind text not null check (kind in ('MANAGEMENT_FEE', 'CUSTODY', 'AUDIT', 'OTHER')),
    -- the word in the register, where one kind has several (fee on commitments, fee on outstanding cost)
    label text not null,
    period_from date,
    period_to date check (period_to >= period_from),
    base_won bigint,
    rate text,
    billed_won bigint,
    paid_on date not null,
    paid_won bigint not null check (paid_won >= 0),
    note text,
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred
  );
  create index fund_expense_fund on fund_expense (fund_id, paid_on);

  create table import_run (
    id uuid primary key,
    kind text not null,
    file_name text not null,
    sha256 char(64) not null,
    size_bytes integer not null,
    result jsonb not null,
    imported_by uuid not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred
  );
  create index import_run_recorded on import_run (recorded_at desc);

  select make_append_only('investment_exit');
  select make_append_only('distribution');
  select make_append_only('valuation');
  select make_append_only('fund_expense');
  select make_append_only('import_run');
`;

const TABLES =
  'fund, fund_partner, capital_call, capital_call_share, capital_receipt, investment, investment_void, evidence, classification, ' +
  'rule_verdict, investment_exit, distribution, valuation, fund_expense, import_run';

const GRANTS = `
  grant select, insert on ${TABLES} to baton_app;
  grant select on ${TABLES} to baton_auditor;
`;
