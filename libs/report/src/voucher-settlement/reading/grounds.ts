import type { TimePoint } from '#libs/http';
import type { RowChoice } from '#libs/seal';

/** A table and which of its rows a report on a programme year rests on; $1 is the year, $2 the bound of what was known. */
type Ground = readonly [table: string, condition: string];

const KNOWN = 't.known_at < $2';
const OF_THE_YEAR = `t.year_id = $1::uuid and ${KNOWN}`;
const ITS_VOUCHERS = 'select v.id from voucher v where v.year_id = $1::uuid';
const ITS_SERVICES = 'select s.id from voucher_service s join voucher v on v.id = s.voucher_id where v.year_id = $1::uuid';
const ITS_BATCHES = 'select b.id from payment_batch b where b.year_id = $1::uuid and b.known_at < $2';
const ITS_CLAWBACKS = 'select c.id from clawback c where c.year_id = $1::uuid and c.known_at < $2';
const OF_ITS_VOUCHERS = `t.voucher_id in (${ITS_VOUCHERS}) and ${KNOWN}`;
const OF_ITS_SERVICES = `t.service_id in (${ITS_SERVICES}) and ${KNOWN}`;
const ITS_BROKERS = 'select i.broker_id from voucher_issue i where i.year_id = $1::uuid';
const ITS_RUNS = `select r.id from payment_run r where r.book = 'voucher/' || ($1::uuid)::text and r.known_at < $2`;
const ITS_BOOK = `'voucher/' || ($1::uuid)::text`;
const ITS_PROGRAMME = `select 'programme/' || y.programme_id from voucher_year y where y.id = $1::uuid`;

/** Everything that the figures and findings of a settlement report follow from. */
const GROUNDS: readonly Ground[] = [
  ['broker', `t.id in (${ITS_BROKERS}) and ${KNOWN}`],
  ['broker_turn', `t.broker_id in (${ITS_BROKERS}) and ${KNOWN}`],
  ['clawback', OF_THE_YEAR],
  ['clawback_instalment', `t.clawback_id in (${ITS_CLAWBACKS})`],
  ['clawback_movement', `t.clawback_id in (${ITS_CLAWBACKS}) and ${KNOWN}`],
  ['journal_entry', `t.book = ${ITS_BOOK} and ${KNOWN}`],
  ['ledger_account', `exists (select 1 from entry_line l join journal_entry e on e.id = l.entry_id where l.account_id = t.id and e.book = ${ITS_BOOK} and e.known_at < $2)`],
  ['own_money_deposit', OF_ITS_VOUCHERS],
  ['own_money_return', OF_ITS_VOUCHERS],
  ['payable', `t.book = ${ITS_BOOK} and ${KNOWN}`],
  ['payment_batch', OF_THE_YEAR],
  ['payment_batch_end', `t.batch_id in (${ITS_BATCHES}) and ${KNOWN}`],
  ['payment_batch_line', `t.batch_id in (${ITS_BATCHES})`],
  ['payment_outcome', `t.run_id in (${ITS_RUNS}) and ${KNOWN}`],
  ['payment_run', `t.book = ${ITS_BOOK} and ${KNOWN}`],
  ['payment_run_line', `t.run_id in (${ITS_RUNS})`],
  ['policy', `t.scope in (select '*' union select ${ITS_BOOK} union ${ITS_PROGRAMME}) and ${KNOWN}`],
  ['service_capture', OF_ITS_SERVICES],
  ['service_claim', OF_ITS_SERVICES],
  ['service_event', OF_ITS_SERVICES],
  ['service_provider', OF_THE_YEAR],
  ['service_provider_turn', `t.provider_id in (select x.id from service_provider x where x.year_id = $1::uuid) and ${KNOWN}`],
  ['service_refund', OF_ITS_SERVICES],
  ['voucher', OF_THE_YEAR],
  ['voucher_agreement', OF_ITS_VOUCHERS],
  ['voucher_application', OF_THE_YEAR],
  ['voucher_budget', OF_THE_YEAR],
  ['voucher_event', OF_ITS_VOUCHERS],
  ['voucher_issue', OF_THE_YEAR],
  ['voucher_service', OF_ITS_VOUCHERS],
  ['voucher_year', `t.id = $1::uuid and ${KNOWN}`],
  ['voucher_year_close', OF_THE_YEAR],
  ['warning_decision', OF_THE_YEAR],
];

/** The sealed rows that a report on a programme year rests on. Applications name people: they leave the house as their digest only. */
export function yearGrounds(yearId: string, { knownBefore }: TimePoint): RowChoice[] {
  return GROUNDS.map(([table, condition]) => ({
    table,
    condition,
    parameters: [yearId, knownBefore],
    withheld: () => table === 'voucher_application',
  }));
}
