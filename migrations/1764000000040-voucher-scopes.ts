import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Row-level security, names and approval scopes of vouchers: a programme year is the scope of its book, `voucher/<id>`. */
export class VoucherScopes1764000000040 implements MigrationInterface {
  readonly name = 'VoucherScopes1764000000040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WHAT_LIES_IN_SCOPE);
    for (const [table, inScope] of IN_SCOPE) {
      await runner.query(`alter table ${table} enable row level security`);
      await runner.query(`create policy in_scope on ${table} using ((select baton_sees_all()) or ${inScope})`);
    }
    await runner.query(LABELS);
    await runner.query(APPROVALS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const WHAT_LIES_IN_SCOPE = `
  create function baton_voucher_years() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
    select id from voucher_year where programme_id in (select baton_scoped('programme'))
  $$;
  create or replace function baton_books() returns setof text language sql stable security definer set search_path = public, pg_temp as $$
    select 'fund/' || id from baton_funds() as id
     union all select 'voucher/' || id from baton_voucher_years() as id
  $$;
  create or replace function baton_subjects() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
    select array(select baton_funds() union all select baton_investments() union all select baton_calls() union all select baton_voucher_years()
                 union all select id from voucher where year_id in (select baton_voucher_years())
                 union all select s.id from voucher_service s join voucher v on v.id = s.voucher_id where v.year_id in (select baton_voucher_years())
                 union all select id from payment_batch where year_id in (select baton_voucher_years()))
  $$;
  -- A deliverable and an agreement are seen by who sees what they belong to.
  create or replace function baton_documents() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
    select document_id from evidence where document_id is not null and investment_id in (select baton_investments())
     union all
    select e.document_id from service_event e join voucher_service s on s.id = e.service_id join voucher v on v.id = s.voucher_id
     where e.document_id is not null and v.year_id in (select baton_voucher_years())
     union all
    select a.document_id from voucher_agreement a join voucher v on v.id = a.voucher_id where a.document_id is not null and v.year_id in (select baton_voucher_years())
  $$;
`;

const OF_THE_YEAR = 'year_id in (select baton_voucher_years())';
const OF_THE_PROGRAMME = `programme_id in (select baton_scoped('programme'))`;
/** The row asked for is subject to a policy of its own: what one cannot see is not there. */
const seen = (table: string, key: string): string => `exists (select 1 from ${table} as it where it.id = ${key})`;

const IN_SCOPE: readonly (readonly [table: string, inScope: string])[] = [
  ['voucher_year', OF_THE_PROGRAMME],
  ['broker', OF_THE_PROGRAMME],
  ['broker_turn', seen('broker', 'broker_id')],
  ['voucher_budget', OF_THE_YEAR],
  ['voucher_year_close', OF_THE_YEAR],
  ['service_provider', OF_THE_YEAR],
  ['service_provider_turn', seen('service_provider', 'provider_id')],
  ['voucher', OF_THE_YEAR],
  ['voucher_application', OF_THE_YEAR],
  ['voucher_issue', OF_THE_YEAR],
  ['voucher_event', seen('voucher', 'voucher_id')],
  ['voucher_state', seen('voucher', 'voucher_id')],
  ['evaluation_declaration', seen('voucher', 'voucher_id')],
  ['evaluation_score', seen('voucher', 'voucher_id')],
  ['evaluation_result', seen('voucher', 'voucher_id')],
  ['voucher_agreement', seen('voucher', 'voucher_id')],
  ['own_money_deposit', seen('voucher', 'voucher_id')],
  ['own_money_return', seen('voucher', 'voucher_id')],
  ['voucher_service', seen('voucher', 'voucher_id')],
  ['service_event', seen('voucher_service', 'service_id')],
  ['service_state', seen('voucher_service', 'service_id')],
  ['service_claim', seen('voucher_service', 'service_id')],
  ['service_capture', seen('voucher_service', 'service_id')],
  ['service_refund', seen('voucher_service', 'service_id')],
  ['payment_batch', OF_THE_YEAR],
  ['payment_batch_line', seen('payment_batch', 'batch_id')],
  ['payment_batch_end', seen('payment_batch', 'batch_id')],
  ['payment_batch_claim', seen('payment_batch', 'batch_id')],
  ['clawback', OF_THE_YEAR],
  ['clawback_instalment', seen('clawback', 'clawback_id')],
  ['clawback_movement', seen('clawback', 'clawback_id')],
  ['warning_decision', OF_THE_YEAR],
];

const LABELS = `
  create or replace view subject_label with (security_invoker = true) as
    select id, 'fund' as kind, number || ' ' || name as label from fund
    union all select i.id, 'investment', i.number || ' ' || p.name from investment i join party p on p.id = i.company_id
    union all select c.id, 'capital-call', f.number || ' #' || c.number from capital_call c join fund f on f.id = c.fund_id
    union all select b.id, 'partner', p.name from fund_partner b join party p on p.id = b.party_id
    union all select id, 'party', name from party
    union all select id, 'document', file_name from document
    union all select id, 'programme', name_ko from programme
    union all select v.id, 'vintage', p.name_ko || ' ' || v.year from vintage v join programme p on p.id = v.programme_id
    union all select id, 'user', name || ' (' || login || ')' from app_user
    union all select id, 'voucher-year', name from voucher_year
    union all select v.id, 'voucher', coalesce(i.number, a.number, '') || ' ' || p.name
                from voucher v join party p on p.id = v.company_id
                left join voucher_issue i on i.voucher_id = v.id left join voucher_application a on a.voucher_id = v.id
    union all select s.id, 'service', s.number || coalesce(' ' || s.name, '') from voucher_service s
    union all select r.id, 'service-provider', p.name from service_provider r join party p on p.id = r.party_id
    union all select id, 'broker', number || ' ' || name from broker
    union all select id, 'payment-batch', number from payment_batch
    union all select id, 'clawback', number from clawback;

  -- The book that a thing belongs to: whose rules and signatures apply to it.
  create view subject_book with (security_invoker = true) as
    select id, 'fund/' || fund_id as book from subject_fund
    union all select id, 'voucher/' || id from voucher_year
    union all select id, 'voucher/' || year_id from voucher
    union all select s.id, 'voucher/' || v.year_id from voucher_service s join voucher v on v.id = s.voucher_id
    union all select id, 'voucher/' || year_id from service_provider
    union all select id, 'voucher/' || year_id from payment_batch
    union all select id, 'voucher/' || year_id from clawback;
  grant select on subject_book to baton_app, baton_auditor;
`;

/** Approvals ask for signatures in the scope of a programme year as they do in that of a fund. */
const APPROVALS = `
  create or replace function approval_scope(of_command text, input jsonb) returns text language plpgsql stable security definer set search_path = public, pg_temp as $$
  declare
    scope text;
  begin
    select 'fund/' || (input #>> fund_path) into scope from command_kind where command = of_command;
    scope := coalesce(scope, substring(input ->> 'book' from '^(?:fund|voucher)/[0-9a-f-]{36}$'));
    if scope is null then
      select b.book into scope from jsonb_each_text(case jsonb_typeof(input) when 'object' then input else '{}' end) as member join subject_book b on b.id::text = member.value
       where member.key ~ 'Id$' order by member.key limit 1;
    end if;
    return coalesce(scope, '*');
  end $$;

  create or replace function approval_may_act(account uuid, at_step approval_step, in_scope text, on_day date) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (
      select 1 from app_user u join user_role g on g.user_id = u.id
       where u.id = account and u.active and (u.valid_through is null or u.valid_through >= on_day)
         and g.role = at_step.role and rank_order(u.rank) >= rank_order(at_step.min_rank)
         and ('*' = any (g.scopes) or in_scope = any (g.scopes)
              or exists (select 1 from fund f join vintage v on v.id = f.vintage_id
                          where 'fund/' || f.id = in_scope and 'programme/' || v.programme_id = any (g.scopes))
              or exists (select 1 from voucher_year y where 'voucher/' || y.id = in_scope and 'programme/' || y.programme_id = any (g.scopes))))
  $$;
`;
