import type { PackSources } from '../pack/pack.js';
import { severalFunds, sharedAccounts, sharedNames } from './duplicates.query.js';
import { corrections, ratiosThenAndNow } from './hindsight.query.js';
import { dealReturns, fundReturns } from './performance.query.js';
import { countedDeals, evidenceOfDeals, removedDeals } from './recognition.query.js';
import { crossedDeals, relatedDeals } from './related.query.js';
import { payments, splitDeals, underThreshold, yearEndPayments } from './spending.query.js';
import { failedDeals, papersAtPayment } from './standing.query.js';
import { recoveries, uncalledCommitments } from './unused.query.js';

/** What funds have to say to the requests of auditors. */
export const FUND_SOURCES: PackSources = {
  'recipients/payments': payments,
  'duplicates/companies': severalFunds,
  'duplicates/names': sharedNames,
  'duplicates/accounts': sharedAccounts,
  'recognition/counted': countedDeals,
  'recognition/removed': removedDeals,
  'recognition/evidence': evidenceOfDeals,
  'then-and-now/ratios': ratiosThenAndNow,
  'then-and-now/corrections': corrections,
  'year-end/last-days': yearEndPayments,
  'year-end/under-threshold': underThreshold,
  'year-end/split': splitDeals,
  'company-standing/payments': papersAtPayment,
  'company-standing/failed': failedDeals,
  'unused/uncalled': uncalledCommitments,
  'unused/recovered': recoveries,
  'related-parties/related': relatedDeals,
  'related-parties/crossed': crossedDeals,
  'performance/funds': fundReturns,
  'performance/deals': dealReturns,
};
