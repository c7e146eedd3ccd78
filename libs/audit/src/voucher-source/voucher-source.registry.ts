import type { PackSources } from '../pack/pack.js';
import { unusedVoucherMoney, voucherClawbacks, voucherOutcomes } from './balances.query.js';
import { standingAtVoucherPayment, voucherPayments, yearEndVoucherPayments } from './payments.query.js';
import { researchersInOffice, severalInstruments, sharedApplicants } from './relations.query.js';

/** What vouchers have to say to the requests of auditors. */
export const VOUCHER_SOURCES: PackSources = {
  'recipients/payments': voucherPayments,
  'duplicates/instruments': severalInstruments,
  'duplicates/applicants': sharedApplicants,
  'year-end/last-days': yearEndVoucherPayments,
  'company-standing/payments': standingAtVoucherPayment,
  'unused/vouchers': unusedVoucherMoney,
  'unused/clawbacks': voucherClawbacks,
  'related-parties/researchers': researchersInOffice,
  'performance/vouchers': voucherOutcomes,
};
