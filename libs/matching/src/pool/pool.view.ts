import { callBook, viewTerms, type CallFigures, type GrantCall } from '#libs/grant';
import type { PolicySet } from '#libs/policy';
import { POOL_PRESET } from './pool-preset.data.js';
import type { PoolPoint } from './pool-course.query.js';
import type { PoolDto, PoolPresetDto, PoolSummaryDto } from './pool.dto.js';
import type { PoolFigures } from './pool.query.js';

export function viewPoolSummary({ id, programmeId, name, agency, fiscalYear }: GrantCall, { proposedWon, budgetWon, availableWon, paidWon }: CallFigures, figures: PoolFigures): PoolSummaryDto {
  const { governmentWon, privateWon, provenWon, releasedWon, projects, waiting } = figures;
  return {
    ...{ id, programmeId, name, agency, fiscalYear, projects, waiting },
    ...{ proposedWon: proposedWon.toString(), budgetWon: budgetWon.toString(), availableWon: availableWon.toString(), paidWon: paidWon.toString() },
    ...{ governmentWon: governmentWon.toString(), privateWon: privateWon.toString(), provenWon: provenWon.toString(), releasedWon: releasedWon.toString() },
  };
}

/** What a pool is and how it went so far. */
export interface PoolFacts {
  readonly money: CallFigures;
  readonly figures: PoolFigures;
  readonly policies: PolicySet;
  readonly course: readonly PoolPoint[];
}

export function viewPool(call: GrantCall, { money, figures, policies, course }: PoolFacts): PoolDto {
  return {
    ...viewPoolSummary(call, money, figures),
    ...{ book: callBook(call.id), terms: viewTerms(call, policies) },
    course: course.map(({ on, governmentWon, provenWon, releasedWon }) => ({ on, governmentWon: governmentWon.toString(), provenWon: provenWon.toString(), releasedWon: releasedWon.toString() })),
  };
}

/** The preset with the terms that hold where nobody decided otherwise. */
export function viewPreset(defaults: PolicySet): PoolPresetDto {
  const terms = viewTerms({ id: '', kind: 'MATCHING' }, defaults).filter(({ key }) => key.startsWith('matching.'));
  return { ...POOL_PRESET, proposal: { ...POOL_PRESET.proposal }, open: { ...POOL_PRESET.open }, terms };
}
