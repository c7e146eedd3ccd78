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
    select document_id from agreement_version where document_id is not null and fund_id in (select baton_funds())
     union all
    select document_id from commitment_transfer where document_id is not null and fund_id in (select baton_funds())
     union all
    select document_id from fund_extension where document_id is not null and fund_id in (select baton_funds())
     union all
    select document_id from fund_dissolution where document_id is not null and fund_id in (select baton_funds())
     union all
    select document_id from fund_duty_done where document_id is not null and fund_id in (select baton_funds())
     union all
    select consent_document_id from deal_term where consent_document_id is not null and investment_id in (select baton_investments())
     union all
    select document_id from recognition_exception where document_id is not null and fund_id in (select baton_funds())
     union all
    select document_id from waiver where document_id is not null and fund_id in (select baton_funds())
     union all
    select g.document_id from valuation_ground g join valuation v on v.id = g.valuation_id where g.document_id is not null and v.investment_id in (select baton_investments())
     union all
    select unnest(array[t.document_id, t.consent_document_id]) from exit_term t join investment_exit x on x.id = t.exit_id where x.investment_id in (select baton_investments())
     union all
    select p.document_id from fund_payment p join fund_expense e on e.id = p.expense_id where p.document_id is not null and e.fund_id in (select baton_funds())
     union all
    select e.document_id from service_event e join voucher_service s on s.id = e.service_id join voucher v on v.id = s.voucher_id
     where e.document_id is not null and v.year_id in (select baton_voucher_years())
     union all
    select a.document_id from voucher_agreement a join voucher v on v.id = a.voucher_id where a.document_id is not null and v.year_id in (select baton_voucher_years())
  $$;
`;

const OF_A_FUND = 'fund_id in (select baton_funds())';
/** A row may name only a file that one may see: otherwise naming somebody else's would show it. */
const VISIBLE_FILE = '(document_id is null or exists (select 1 from document d where d.id = document_id))';
const OF_A_FUND_WITH_ITS_FILE = `${OF_A_FUND} and ${VISIBLE_FILE}`;
/** The row asked for is subject to a policy of its own: what one cannot see is not there. */
const seen = (table: string, key: string): string => `exists (select 1 from ${table} as it where it.id = ${key})`;
const OF_A_DEAL = 'investment_id in (select baton_investments())';
const OF_A_DISTRIBUTION = 'run_id in (select id from distribution_run where fund_id in (select baton_funds()))';

/** Seen and written by the same rule. */
const IN_SCOPE: readonly (readonly [table: string, inScope: string])[] = [
  ['agreement_version', OF_A_FUND_WITH_ITS_FILE],
  ['agreement_term', 'version_id in (select id from agreement_version where fund_id in (select baton_funds()))'],
  ['commitment_transfer', OF_A_FUND_WITH_ITS_FILE],
  ['fund_extension', OF_A_FUND_WITH_ITS_FILE],
  ['fund_dissolution', OF_A_FUND_WITH_ITS_FILE],
  ['fund_duty_done', OF_A_FUND_WITH_ITS_FILE],
  ['deal_term', OF_A_DEAL],
  ['deal_trait', OF_A_DEAL],
  ['deal_conversion', OF_A_DEAL],
  ['waiver', OF_A_FUND],
  ['waiver_end', 'waiver_id in (select id from waiver where fund_id in (select baton_funds()))'],
  ['custodian_account', 'fund_id in (select baton_funds())'],
  ['capital_call_detail', 'call_id in (select baton_calls())'],
  ['capital_receipt_void', 'receipt_id in (select r.id from capital_receipt r where r.call_id in (select baton_calls()))'],
  ['overdue_interest_receipt', 'call_id in (select baton_calls())'],
  ['overdue_interest_void', 'interest_id in (select r.id from overdue_interest_receipt r where r.call_id in (select baton_calls()))'],
  ['overdue_interest_waiver', 'call_id in (select baton_calls())'],
  ['custodian_statement', 'fund_id in (select baton_funds())'],
  ['custodian_line', 'fund_id in (select baton_funds())'],
  ['custodian_match', 'line_id in (select l.id from custodian_line l where l.fund_id in (select baton_funds()))'],
  ['waterfall_decision', OF_A_FUND],
  ['waterfall_party', 'decision_id in (select id from waterfall_decision where fund_id in (select baton_funds()))'],
  ['distribution_run', OF_A_FUND],
  ['carry_payment', OF_A_DISTRIBUTION],
  ['distribution_recallable', 'distribution_id in (select id from distribution where fund_id in (select baton_funds()))'],
  ['distribution_reversal', OF_A_DISTRIBUTION],
  ['carry_clawback', OF_A_DISTRIBUTION],
  ['forecast_scenario', OF_A_FUND],
  ['valuation_ground', `${seen('valuation', 'valuation_id')} and ${VISIBLE_FILE}`],
  ['exit_term', `${seen('investment_exit', 'exit_id')} and ${VISIBLE_FILE}`],
  ['escrow_receipt', seen('investment_exit', 'exit_id')],
  ['fee_schedule', OF_A_FUND],
  ['fee_term', seen('fee_schedule', 'schedule_id')],
  ['fee_reduction', seen('fee_schedule', 'schedule_id')],
  ['fee_bill', OF_A_FUND],
  ['fee_bill_void', seen('fee_bill', 'bill_id')],
  ['fund_payment', `${seen('fund_expense', 'expense_id')} and ${VISIBLE_FILE}`],
  ['fund_expense_void', seen('fund_expense', 'expense_id')],
  ['due_diligence', OF_A_FUND],
  ['evidence_detail', seen('evidence', 'evidence_id')],
  ['evidence_turn', seen('evidence', 'evidence_id')],
  ['recognition_exception', OF_A_FUND_WITH_ITS_FILE],
  ['recognition_snapshot', seen('classification', 'classification_id')],
];

const LABELS = `
  create or replace view subject_label with (security_invoker = true) as
    select id, 'fund' as kind, number || ' ' || name as label from fund
    union all select i.id, 'investment', i.number || ' ' || p.name from investment i join party p on p.id = i.company_id
    union all select c.id, 'capital-call', f.number || ' #' || c.number from capital_call c join fund f on f.id = c.fund_id
    union all select r.id, 'capital-receipt', f.number || ' #' || c.number || ' ' || p.name
                from capital_receipt r join capital_call c on c.id = r.call_id join fund f on f.id = c.fund_id
                join fund_partner b on b.id = r.partner_id join party p on p.id = b.party_id
    union all select r.id, 'overdue-interest', f.number || ' #' || c.number || ' ' || p.name
                from overdue_interest_receipt r join capital_call c on c.id = r.call_id join fund f on f.id = c.fund_id
                join fund_partner b on b.id = r.partner_id join party p on p.id = b.party_id
    union all select s.id, 'custodian-statement', f.number || ' ' || s.file_name from custodian_statement s join fund f on f.id = s.fund_id
    union all select a.id, 'custodian-account', f.number || ' ' || a.holder from custodian_account a join fund f on f.id = a.fund_id
    union all select x.id, 'exit', i.number || ' ' || p.name || ' ' || x.exited_on from investment_exit x join investment i on i.id = x.investment_id join party p on p.id = i.company_id
    union all select b.id, 'fee-bill', f.number || ' ' || b.period_from || ' ~ ' || b.period_to from fee_bill b join fund f on f.id = b.fund_id
    union all select e.id, 'fund-expense', f.number || ' ' || e.label || ' ' || e.paid_on from fund_expense e join fund f on f.id = e.fund_id
    union all select b.id, 'partner', p.name from fund_partner b join party p on p.id = b.party_id
    union all select v.id, 'agreement', f.number || ' 규약 ' || v.number || '판' from agreement_version v join fund f on f.id = v.fund_id
    union all select t.id, 'transfer', f.number || ' 지분양도 #' || t.number from commitment_transfer t join fund f on f.id = t.fund_id
    union all select e.id, 'extension', f.number || ' 연장 #' || e.number from fund_extension e join fund f on f.id = e.fund_id
    union all select x.id, 'recognition-exception', f.number || ' ' || x.number from recognition_exception x join fund f on f.id = x.fund_id
    union all select id, 'public-institute', name from public_institute
    union all select id, 'party', name from party
    union all select w.id, 'waiver', f.number || ' ' || w.number from waiver w join fund f on f.id = w.fund_id
    union all select r.id, 'party-relation', a.name || ' → ' || b.name from party_relation r join party a on a.id = r.from_id join party b on b.id = r.to_id
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
    union all select r.id, 'distribution', f.number || ' 분배 #' || r.number from distribution_run r join fund f on f.id = r.fund_id
    union all select id, 'clawback', number from clawback
    union all select rule_id, 'mandate', max(name_ko) from mandate_rule group by rule_id;

  create or replace view subject_fund with (security_invoker = true) as
    select id, id as fund_id from fund
    union all select id, fund_id from investment
    union all select id, fund_id from recognition_exception
    union all select id, fund_id from waiver
    union all select x.id, i.fund_id from investment_exit x join investment i on i.id = x.investment_id
    union all select id, fund_id from fee_bill
    union all select id, fund_id from fund_expense
    union all select id, fund_id from capital_call
    union all select r.id, c.fund_id from capital_receipt r join capital_call c on c.id = r.call_id
    union all select r.id, c.fund_id from overdue_interest_receipt r join capital_call c on c.id = r.call_id
    union all select id, fund_id from custodian_statement
    union all select id, fund_id from custodian_account
    union all select id, fund_id from distribution_run
    union all select id, fund_id from agreement_version
    union all select id, fund_id from commitment_transfer
    union all select id, fund_id from fund_extension
    union all select distinct rule_id, fund_id from mandate_rule where fund_id is not null
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
