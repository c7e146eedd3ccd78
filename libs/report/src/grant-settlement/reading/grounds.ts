import type { TimePoint } from '#libs/http';
import type { RowChoice } from '#libs/seal';

/** A table and which of its rows a report rests on; $1 is its subject, $2 the bound of what was known. */
type Ground = readonly [table: string, condition: string];

const KNOWN = 't.known_at < $2';

/** Everything that the figures and findings of a report follow from, by the agreements and the call that it is about, and which orders `x` of laboratories belong to it. */
function groundsOf(agreements: string, call: string, orders: string): Ground[] {
  const ofAgreement = `t.agreement_id in (${agreements}) and ${KNOWN}`;
  const of = (key: string, table: string, condition = `x.agreement_id in (${agreements})`): string => `t.${key} in (select x.id from ${table} x where ${condition}) and ${KNOWN}`;
  const unmarked = (key: string, table: string): string => `t.${key} in (select x.id from ${table} x where x.agreement_id in (${agreements}) and x.known_at < $2)`;
  const book = `'grant/' || (${call})::text`;
  return [
    ['grant_agreement', `t.id in (${agreements}) and ${KNOWN}`],
    ['grant_asset', ofAgreement],
    ['grant_asset_approval', of('asset_id', 'grant_asset')],
    ['grant_asset_check', of('asset_id', 'grant_asset')],
    ['grant_asset_disposal', of('asset_id', 'grant_asset')],
    ['grant_budget', `t.call_id = (${call}) and ${KNOWN}`],
    ['grant_call', `t.id = (${call}) and ${KNOWN}`],
    ['grant_call_line', `t.call_id = (${call}) and ${KNOWN}`],
    ['grant_carry_over', ofAgreement],
    ['grant_event', ofAgreement],
    ['grant_evidence', of('expense_id', 'grant_expense')],
    ['grant_expense', ofAgreement],
    ['grant_expense_review', of('expense_id', 'grant_expense')],
    ['grant_expense_void', of('expense_id', 'grant_expense')],
    ['grant_funding', ofAgreement],
    ['grant_interest', ofAgreement],
    ['grant_interest_use', of('interest_id', 'grant_interest')],
    ['grant_interest_void', of('interest_id', 'grant_interest')],
    ['grant_line_plan', unmarked('version_id', 'grant_version')],
    ['grant_own_share', ofAgreement],
    ['grant_own_share_reversal', of('own_share_id', 'grant_own_share')],
    ['grant_recovery', ofAgreement],
    ['grant_recovery_movement', of('recovery_id', 'grant_recovery')],
    ['grant_recovery_remittance', of('recovery_id', 'grant_recovery')],
    ['grant_sanction', ofAgreement],
    ['grant_settlement', ofAgreement],
    ['grant_settlement_answer', `t.objection_id in (select o.id from grant_settlement_objection o join grant_settlement s on s.id = o.settlement_id where s.agreement_id in (${agreements})) and ${KNOWN}`],
    ['grant_settlement_final', ofAgreement],
    ['grant_settlement_interest', unmarked('settlement_id', 'grant_settlement')],
    ['grant_settlement_line', unmarked('settlement_id', 'grant_settlement')],
    ['grant_settlement_objection', of('settlement_id', 'grant_settlement')],
    ['grant_source_plan', unmarked('version_id', 'grant_version')],
    ['grant_tranche', ofAgreement],
    ['grant_tranche_event', of('tranche_id', 'grant_tranche')],
    ['grant_verification', ofAgreement],
    ['grant_version', ofAgreement],
    ['grant_year_close', `t.call_id = (${call}) and ${KNOWN}`],
    ['journal_entry', `t.book = ${book} and ${KNOWN}`],
    ['ledger_account', `exists (select 1 from entry_line l join journal_entry e on e.id = l.entry_id where l.account_id = t.id and e.book = ${book} and e.known_at < $2)`],
    ['policy', `t.scope in (select '*' union select ${book} union select 'programme/' || c.programme_id from grant_call c where c.id = (${call})) and ${KNOWN}`],
    ['service_order', `t.id in (select x.id from service_order x where ${orders} and exists (select 1 from service_order_carry k where k.order_id = x.id and k.known_at < $2)) and ${KNOWN}`],
    ['service_order_carry', of('order_id', 'service_order', orders)],
  ];
}

const chosen = (grounds: readonly Ground[], subjectId: string, { knownBefore }: TimePoint): RowChoice[] =>
  // an agreement names its investigator: such rows leave the house as their digest only
  grounds.map(([table, condition]) => ({ table, condition, parameters: [subjectId, knownBefore], withheld: () => table === 'grant_agreement' || table === 'grant_version' }));

/** The sealed rows that a report on a call rests on. */
export const callGrounds = (callId: string, point: TimePoint): RowChoice[] => chosen(groundsOf('select a.id from grant_agreement a where a.call_id = $1::uuid', '$1::uuid', 'x.call_id = $1::uuid'), callId, point);

/** The sealed rows that a report on one agreement rests on. */
export const agreementGrounds = (agreementId: string, point: TimePoint): RowChoice[] =>
  chosen(groundsOf('$1::uuid', 'select a.call_id from grant_agreement a where a.id = $1::uuid', 'x.agreement_id = $1::uuid'), agreementId, point);
