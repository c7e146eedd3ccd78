import { shownRate } from '../performance.view.js';
import type { DealPerformanceDto } from './deal-performance.dto.js';
import type { DealPerformance } from './deal-performance.rules.js';

export function viewDealPerformance({ rate, ...deal }: DealPerformance): DealPerformanceDto {
  return {
    ...deal,
    costWon: deal.costWon.toString(),
    netProceedsWon: deal.netProceedsWon.toString(),
    outstandingCostWon: deal.outstandingCostWon.toString(),
    fairValueWon: deal.fairValueWon.toString(),
    rate: shownRate(rate),
  };
}
