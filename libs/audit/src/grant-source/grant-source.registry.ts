import type { PackSources } from '../pack/pack.js';
import { grantOutcomes, grantRecoveries, unusedGrantMoney } from './balances.query.js';
import { grantPayments, standingAtGrantPayment, yearEndGrantPayments } from './payments.query.js';
import { splitPurchases, yearEndSpending } from './spending.query.js';

/** What grants have to say to the requests of auditors. */
export const GRANT_SOURCES: PackSources = {
  'recipients/payments': grantPayments,
  'year-end/last-days': yearEndGrantPayments,
  'year-end/spending': yearEndSpending,
  'year-end/purchases': splitPurchases,
  'company-standing/payments': standingAtGrantPayment,
  'unused/grants': unusedGrantMoney,
  'unused/recoveries': grantRecoveries,
  'performance/grants': grantOutcomes,
};
