import { requiredAmount, won, type Won } from '#libs/money';
import type { ObligationPosition } from '../obligation.js';

/** What the two accounts behind the headroom hold when they say what the facts say; below zero where facts broke a limit. */
export interface LimitTargets {
  /** K − T, and what exits gave back where the agreement lets it be invested again. */
  readonly capacityWon: Won;
  /** The same, less what the obligation still asks for: required − M, also where M is more than required. */
  readonly headroomWon: Won;
}

/** Linear in every fact, so that each deal moves an account by its own amount and nothing has to be read to do so. */
export function limitTargets({ facts, rule }: Pick<ObligationPosition, 'facts' | 'rule'>): LimitTargets {
  const counted = rule.measure === 'CUMULATIVE_COST' ? facts.qualifyingWon : facts.qualifyingOutstandingWon;
  const required = requiredAmount(facts.committedWon, rule.ratioBasisPoints);
  const capacityWon = won(facts.committedWon - facts.lifetimeExpensesWon - facts.investedWon + facts.recyclableWon);
  return { capacityWon, headroomWon: won(capacityWon - required + counted) };
}
