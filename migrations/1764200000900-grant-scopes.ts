import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Row-level security, names and approval scopes of grants and of what pays them: a call is the scope of its book, `grant/<id>`. */
export class GrantScopes1764200000900 implements MigrationInterface {
  readonly name = 'GrantScopes1764200000900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WHAT_LIES_IN_SCOPE);
    for (const [table, inScope] of IN_SCOPE) {
      await runner.query(`alter table ${table} enable row level security`);
      await runner.query(`create policy in_scope on ${table} using ((select baton_sees_all()) or ${inScope})`);
    }
    await runner.query(APPROVALS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const WHAT_LIES_IN_SCOPE = `
  create or replace function baton_books() returns setof text language sql stable security definer set search_path = public, pg_temp as $$
    select 'fund/' || id from baton_funds() as id
     union all select 'voucher/' || id from baton_voucher_years() as id
     union all select 'grant/' || id from baton_grant_calls() as id
  $$;
  create or replace function baton_subjects() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
    select array(select baton_funds() union all select baton_investments() union all select baton_calls() union all select baton_voucher_years()
                 union all select id from voucher where year_id in (select baton_voucher_years())
                 union all select s.id from voucher_service s join voucher v on v.id = s.voucher_id where v.year_id in (select baton_voucher_years())
                 union all select id from payment_batch where year_id in (select baton_voucher_years())
                 union all select baton_grant_calls()
                 union all select id from payment_run where book in (select baton_books())
                 union all select id from grant_settlement where call_id in (select baton_grant_calls())
                 union all select id from grant_recovery where call_id in (select baton_grant_calls())
                 union all select id from grant_sanction where call_id in (select baton_grant_calls())
                 union all select id from grant_application where call_id in (select baton_grant_calls())
                 union all select id from grant_agreement where call_id in (select baton_grant_calls())
                 union all select s.id from grant_asset s join grant_agreement a on a.id = s.agreement_id where a.call_id in (select baton_grant_calls())
                 union all select id from service_order where call_id in (select baton_grant_calls())
                 union all select t.id from royalty_technology t join grant_agreement a on a.id = t.agreement_id where a.call_id in (select baton_grant_calls())
                 union all select id from outcome_claim where call_id in (select baton_grant_calls())
                 union all select t.id from grant_tranche t join grant_agreement a on a.id = t.agreement_id where a.call_id in (select baton_grant_calls()))
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
     union all
    select c.document_id from grant_asset_check c join grant_asset t on t.id = c.asset_id join grant_agreement a on a.id = t.agreement_id
     where c.document_id is not null and a.call_id in (select baton_grant_calls())
     union all
    select document_id from grant_deadline_done where document_id is not null and call_id in (select baton_grant_calls())
     union all
    select d.document_id from grant_asset_disposal d join grant_asset t on t.id = d.asset_id join grant_agreement a on a.id = t.agreement_id
     where d.document_id is not null and a.call_id in (select baton_grant_calls())
     union all
    select e.document_id from service_order_event e join service_order o on o.id = e.order_id where e.document_id is not null and o.call_id in (select baton_grant_calls())
     union all
    select d.document_id from royalty_declaration d join royalty_technology t on t.id = d.technology_id join grant_agreement a on a.id = t.agreement_id
     where d.document_id is not null and a.call_id in (select baton_grant_calls())
     union all
    select n.document_id from grant_version n join grant_agreement a on a.id = n.agreement_id where n.document_id is not null and a.call_id in (select baton_grant_calls())
     union all
    select r.document_id from grant_settlement_report r join grant_agreement a on a.id = r.agreement_id where r.document_id is not null and a.call_id in (select baton_grant_calls())
     union all
    select v.document_id from grant_verification v join grant_agreement a on a.id = v.agreement_id where v.document_id is not null and a.call_id in (select baton_grant_calls())
     union all
    select o.document_id from grant_settlement_objection o join grant_settlement s on s.id = o.settlement_id where o.document_id is not null and s.call_id in (select baton_grant_calls())
     union all
    select o.document_id from grant_sanction_objection o join grant_sanction s on s.id = o.sanction_id where o.document_id is not null and s.call_id in (select baton_grant_calls())
     union all
    select m.document_id from grant_condition_met m join grant_tranche t on t.id = m.tranche_id join grant_agreement a on a.id = t.agreement_id
     where m.document_id is not null and a.call_id in (select baton_grant_calls())
     union all
    select s.document_id from grant_own_share s join grant_agreement a on a.id = s.agreement_id where s.document_id is not null and a.call_id in (select baton_grant_calls())
     union all
    select v.document_id from grant_evidence v join grant_expense e on e.id = v.expense_id where v.document_id is not null and e.call_id in (select baton_grant_calls())
  $$;
`;

const OF_THE_PROGRAMME = `programme_id in (select baton_scoped('programme'))`;
const OF_THE_CALL = 'call_id in (select baton_grant_calls())';
/** A row may name only a file that one may see: otherwise naming somebody else's would show it. */
const VISIBLE_FILE = '(document_id is null or exists (select 1 from document d where d.id = document_id))';
/** The row asked for is subject to a policy of its own: what one cannot see is not there. */
const seen = (table: string, key: string): string => `exists (select 1 from ${table} as it where it.id = ${key})`;
const OF_AN_AGREEMENT = seen('grant_agreement', 'agreement_id');
const OF_AN_APPLICATION = seen('grant_application', 'application_id');
const OF_A_TRANCHE = seen('grant_tranche', 'tranche_id');
const OF_A_SETTLEMENT = seen('grant_settlement', 'settlement_id');
const OF_A_SANCTION = seen('grant_sanction', 'sanction_id');
const OF_A_RECOVERY = seen('grant_recovery', 'recovery_id');
const OF_THE_BOOK = 'book in (select baton_books())';
const OF_A_RUN = seen('payment_run', 'run_id');
/** An account of the house carries the money of every book: only who sees all of them sees its statements. */
const OF_THE_HOUSE = 'false';

/** Seen and written by the same rule. */
const IN_SCOPE: readonly (readonly [table: string, inScope: string])[] = [
  ['grant_call', OF_THE_PROGRAMME],
  ['grant_call_line', OF_THE_CALL],
  ['grant_budget', OF_THE_CALL],
  ['grant_feasibility_pass', OF_THE_CALL],
  ['grant_application', OF_THE_CALL],
  ['grant_applicant', OF_AN_APPLICATION],
  ['grant_application_event', OF_AN_APPLICATION],
  ['grant_application_state', OF_AN_APPLICATION],
  ['grant_check_answer', OF_AN_APPLICATION],
  ['grant_evaluation_declaration', OF_AN_APPLICATION],
  ['grant_evaluation_score', OF_AN_APPLICATION],
  ['grant_selection', OF_THE_CALL],
  ['grant_selection_result', seen('grant_selection', 'selection_id')],
  ['grant_objection', OF_AN_APPLICATION],
  ['grant_objection_decision', seen('grant_objection', 'objection_id')],
  ['grant_agreement', OF_THE_CALL],
  ['grant_stage', OF_AN_AGREEMENT],
  ['grant_version', `${OF_AN_AGREEMENT} and ${VISIBLE_FILE}`],
  ['grant_source_plan', seen('grant_version', 'version_id')],
  ['grant_line', OF_AN_AGREEMENT],
  ['grant_line_plan', seen('grant_version', 'version_id')],
  ['grant_event', OF_AN_AGREEMENT],
  ['grant_state', OF_AN_AGREEMENT],
  ['grant_asset', OF_AN_AGREEMENT],
  ['grant_asset_check', `${seen('grant_asset', 'asset_id')} and ${VISIBLE_FILE}`],
  ['grant_asset_approval', seen('grant_asset', 'asset_id')],
  ['grant_asset_disposal', `${seen('grant_asset', 'asset_id')} and ${VISIBLE_FILE}`],
  ['service_order', OF_THE_CALL],
  ['service_order_event', `${seen('service_order', 'order_id')} and ${VISIBLE_FILE}`],
  ['service_order_state', seen('service_order', 'order_id')],
  ['royalty_technology', OF_AN_AGREEMENT],
  ['royalty_declaration', `${seen('royalty_technology', 'technology_id')} and ${VISIBLE_FILE}`],
  ['royalty_division', seen('royalty_technology', 'technology_id')],
  ['royalty_division_part', seen('royalty_division', 'division_id')],
  ['outcome_claim', OF_THE_CALL],
  ['outcome_receipt', seen('outcome_claim', 'claim_id')],
  ['outcome_remittance', OF_THE_CALL],
  ['grant_deadline_done', `${OF_THE_CALL} and ${VISIBLE_FILE}`],
  ['grant_funding', OF_AN_AGREEMENT],
  ['grant_tranche', OF_AN_AGREEMENT],
  ['grant_tranche_condition', OF_A_TRANCHE],
  ['grant_condition_met', `${OF_A_TRANCHE} and ${VISIBLE_FILE}`],
  ['grant_tranche_event', OF_A_TRANCHE],
  ['grant_tranche_state', OF_A_TRANCHE],
  ['grant_own_share', `${OF_AN_AGREEMENT} and ${VISIBLE_FILE}`],
  ['grant_own_share_reversal', seen('grant_own_share', 'own_share_id')],
  ['grant_year_close', OF_THE_CALL],
  ['grant_carry_over', OF_AN_AGREEMENT],
  ['grant_expense', OF_THE_CALL],
  ['grant_expense_void', seen('grant_expense', 'expense_id')],
  ['grant_expense_review', seen('grant_expense', 'expense_id')],
  ['grant_evidence', `${seen('grant_expense', 'expense_id')} and ${VISIBLE_FILE}`],
  ['grant_interest', OF_AN_AGREEMENT],
  ['grant_interest_use', seen('grant_interest', 'interest_id')],
  ['grant_interest_void', seen('grant_interest', 'interest_id')],
  ['payable', OF_THE_BOOK],
  ['payable_withdrawal', seen('payable', 'payable_id')],
  ['payable_state', seen('payable', 'payable_id')],
  ['paying_account', OF_THE_BOOK],
  ['payment_run', OF_THE_BOOK],
  ['payment_run_line', OF_A_RUN],
  ['payment_line_state', OF_A_RUN],
  ['payment_run_event', OF_A_RUN],
  ['payment_run_state', OF_A_RUN],
  ['payment_run_file', OF_A_RUN],
  ['payment_outcome', OF_A_RUN],
  ['statement_account', OF_THE_HOUSE],
  ['bank_statement', OF_THE_HOUSE],
  ['bank_line', OF_THE_HOUSE],
  ['bank_refused_row', OF_THE_HOUSE],
  ['bank_match', OF_THE_HOUSE],
  ['bank_match_undo', OF_THE_HOUSE],
  ['bank_reversal', OF_THE_HOUSE],
  ['bank_line_state', OF_THE_HOUSE],
  ['bank_record_taken', OF_THE_HOUSE],
  ['grant_settlement_report', `${OF_AN_AGREEMENT} and ${VISIBLE_FILE}`],
  ['grant_verification', `${OF_AN_AGREEMENT} and ${VISIBLE_FILE}`],
  ['grant_settlement', OF_THE_CALL],
  ['grant_settlement_final', OF_A_SETTLEMENT],
  ['grant_settlement_line', OF_A_SETTLEMENT],
  ['grant_settlement_interest', OF_A_SETTLEMENT],
  ['grant_settlement_objection', `${OF_A_SETTLEMENT} and ${VISIBLE_FILE}`],
  ['grant_settlement_answer', seen('grant_settlement_objection', 'objection_id')],
  ['grant_sanction', OF_THE_CALL],
  ['grant_sanction_objection', `${OF_A_SANCTION} and ${VISIBLE_FILE}`],
  ['grant_sanction_answer', seen('grant_sanction_objection', 'objection_id')],
  ['grant_sanction_ban', OF_A_SANCTION],
  ['grant_recovery', OF_THE_CALL],
  ['grant_recovery_instalment', OF_A_RECOVERY],
  ['grant_recovery_movement', OF_A_RECOVERY],
  ['grant_recovery_reminder', OF_A_RECOVERY],
  ['grant_recovery_remittance', OF_A_RECOVERY],
];

/** Approvals ask for signatures in the scope of a call as they do in that of a programme year. */
const APPROVALS = `
  create or replace function approval_scope(of_command text, input jsonb) returns text language plpgsql stable security definer set search_path = public, pg_temp as $$
  declare
    scope text;
  begin
    select 'fund/' || (input #>> fund_path) into scope from command_kind where command = of_command;
    scope := coalesce(scope, substring(input ->> 'book' from '^(?:fund|voucher|grant)/[0-9a-f-]{36}$'));
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
              or exists (select 1 from voucher_year y where 'voucher/' || y.id = in_scope and 'programme/' || y.programme_id = any (g.scopes))
              or exists (select 1 from grant_call c where 'grant/' || c.id = in_scope and 'programme/' || c.programme_id = any (g.scopes))))
  $$;
`;
