import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What recognition rests on: institutes, what documents say, the snapshot that a decision froze. */
export class Recognition1764100000050 implements MigrationInterface {
  readonly name = 'Recognition1764100000050';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(BASES);
    await runner.query(INSTITUTES);
    await runner.query(EVIDENCE);
    await runner.query(EXCEPTIONS);
    await runner.query(SNAPSHOTS);
    await runner.query(DECISIONS);
    for (const [table, commands] of Object.entries(STATED_BY)) {
      await runner.query(`select facts_stated_by('${table}', ${commands.split(' ').map((command) => `'${command}'`).join(', ')})`);
    }
    await runner.query(GRANTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

/** 메인비즈 and a technology rating prove a technology-based firm as well. */
const BASES = `
  alter table investment drop constraint investment_company_basis_check;
  alter table investment add constraint investment_company_basis_check check (company_basis in ('STARTUP', 'VENTURE', 'INNOBIZ', 'MAINBIZ', 'RND_CENTRE', 'TECH_RATING'));
  alter table classification drop constraint classification_company_basis_check;
  alter table classification add constraint classification_company_basis_check check (company_basis in ('STARTUP', 'VENTURE', 'INNOBIZ', 'MAINBIZ', 'RND_CENTRE', 'TECH_RATING'));
`;

const INSTITUTES = `
  create table public_institute (
    id uuid primary key,
    name text not null check (length(btrim(name)) between 1 and 200),
    number text check (number ~ '^[0-9]{10}$'),
    kind text not null check (kind in ('NATIONAL_PUBLIC', 'GOVERNMENT_FUNDED', 'SPECIFIC', 'UNIVERSITY', 'LOCAL_FUNDED', 'OTHER')),
    valid_from date not null,
    source text not null check (length(btrim(source)) > 0),
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred
  );
  create table public_institute_end (
    institute_id uuid primary key references public_institute (id),
    -- the last day on which it still was one
    last_on date not null,
    reason text not null check (length(btrim(reason)) > 0),
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred
  );
  select make_append_only('public_institute');
  select make_append_only('public_institute_end');

  -- Names as compared: without blanks, brackets and middle dots.
  create function institute_word(name text) returns text language sql immutable as $$
    select lower(regexp_replace(normalize(name, NFKC), '[[:space:]()·ㆍᆞ・•∙‧]', '', 'g'))
  $$;
  create index public_institute_word on public_institute (institute_word(name));

  -- One institute, one row at a time: two would let a machine check choose.
  create function public_institute_once() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('public institutes', 0));
    if exists (select 1 from public_institute i left join public_institute_end e on e.institute_id = i.id
                where i.id <> new.id and (institute_word(i.name) = institute_word(new.name) or i.number = new.number)
                  and (e.last_on is null or e.last_on >= new.valid_from)) then
      raise exception 'the institute is on the list already' using errcode = 'check_violation', constraint = 'public_institute_once';
    end if;
    return null;
  end $$;
  create trigger public_institute_once after insert on public_institute for each row execute function public_institute_once();

  create function public_institute_ended() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if exists (select 1 from public_institute i where i.id = new.institute_id and i.valid_from > new.last_on) then
      raise exception 'an institute ends after it began' using errcode = 'check_violation', constraint = 'public_institute_end_in_order';
    end if;
    return null;
  end $$;
  create trigger public_institute_ended after insert on public_institute_end for each row execute function public_institute_ended();
`;

const EVIDENCE = `
  -- What a document says, as far as machine checks read it.
  create table evidence_detail (
    evidence_id uuid primary key references evidence (id),
    number text,
    counterparty text,
    term_from date,
    term_to date check (term_to >= term_from),
    holding_basis_points integer check (holding_basis_points between 0 and 10000),
    holding_law text check (holding_law in ('SPECIAL_ZONE', 'INDUSTRY_EDUCATION', 'TECHNOLOGY_TRANSFER')),
    valued_on date,
    project_number text,
    project_role text check (project_role in ('PARTICIPATION', 'COMMERCIALISATION')),
    grade text,
    zone text,
    cancelled_on date,
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    constraint evidence_detail_says_something check (
      num_nonnulls(number, counterparty, term_from, term_to, holding_basis_points, holding_law, valued_on, project_number, project_role, grade, zone, cancelled_on) > 0)
  );
  -- What became of a document later.
  create table evidence_turn (
    id uuid primary key,
    evidence_id uuid not null references evidence (id),
    turn text not null check (turn in ('FALSE_DOCUMENT', 'CANCELLED_AB_INITIO', 'LOST_STATUS', 'CORRECTED')),
    happened_on date not null,
    reason text not null check (length(btrim(reason)) > 0),
    replaced_by uuid references evidence (id),
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    unique (evidence_id, turn),
    constraint evidence_turn_replacement check ((turn = 'CORRECTED') = (replaced_by is not null) and replaced_by is distinct from evidence_id)
  );
  create index evidence_turn_evidence on evidence_turn (evidence_id);
  select make_append_only('evidence_detail');
  select make_append_only('evidence_turn');

  -- Nobody adds to what a document says once it lies there: that would be another document.
  create function evidence_detail_with_evidence() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if not exists (select 1 from evidence e where e.id = new.evidence_id and e.command_id = new.command_id) then
      raise exception 'what a document says is recorded with it' using errcode = 'check_violation', constraint = 'evidence_detail_with_evidence';
    end if;
    return null;
  end $$;
  create trigger evidence_detail_with_evidence after insert on evidence_detail for each row execute function evidence_detail_with_evidence();

  -- A document that never stood, or that another one replaced, can turn no further. A lost status can still prove false.
  create function evidence_turn_open() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('evidence ' || new.evidence_id, 0));
    if exists (select 1 from evidence_turn t where t.evidence_id = new.evidence_id and t.id <> new.id and t.turn <> 'LOST_STATUS') then
      raise exception 'the document stands no more' using errcode = 'check_violation', constraint = 'evidence_turn_open';
    end if;
    if new.replaced_by is not null and not exists (
      select 1 from evidence o join evidence r on r.investment_id = o.investment_id where o.id = new.evidence_id and r.id = new.replaced_by) then
      raise exception 'a document is replaced by one of the same investment' using errcode = 'check_violation', constraint = 'evidence_turn_same_investment';
    end if;
    return null;
  end $$;
  create trigger evidence_turn_open after insert on evidence_turn for each row execute function evidence_turn_open();
`;

const EXCEPTIONS = `
  -- An answer of the authority or the advisory committee that recognises in advance (유권해석·자문위).
  create table recognition_exception (
    id uuid primary key,
    fund_id uuid not null references fund (id),
    number text not null check (length(btrim(number)) between 1 and 100),
    issuer text not null check (length(btrim(issuer)) > 0),
    subject text not null check (length(btrim(subject)) > 0),
    -- null: every company of the fund
    company_id uuid references party (id),
    valid_from date not null,
    valid_to date check (valid_to >= valid_from),
    document_id uuid references document (id),
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    unique (fund_id, number)
  );
  select make_append_only('recognition_exception');
`;

const SNAPSHOTS = `
  -- The facts that a decision rests on, as they were, in canonical JSON; the hash can be checked with any tool.
  create table recognition_snapshot (
    classification_id bigint primary key references classification (id),
    as_of date not null,
    facts text not null check (facts is json object),
    sha256 char(64) not null,
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    constraint recognition_snapshot_hash check (sha256 = encode(sha256(convert_to(facts, 'UTF8')), 'hex'))
  );
  select make_append_only('recognition_snapshot');

  -- Frozen on the day of a payment: of the deal itself or of an earlier one into the same company that it follows.
  create function recognition_snapshot_on_payment() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if not exists (select 1 from classification c join investment i on i.id = c.investment_id
                     join investment o on o.fund_id = i.fund_id and o.company_id = i.company_id and o.paid_on <= i.paid_on
                    where c.id = new.classification_id and c.command_id = new.command_id and o.paid_on = new.as_of) then
      raise exception 'a snapshot belongs to its decision and to a day of payment' using errcode = 'check_violation', constraint = 'recognition_snapshot_on_payment';
    end if;
    return null;
  end $$;
  create trigger recognition_snapshot_on_payment after insert on recognition_snapshot for each row execute function recognition_snapshot_on_payment();
`;

/** Asked at commit: the command that states a row is logged last. What an import tells was decided elsewhere. */
const DECISIONS = `
  create function classification_decided() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare stated command_log;
  begin
    select * into stated from command_log c where c.id = new.command_id;
    if session_user = current_user or stated.command is distinct from 'classification.decide' and stated.command is distinct from 'evidence.invalidate' then
      return null;
    end if;
    if stated.actor_id <> new.decided_by then
      raise exception 'a decision is made in person' using errcode = 'check_violation', constraint = 'classification_in_person';
    end if;
    if exists (select 1 from investment i join command_log c on c.id = i.command_id where i.id = new.investment_id and c.actor_id = new.decided_by)
       or exists (select 1 from evidence e join command_log c on c.id = e.command_id where e.investment_id = new.investment_id and c.actor_id = new.decided_by) then
      raise exception 'whoever claims or attaches does not decide' using errcode = 'check_violation', constraint = 'classification_by_another';
    end if;
    if new.decision = 'QUALIFIED' and not exists (select 1 from recognition_snapshot s where s.classification_id = new.id) then
      raise exception 'a recognition freezes what it rests on' using errcode = 'check_violation', constraint = 'classification_frozen';
    end if;
    return null;
  end $$;
  create constraint trigger classification_decided after insert on classification
    deferrable initially deferred for each row execute function classification_decided();
`;

const STATED_BY: Readonly<Record<string, string>> = {
  classification: 'classification.decide fund-register.import evidence.invalidate',
  evidence_detail: 'evidence.attach investment.record',
  evidence_turn: 'evidence.invalidate',
  recognition_exception: 'recognition-exception.record',
  recognition_snapshot: 'classification.decide',
  public_institute: 'public-institute.record public-institute.import',
  public_institute_end: 'public-institute.end',
};

const TABLES = 'public_institute, public_institute_end, evidence_detail, evidence_turn, recognition_exception, recognition_snapshot';

const GRANTS = `
  grant select, insert on ${TABLES} to baton_app;
  grant select on ${TABLES} to baton_auditor;
`;
