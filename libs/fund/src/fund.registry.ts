import type { PostingRegistry } from '#libs/journal';
import { CAPITAL_CALL_POSTINGS } from './capital-call/capital-call.posting.js';
import { CAPITAL_RECEIPT_REVERSED } from './capital-call/receipt/receipt.posting.js';
import { OVERDUE_POSTINGS } from './overdue/overdue.posting.js';
import { CLASSIFICATION_POSTINGS } from './classification/classification.posting.js';
import { COMMITMENT_TRANSFERRED } from './commitment/commitment.posting.js';
import { EXIT_CHARTS } from './exit/exit.charts.js';
import { ESCROW_POSTINGS } from './exit/escrow/escrow.posting.js';
import { FEE_CHARTS } from './fee/fee.charts.js';
import { FEE_POSTINGS } from './fee/fee.posting.js';
import { DISTRIBUTION_POSTINGS } from './distribution/distribution.posting.js';
import { FUND_CHARTS } from './fund/fund.charts.js';
import { FORMATION_POSTINGS } from './fund/fund.posting.js';
import { INVESTMENT_POSTINGS } from './investment/investment.posting.js';
import { LIMIT_POSTINGS } from './obligation/limit/limit.posting.js';
import { MANDATE_ROOM_POSTINGS } from './obligation/limit/room.posting.js';
import { REGISTER_POSTINGS } from './register/register.posting.js';
import { DEAL_RESCINDED } from './rescission/rescission.posting.js';
import { FAIR_VALUE_CHARTS } from './valuation/fair-value/fair-value.charts.js';
import { FAIR_VALUE_POSTINGS } from './valuation/fair-value/fair-value.posting.js';

/** Every chart and posting rule of the fund. */
export const FUND_REGISTRY: PostingRegistry = {
  charts: [...FUND_CHARTS, ...FAIR_VALUE_CHARTS, ...EXIT_CHARTS, ...FEE_CHARTS],
  postings: [...FORMATION_POSTINGS, COMMITMENT_TRANSFERRED, ...CAPITAL_CALL_POSTINGS, CAPITAL_RECEIPT_REVERSED, ...OVERDUE_POSTINGS, ...INVESTMENT_POSTINGS, ...CLASSIFICATION_POSTINGS, ...REGISTER_POSTINGS, DEAL_RESCINDED, ...DISTRIBUTION_POSTINGS, ...LIMIT_POSTINGS, ...MANDATE_ROOM_POSTINGS, ...FAIR_VALUE_POSTINGS, ...ESCROW_POSTINGS, ...FEE_POSTINGS],
};
