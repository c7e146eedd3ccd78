import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people call things and in which book they lie, now with receipts and withdrawals that can be reversed: whose signatures that needs follows from it. */
export class ScopesAndLabels1764500000900 implements MigrationInterface {
  readonly name = 'ScopesAndLabels1764500000900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LABELS);
    await runner.query(BOOKS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

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
    union all select m.id, 'clawback-receipt', c.number || ' ' || m.value_on from clawback_movement m join clawback c on c.id = m.clawback_id where m.kind = 'RECEIVED'
    union all select id, 'payment-run', number from payment_run
    union all select id, 'grant-call', name from grant_call
    union all select a.id, 'grant-application', a.number || ' ' || a.title from grant_application a
    union all select o.id, 'grant-objection', a.number || ' ' || a.title from grant_objection o join grant_application a on a.id = o.application_id
    union all select b.id, 'grant-ban', coalesce(p.name, b.researcher) || ' ' || b.from_on || ' ~ ' || b.to_on from grant_ban b left join party p on p.id = b.party_id
    union all select id, 'grant-asset', number || ' ' || name from grant_asset
    union all select p.id, 'asset-approval', a.number || ' ' || a.name || ' 처분승인' from grant_asset_approval p join grant_asset a on a.id = p.asset_id
    union all select l.id, 'accredited-lab', p.name || ' ' || l.number from accredited_lab l join party p on p.id = l.party_id
    union all select id, 'service-order', number || ' ' || subject from service_order
    union all select t.id, 'royalty-technology', p.name || ' ' || t.name from royalty_technology t join party p on p.id = t.company_id
    union all select id, 'outcome-claim', number from outcome_claim
    union all select r.id, 'outcome-receipt', c.number || ' ' || r.value_on from outcome_receipt r join outcome_claim c on c.id = r.claim_id
    union all select r.id, 'outcome-remittance', '국고납입 ' || r.treasury_number from outcome_remittance r
    union all select id, 'grant-settlement', number from grant_settlement
    union all select id, 'grant-recovery', number from grant_recovery
    union all select m.id, 'grant-recovery-receipt', r.number || ' ' || m.value_on from grant_recovery_movement m join grant_recovery r on r.id = m.recovery_id where m.kind = 'RECEIVED'
    union all select id, 'grant-sanction', number from grant_sanction
    union all select a.id, 'grant', a.number || ' ' || p.name from grant_agreement a join party p on p.id = a.party_id
    union all select t.id, 'grant-tranche', a.number || ' ' || t.label || ' ' || p.name from grant_tranche t join grant_agreement a on a.id = t.agreement_id join party p on p.id = a.party_id
    union all select s.id, 'grant-own-share', a.number || ' ' || s.received_on from grant_own_share s join grant_agreement a on a.id = s.agreement_id
    union all select w.id, 'matching-withdrawal', a.number || ' ' || w.withdrawn_on from matching_withdrawal w join grant_agreement a on a.id = w.agreement_id
    union all select d.id, 'matching-deposit', a.number || ' ' || d.depositor || ' ' || d.deposited_on from matching_deposit d join grant_agreement a on a.id = d.agreement_id
    union all select c.id, 'matching-clawback', a.number || ' ' || c.cause from matching_clawback c join grant_agreement a on a.id = c.agreement_id
    union all select id, 'grant-expense', number || coalesce(' ' || purpose, '') from grant_expense
    union all select i.id, 'grant-interest', a.number || ' 이자 ' || coalesce(i.earned_on::text, '') from grant_interest i join grant_agreement a on a.id = i.agreement_id
    union all select s.id, 'report-schedule', '정기 발행 ' || coalesce(f.number, y.kind || '-' || y.fiscal_year, c.prefix || '-' || c.fiscal_year, '전체') || ' ' || case s.period when 'QUARTER' then '분기' when 'HALF' then '반기' else '연간' end
                from report_schedule s left join fund f on f.id = s.subject_id left join voucher_year y on y.id = s.subject_id left join grant_call c on c.id = s.subject_id
    union all select id, 'matching-zone', name_ko || ' (' || code || ')' from matching_zone
    union all select rule_id, 'mandate', max(name_ko) from mandate_rule group by rule_id;
`;

const BOOKS = `
  create or replace view subject_book with (security_invoker = true) as
    select id, 'fund/' || fund_id as book from subject_fund
    union all select id, 'voucher/' || id from voucher_year
    union all select id, 'voucher/' || year_id from voucher
    union all select s.id, 'voucher/' || v.year_id from voucher_service s join voucher v on v.id = s.voucher_id
    union all select id, 'voucher/' || year_id from service_provider
    union all select id, 'voucher/' || year_id from payment_batch
    union all select id, 'voucher/' || year_id from clawback
    union all select m.id, 'voucher/' || c.year_id from clawback_movement m join clawback c on c.id = m.clawback_id where m.kind = 'RECEIVED'
    union all select id, book from payment_run
    union all select id, 'grant/' || id from grant_call
    union all select id, 'grant/' || call_id from grant_application
    union all select o.id, 'grant/' || a.call_id from grant_objection o join grant_application a on a.id = o.application_id
    union all select s.id, 'grant/' || a.call_id from grant_asset s join grant_agreement a on a.id = s.agreement_id
    union all select p.id, 'grant/' || a.call_id from grant_asset_approval p join grant_asset s on s.id = p.asset_id join grant_agreement a on a.id = s.agreement_id
    union all select id, 'grant/' || call_id from service_order
    union all select t.id, 'grant/' || a.call_id from royalty_technology t join grant_agreement a on a.id = t.agreement_id
    union all select id, 'grant/' || call_id from outcome_claim
    union all select r.id, 'grant/' || c.call_id from outcome_receipt r join outcome_claim c on c.id = r.claim_id
    union all select id, 'grant/' || call_id from grant_agreement
    union all select id, 'grant/' || call_id from grant_settlement
    union all select id, 'grant/' || call_id from grant_recovery
    union all select m.id, 'grant/' || r.call_id from grant_recovery_movement m join grant_recovery r on r.id = m.recovery_id where m.kind = 'RECEIVED'
    union all select id, 'grant/' || call_id from grant_sanction
    union all select t.id, 'grant/' || a.call_id from grant_tranche t join grant_agreement a on a.id = t.agreement_id
    union all select s.id, 'grant/' || a.call_id from grant_own_share s join grant_agreement a on a.id = s.agreement_id
    union all select w.id, 'grant/' || a.call_id from matching_withdrawal w join grant_agreement a on a.id = w.agreement_id
    union all select d.id, 'grant/' || a.call_id from matching_deposit d join grant_agreement a on a.id = d.agreement_id
    union all select f.id, 'grant/' || a.call_id from matching_deposit_flag f join matching_deposit d on d.id = f.deposit_id join grant_agreement a on a.id = d.agreement_id
    union all select c.id, 'grant/' || a.call_id from matching_clawback c join grant_agreement a on a.id = c.agreement_id
    union all select id, 'grant/' || call_id from grant_expense
    union all select i.id, 'grant/' || a.call_id from grant_interest i join grant_agreement a on a.id = i.agreement_id;
`;
