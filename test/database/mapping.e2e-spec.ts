import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource, type EntityMetadata } from 'typeorm';
import { ENTITIES } from '../../apps/api/src/registry.js';
import { withSql } from '../support/sql.js';

/** Tables that only SQL speaks to: they are written set-based, append-only, or by the schema itself. A new table is mapped or named here. */
const SQL_ONLY = [
  ...['access_log', 'audit_pack_download', 'command_log', 'import_run', 'outbox', 'report_download', 'rule_verdict'],
  ...['account_balance', 'entry_line', 'journal_entry', 'ledger_account', 'ledger_chart', 'period_close', 'posting_rule'],
  ...['ledger_hold', 'ledger_hold_balance', 'ledger_hold_event'],
  ...['policy', 'programme', 'vintage'],
  ...['evidence_detail', 'evidence_turn', 'public_institute', 'public_institute_end', 'recognition_exception', 'recognition_exception_withdrawal', 'recognition_snapshot'],
  ...['role_decision', 'rank_decision', 'person_role'],
  ...['sign_in_attempt', 'sign_in_lock', 'user_session'],
  ...['identity_challenge', 'invitation', 'passkey', 'recovery_code', 'totp_factor', 'totp_use', 'user_password'],
  ...['access_log_purge', 'access_review', 'bank_account', 'bank_account_close', 'bank_account_secret', 'rest_day'],
  ...['approval_event', 'approval_key', 'approval_policy', 'approval_request', 'approval_signature', 'approval_state', 'approval_step', 'approval_tier'],
  ...['api_token', 'api_token_use', 'provider_attempt', 'provider_link', 'provider_round', 'sign_in_throttle'],
  ...['break_glass', 'break_glass_use', 'command_kind', 'deputy', 'deputy_end', 'period_reopen'],
  ...['seal_anchor', 'seal_batch', 'seal_clock', 'seal_page', 'seal_timestamp'],
  ...['command_statement', 'entry_statement', 'fact_statement'],
  ...['voucher_year', 'voucher_budget', 'voucher_year_close', 'service_provider', 'service_provider_turn', 'business_status', 'party_address', 'broker', 'broker_turn', 'tax_invoice', 'life_step'],
  ...['voucher', 'voucher_application', 'voucher_issue', 'voucher_issue_check', 'voucher_event', 'voucher_state', 'voucher_agreement', 'own_money_deposit', 'own_money_return'],
  ...['evaluation_declaration', 'evaluation_score', 'evaluation_result', 'warning_decision', 'clawback', 'clawback_instalment', 'clawback_movement', 'clawback_reversal'],
  ...['voucher_service', 'service_event', 'service_state', 'service_claim', 'service_capture', 'service_capture_check', 'service_refund'],
  ...['agreement_version', 'agreement_term', 'commitment_transfer', 'fund_extension', 'fund_dissolution', 'fund_duty_done'],
  ...['payment_batch', 'payment_batch_line', 'payment_batch_end', 'payment_batch_claim'],
  ...['mandate_rule', 'mandate_end', 'statutory_profile', 'general_partner_profile'],
  ...['valuation_ground', 'exit_term', 'escrow_receipt', 'fee_schedule', 'fee_term', 'fee_reduction', 'fee_bill', 'fee_bill_void', 'fund_payment', 'fund_expense_void', 'due_diligence'],
  ...['grant_call', 'grant_call_line', 'grant_budget', 'grant_agreement', 'grant_stage', 'grant_version', 'grant_source_plan', 'grant_line', 'grant_line_plan'],
  ...['grant_event', 'grant_state', 'grant_feasibility_pass', 'grant_application', 'grant_applicant', 'grant_application_event', 'grant_application_state', 'grant_check_answer'],
  ...['grant_ban', 'grant_evaluation_declaration', 'grant_evaluation_score', 'grant_selection', 'grant_selection_result', 'grant_objection', 'grant_objection_decision'],
  ...['grant_funding', 'grant_tranche', 'grant_tranche_condition', 'grant_condition_met', 'grant_tranche_event', 'grant_tranche_state', 'grant_own_share', 'grant_own_share_reversal'],
  ...['grant_year_close', 'grant_carry_over', 'grant_expense', 'grant_expense_void', 'evidence_key', 'grant_evidence', 'grant_expense_review', 'grant_interest'],
  ...['grant_interest_use', 'grant_interest_void', 'grant_settlement_report', 'grant_verification', 'grant_settlement', 'grant_settlement_final', 'grant_settlement_line'],
  ...['grant_settlement_interest', 'grant_settlement_objection', 'grant_settlement_answer', 'grant_sanction', 'grant_sanction_objection', 'grant_sanction_answer'],
  ...['grant_sanction_ban', 'grant_ban_end', 'grant_recovery', 'grant_recovery_instalment', 'grant_recovery_movement', 'grant_recovery_reminder', 'grant_recovery_remittance'],
  ...['grant_asset', 'grant_asset_check', 'grant_asset_approval', 'grant_asset_disposal', 'accredited_lab', 'service_order', 'service_order_event', 'service_order_state'],
  ...['royalty_technology', 'royalty_declaration', 'royalty_division', 'royalty_division_part', 'outcome_claim', 'outcome_receipt', 'outcome_remittance', 'grant_deadline_done'],
  ...['calendar_feed', 'calendar_feed_end', 'payable', 'payable_withdrawal', 'payable_state', 'paying_account', 'payment_run', 'payment_run_line', 'payment_line_state'],
  ...['payment_run_event', 'payment_run_state', 'payment_run_file', 'payment_outcome', 'statement_account', 'bank_statement', 'bank_line', 'bank_refused_row'],
  ...['bank_match', 'bank_match_undo', 'bank_reversal', 'bank_line_state', 'bank_record_taken'],
  'migrations',
  ...['custodian_line', 'custodian_match', 'custodian_statement', 'grant_recovery_ground', 'grant_recovery_reversal', 'grant_set_off', 'outcome_receipt_reversal', 'matching_clawback'],
  ...['matching_clawback_end', 'matching_deposit', 'matching_deposit_flag', 'matching_deposit_proof', 'matching_deposit_reversal', 'matching_deposit_state'],
  ...['matching_flag_decision', 'matching_plan', 'matching_project', 'matching_proof_undo', 'matching_queue_place', 'matching_release'],
  ...['matching_settlement', 'matching_withdrawal', 'matching_withdrawal_reversal', 'matching_zone', 'report_issue', 'report_issue_file', 'report_issue_state', 'report_schedule', 'report_schedule_end', 'report_schedule_recipient', 'report_schedule_turn', 'report_press_state'],
  ...['report_text', 'report_withdrawal', 'service_order_carry'],
];

interface ColumnRow {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly nullable: boolean;
}

const COLUMNS = `
  select c.relname as "table", a.attname as "column", format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as nullable
    from pg_attribute a join pg_class c on c.oid = a.attrelid
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped`;

const told = (row: ColumnRow): string => `${row.table}.${row.column} ${row.type}${row.nullable ? ' null' : ''}`;

/** The spelling of `format_type` for what TypeORM says about a column. */
function mappedColumns(entity: EntityMetadata, source: DataSource): string[] {
  return entity.columns.map((column) => {
    const type = source.driver.normalizeType(column).replace(/^char$/, 'character');
    const sized = column.length === '' ? type : `${type}(${column.length})`;
    return told({ table: entity.tableName, column: column.databaseName, type: column.isArray ? `${sized}[]` : sized, nullable: column.isNullable });
  });
}

describe('what is mapped and what the migrations made', () => {
  let rows: ColumnRow[];
  let source: DataSource;

  beforeAll(async () => {
    rows = await withSql('OWNER', async (client) => (await client.query<ColumnRow>(COLUMNS)).rows);
    source = await new DataSource({ type: 'postgres', url: process.env.BATON_TEST_OWNER_URL ?? '', entities: ENTITIES, synchronize: false }).initialize();
  }, 90_000);

  afterAll(() => source.destroy());

  it('agree on every mapped column, its type and whether it may be empty', () => {
    const existing = new Set(rows.map(told));
    const mapped = source.entityMetadatas.flatMap((entity) => mappedColumns(entity, source));
    expect(mapped.length).toBeGreaterThan(100);
    expect(mapped.filter((column) => !existing.has(column))).toEqual([]);
  });

  it('agree on every table, but for those that only SQL speaks to', () => {
    const mapped = source.entityMetadatas.map((entity) => entity.tableName);
    const tables = [...new Set(rows.map((row) => row.table))].sort();
    expect([...mapped, ...SQL_ONLY].sort()).toEqual(tables);
  });
});
