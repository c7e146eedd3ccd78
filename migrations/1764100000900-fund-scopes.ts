import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who sees what of a fund's further records, what people call them, and the book they belong to. */
export class FundScopes1764100000900 implements MigrationInterface {
  readonly name = 'FundScopes1764100000900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WHAT_LIES_IN_SCOPE);
    for (const [table, inScope] of IN_SCOPE) {
      await runner.query(`alter table ${table} enable row level security`);
      await runner.query(`create policy in_scope on ${table} using ((select baton_sees_all()) or ${inScope})`);
    }
    await runner.query(LABELS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const WHAT_LIES_IN_SCOPE = `
  create or replace function baton_subjects() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
    select array(select baton_funds() union all select baton_investments() union all select baton_calls() union all select baton_voucher_years()
                 union all select id from voucher where year_id in (select baton_voucher_years())
                 union all select s.id from voucher_service s join voucher v on v.id = s.voucher_id where v.year_id in (select baton_voucher_years())
                 union all select id from payment_batch where year_id in (select baton_voucher_years()))
  $$;
  create or replace function baton_documents() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
    select document_id from evidence where document_id is not null and investment_id in (select baton_investments())
     union all
    select e.document_id from service_event e join voucher_service s on s.id = e.service_id join voucher v on v.id = s.voucher_id
     where e.document_id is not null and v.year_id in (select baton_voucher_years())
     union all
    select a.document_id from voucher_agreement a join voucher v on v.id = a.voucher_id where a.document_id is not null and v.year_id in (select baton_voucher_years())
  $$;
`;

/** Seen and written by the same rule. */
const IN_SCOPE: readonly (readonly [table: string, inScope: string])[] = [
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

  create or replace view subject_fund with (security_invoker = true) as
    select id, id as fund_id from fund
    union all select id, fund_id from investment
    union all select id, fund_id from capital_call
    union all select id, fund_id from fund_partner;

  create or replace view subject_book with (security_invoker = true) as
    select id, 'fund/' || fund_id as book from subject_fund
    union all select id, 'voucher/' || id from voucher_year
    union all select id, 'voucher/' || year_id from voucher
    union all select s.id, 'voucher/' || v.year_id from voucher_service s join voucher v on v.id = s.voucher_id
    union all select id, 'voucher/' || year_id from service_provider
    union all select id, 'voucher/' || year_id from payment_batch
    union all select id, 'voucher/' || year_id from clawback;
`;
