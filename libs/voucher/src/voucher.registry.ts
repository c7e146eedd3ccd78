import type { PostingRegistry } from '#libs/journal';
import { BUDGET_POSTINGS } from './budget/budget.posting.js';
import { CLAWBACK_POSTINGS } from './clawback/clawback.posting.js';
import { SERVICE_POSTINGS } from './service/service.posting.js';
import { VOUCHER_POSTINGS } from './voucher/voucher.posting.js';
import { YEAR_CHARTS } from './year/year.charts.js';

/** Every chart and posting rule of vouchers. */
export const VOUCHER_REGISTRY: PostingRegistry = {
  charts: YEAR_CHARTS,
  postings: [...BUDGET_POSTINGS, ...VOUCHER_POSTINGS, ...SERVICE_POSTINGS, ...CLAWBACK_POSTINGS],
};
