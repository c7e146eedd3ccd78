import { localDate } from '#libs/calendar';
import { basisPoints } from '#libs/money';
import type { BillFee } from './bill/fee.service.js';
import type { FeeBase } from './fee.js';
import type { BillFeeDto, DecideFeeTermsDto } from './fee.dto.js';
import type { DecideFeeTerms } from './term/fee-term.service.js';

export function toDecideFeeTerms(fundId: string, body: DecideFeeTermsDto): DecideFeeTerms {
  const span = (each: { from: string; to: string }) => ({ from: localDate(each.from), to: localDate(each.to) });
  return {
    fundId,
    clause: body.clause,
    reason: body.reason,
    terms: body.terms.map((term) => ({ ...span(term), base: term.base as FeeBase, rate: basisPoints(term.rateBasisPoints), clause: term.clause })),
    reductions: (body.reductions ?? []).map((each) => ({ ...span(each), keeps: basisPoints(each.keepsBasisPoints), reason: each.reason, clause: each.clause })),
  };
}

export const toBillFee = (fundId: string, { periodTo, billedOn }: BillFeeDto): BillFee => ({ fundId, periodTo: localDate(periodTo), billedOn: localDate(billedOn) });
