import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Row-level security: nobody sees or writes a fund outside the scope of the role they act in. Each transaction says who
 * asks (`baton.actor`) and what they may see (`baton.scopes`); without that nothing is visible. The owner of the schema
 * (migrations, seals, the command line) is not subject to it.
 */
export class Scopes1763900200000 implements MigrationInterface {
  readonly name = 'Scopes1763900200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WHO_ASKS);
    await runner.query(WHAT_LIES_IN_SCOPE);
    for (const [table, inScope] of IN_SCOPE) {
      await runner.query(`alter table ${table} enable row level security`);
      await runner.query(`create policy in_scope on ${table} using (${EVERYTHING} or ${inScope})`);
    }
    for (const [table, seen, written] of SEEN_AND_WRITTEN) {
      await runner.query(`alter table ${table} enable row level security`);
      await runner.query(`create policy seen_in_scope on ${table} for select using (${EVERYTHING} or ${seen})`);
      await runner.query(`create policy written_in_scope on ${table} for insert with check (${written === null ? 'true' : `${EVERYTHING} or ${written}`})`);
    }
    await runner.query(COMMAND_AUTHOR);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

/**
 * Written as sub-selects, so that the planner asks once per statement (an InitPlan) and hashes each set once (a hashed
 * SubPlan); nothing is called per row, and whoever sees everything never gets as far as a set:
 *
 *   Index Scan using investment_fund on investment
 *     Index Cond: (fund_id = $1)
 *     Filter: ((InitPlan 1).col1 OR (ANY (fund_id = (hashed SubPlan 2).col1)))
 */
const EVERYTHING = '(select baton_sees_all())';

const WHO_ASKS = `
  create function baton_sees_all() returns boolean language sql stable as $$
    select coalesce('*' = any (string_to_array(current_setting('baton.scopes', true), ',')), false)
  $$;
  create function baton_actor() returns uuid language sql stable as $$
    select nullif(current_setting('baton.actor', true), '')::uuid
  $$;
  -- Accounts and roles, and no fund.
  create function baton_administers() returns boolean language sql stable as $$
    select coalesce('administration' = any (string_to_array(current_setting('baton.scopes', true), ',')), false)
  $$;
  -- The ids of one kind that the setting names: 'fund/<id>,programme/<id>'
  create function baton_scoped(kind text) returns setof uuid language sql stable as $$
    select substr(scope, length(kind) + 2)::uuid
      from unnest(string_to_array(current_setting('baton.scopes', true), ',')) as scope
     where scope like kind || '/%'
  $$;
`;

/** Owned by the schema's owner, who is not subject to the policies: a policy that asked a table with a policy would ask for ever. */
const WHAT_LIES_IN_SCOPE = `
  create function baton_vintages() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
    select id from vintage where programme_id in (select baton_scoped('programme'))
  $$;
  create function baton_funds() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
    select baton_scoped('fund') union select id from fund where vintage_id in (select baton_vintages())
  $$;
  create function baton_fund_vintages() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
    select vintage_id from fund where id in (select baton_funds())
  $$;
  create function baton_programmes() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
    select baton_scoped('programme') union select programme_id from vintage where id in (select baton_fund_vintages())
  $$;
  create function baton_books() returns setof text language sql stable security definer set search_path = public, pg_temp as $$
    select 'fund/' || id from baton_funds() as id
  $$;
  create function baton_accounts() returns setof bigint language sql stable security definer set search_path = public, pg_temp as $$
    select id from ledger_account where book in (select baton_books())
  $$;
  create function baton_holds() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
    select id from ledger_hold where account_id in (select baton_accounts())
  $$;
  create function baton_calls() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
    select id from capital_call where fund_id in (select baton_funds())
  $$;
  create function baton_investments() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
    select id from investment where fund_id in (select baton_funds())
  $$;
  create function baton_documents() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
    select document_id from evidence where document_id is not null and investment_id in (select baton_investments())
  $$;
  -- What the administrators sign for each other.
  create function baton_commands() returns setof text language sql stable security definer set search_path = public, pg_temp as $$
    select command from command_kind where baton_administers() and 'ADMIN' = any (roles)
  $$;
  -- Numbers run through all funds, whoever forms one.
  create function last_fund_number(year int) returns int language sql stable security definer set search_path = public, pg_temp as $$
    select max(substring(number from 10)::int) from fund where number like 'FND-' || year || '-%'
  $$;
  -- What was drafted by who asks, what is to happen in the funds that one sees, and what administrators do.
  create function baton_requests() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
    select id from approval_request where maker_id = baton_actor() or scope in (select baton_books()) or (scope = '*' and command in (select baton_commands()))
  $$;
  -- What commands name: funds, deals and calls.
  create function baton_subjects() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
    select array(select baton_funds() union all select baton_investments() union all select baton_calls())
  $$;
  -- Policy scopes whose numbers apply to what one may see: the general ones, those of its programmes and its own.
  create function baton_policy_scopes() returns setof text language sql stable security definer set search_path = public, pg_temp as $$
    select '*' where coalesce(current_setting('baton.scopes', true), '') <> ''
     union select 'programme/' || id from baton_programmes() as id
     union select baton_books()
  $$;
`;

const OF_THE_FUND = 'fund_id in (select baton_funds())';
const OF_THE_CALL = 'call_id in (select baton_calls())';
const OF_THE_INVESTMENT = 'investment_id in (select baton_investments())';
const OF_THE_BOOK = 'book in (select baton_books())';
const OF_THE_ACCOUNT = 'account_id in (select baton_accounts())';
const OF_THE_REQUEST = 'request_id in (select baton_requests())';
const OF_THE_HOLD = 'hold_id in (select baton_holds())';

/** Seen and written by the same rule. */
const IN_SCOPE: readonly (readonly [table: string, inScope: string])[] = [
  // By its vintage and not by its id alone: a fund that is just being formed is in no snapshot yet.
  ['fund', `id in (select baton_scoped('fund')) or vintage_id in (select baton_vintages())`],
  ['fund_partner', OF_THE_FUND],
  ['capital_call', OF_THE_FUND],
  ['capital_call_share', OF_THE_CALL],
  ['capital_receipt', OF_THE_CALL],
  ['investment', OF_THE_FUND],
  ['investment_void', OF_THE_INVESTMENT],
  ['classification', OF_THE_INVESTMENT],
  ['investment_exit', OF_THE_INVESTMENT],
  ['valuation', OF_THE_INVESTMENT],
  ['rule_verdict', OF_THE_FUND],
  ['distribution', OF_THE_FUND],
  ['fund_expense', OF_THE_FUND],
  ['report_download', OF_THE_FUND],
  ['import_run', 'imported_by = (select baton_actor())'],
  ['ledger_account', OF_THE_BOOK],
  ['journal_entry', OF_THE_BOOK],
  ['period_close', OF_THE_BOOK],
  ['account_balance', OF_THE_ACCOUNT],
  ['entry_line', OF_THE_ACCOUNT],
  ['ledger_hold', OF_THE_ACCOUNT],
  ['ledger_hold_balance', OF_THE_HOLD],
  ['ledger_hold_event', OF_THE_HOLD],
  ['period_reopen', OF_THE_BOOK],
  ['approval_request', `maker_id = (select baton_actor()) or scope in (select baton_books()) or (scope = '*' and command in (select baton_commands()))`],
  ['approval_state', OF_THE_REQUEST],
  ['approval_signature', OF_THE_REQUEST],
  ['approval_event', OF_THE_REQUEST],
];

/** A command is seen by who gave it and by who sees what it names. */
const OF_THE_COMMAND = [
  'actor_id = (select baton_actor())',
  'subject_ids && (select baton_subjects())',
  `input ->> 'book' in (select baton_books())`,
].join(' or ');

/** Seen by one rule and written by another; null: whoever is let in may write it. */
const SEEN_AND_WRITTEN: readonly (readonly [table: string, seen: string, written: string | null])[] = [
  // A programme is founded by those who see everything; its years are added by those who hold it.
  ['programme', 'id in (select baton_programmes())', 'false'],
  ['vintage', `programme_id in (select baton_scoped('programme')) or id in (select baton_fund_vintages())`, `programme_id in (select baton_scoped('programme'))`],
  ['policy', 'scope in (select baton_policy_scopes())', 'scope in (select baton_books())'],
  ['approval_policy', 'scope in (select baton_policy_scopes())', 'scope in (select baton_books())'],
  ['document', 'uploaded_by = (select baton_actor()) or id in (select baton_documents())', 'uploaded_by = (select baton_actor())'],
  // Evidence may name only a file that one may see: otherwise naming somebody else's would show it.
  ['evidence', OF_THE_INVESTMENT, `(${OF_THE_INVESTMENT} and (document_id is null or exists (select 1 from document d where d.id = document_id)))`],
  // The logs take every line, also of those who were refused for having no scope.
  ['command_log', OF_THE_COMMAND, null],
  ['outbox', 'false', null],
  ['access_log', 'user_id = (select baton_actor())', null],
];

const COMMAND_AUTHOR = `
  -- Who did it, for every fact that names its command: an import fills several books, and none of their readers may see
  -- what it brought for the others.
  create view command_author as select id, command, actor_id, actor_login, acted_at from command_log;
  grant select on command_author to baton_app, baton_auditor;
`;
