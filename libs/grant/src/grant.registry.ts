import type { PostingRegistry } from '#libs/journal';
import { AGREEMENT_POSTINGS } from './agreement/agreement.posting.js';
import { BUDGET_POSTINGS } from './budget/budget.posting.js';
import { CALL_CHARTS } from './call/call.charts.js';
import { EXPENSE_POSTINGS } from './expense/expense.posting.js';
import { OUTCOME_CHARTS } from './outcome-claim/outcome-claim.charts.js';
import { OUTCOME_POSTINGS } from './outcome-claim/outcome-claim.posting.js';
import { ORDER_POSTINGS } from './service-order/service-order.posting.js';
import { INTEREST_POSTINGS } from './interest/interest.posting.js';
import { RECOVERY_CHARTS } from './recovery/recovery.charts.js';
import { RECOVERY_POSTINGS } from './recovery/recovery.posting.js';
import { TRANCHE_POSTINGS } from './tranche/tranche.posting.js';
import { OWN_SHARE_POSTINGS } from './own-share/own-share.posting.js';
import { YEAR_CLOSE_POSTINGS } from './year-close/year-close.posting.js';

/** Every chart and posting rule of grants. */
export const GRANT_REGISTRY: PostingRegistry = {
  charts: [...CALL_CHARTS, ...RECOVERY_CHARTS, ...OUTCOME_CHARTS],
  postings: [...BUDGET_POSTINGS, ...RECOVERY_POSTINGS, ...AGREEMENT_POSTINGS, ...TRANCHE_POSTINGS, ...OWN_SHARE_POSTINGS, ...YEAR_CLOSE_POSTINGS, ...EXPENSE_POSTINGS, ...INTEREST_POSTINGS, ...OUTCOME_POSTINGS, ...ORDER_POSTINGS],
};
