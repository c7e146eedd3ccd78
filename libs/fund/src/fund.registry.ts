import type { PostingRegistry } from '#libs/journal';
import { LIMITS_REVISED } from './agreement/agreement.posting.js';
import { CAPITAL_CALL_POSTINGS } from './capital-call/capital-call.posting.js';
import { CLASSIFICATION_POSTINGS } from './classification/classification.posting.js';
import { FUND_CHARTS } from './fund/fund.charts.js';
import { FORMATION_POSTINGS } from './fund/fund.posting.js';
import { INVESTMENT_POSTINGS } from './investment/investment.posting.js';
import { LIMITS_SETTLED } from './obligation/limit/limit.posting.js';
import { REGISTER_POSTINGS } from './register/register.posting.js';

/** Every chart and posting rule of the fund. */
export const FUND_REGISTRY: PostingRegistry = {
  charts: FUND_CHARTS,
  postings: [...FORMATION_POSTINGS, LIMITS_REVISED, ...CAPITAL_CALL_POSTINGS, ...INVESTMENT_POSTINGS, ...CLASSIFICATION_POSTINGS, ...REGISTER_POSTINGS, LIMITS_SETTLED],
};
