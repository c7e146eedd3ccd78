import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lies in whose scope, now with matching projects, payment runs of vouchers and issued reports. */
export class Scopes1764300000900 implements MigrationInterface {
  readonly name = 'Scopes1764300000900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WHAT_LIES_IN_SCOPE);
    for (const [table, inScope] of IN_SCOPE) {
      await runner.query(`alter table ${table} enable row level security`);
      await runner.query(`create policy in_scope on ${table} using ((select baton_sees_all()) or ${inScope})`);
    }
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
    select d.document_id from matching_deposit d join matching_project m on m.agreement_id = d.agreement_id where d.document_id is not null and m.call_id in (select baton_grant_calls())
     union all
    select w.document_id from matching_withdrawal w join matching_project m on m.agreement_id = w.agreement_id where w.document_id is not null and m.call_id in (select baton_grant_calls())
     union all
    select v.document_id from grant_evidence v join grant_expense e on e.id = v.expense_id where v.document_id is not null and e.call_id in (select baton_grant_calls())
  $$;
`;

/** Seen and written by the same rule. */
const IN_SCOPE: readonly (readonly [table: string, inScope: string])[] = [
  ['matching_plan', 'exists (select 1 from grant_application as it where it.id = application_id)'],
  ['matching_queue_place', 'exists (select 1 from grant_selection as it where it.id = selection_id)'],
  ['matching_project', 'call_id in (select baton_grant_calls())'],
  ['matching_deposit', "exists (select 1 from matching_project as it where it.agreement_id = matching_deposit.agreement_id) and (document_id is null or exists (select 1 from document d where d.id = document_id))"],
  ['matching_deposit_state', 'exists (select 1 from matching_deposit as it where it.id = deposit_id)'],
  ['matching_deposit_proof', 'exists (select 1 from matching_deposit as it where it.id = deposit_id)'],
  ['matching_proof_undo', 'exists (select 1 from matching_deposit_proof as it where it.id = proof_id)'],
  ['matching_deposit_reversal', 'exists (select 1 from matching_deposit as it where it.id = deposit_id)'],
  ['matching_deposit_flag', 'exists (select 1 from matching_deposit as it where it.id = deposit_id)'],
  ['matching_flag_decision', 'exists (select 1 from matching_deposit_flag as it where it.id = flag_id)'],
  ['matching_withdrawal', "exists (select 1 from matching_project as it where it.agreement_id = matching_withdrawal.agreement_id) and (document_id is null or exists (select 1 from document d where d.id = document_id))"],
  ['matching_release', 'exists (select 1 from matching_project as it where it.agreement_id = matching_release.agreement_id)'],
  ['matching_clawback', 'exists (select 1 from matching_project as it where it.agreement_id = matching_clawback.agreement_id)'],
  ['matching_clawback_end', 'exists (select 1 from matching_clawback as it where it.id = clawback_id)'],
  ['grant_recovery_ground', 'exists (select 1 from grant_recovery as it where it.id = recovery_id)'],
  ['matching_settlement', 'exists (select 1 from matching_project as it where it.agreement_id = matching_settlement.agreement_id)'],
];
