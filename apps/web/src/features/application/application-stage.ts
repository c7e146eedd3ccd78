import type { ApplicationSummary } from './application.requests.js';

/** The stages of a selection in their order; `ENDED`: rejected or given up, `ISSUED`: everything after the issue. */
export const STAGES = ['APPLIED', 'SCREENED', 'EVALUATED', 'WAITLISTED', 'SELECTED', 'AGREED', 'ISSUED', 'ENDED'] as const;

export type Stage = (typeof STAGES)[number];

export function stageOf({ state, voucherNumber }: Pick<ApplicationSummary, 'state' | 'voucherNumber'>): Stage {
  if (voucherNumber !== null) return 'ISSUED';
  const stage = STAGES.find((each) => each === state);
  return stage ?? 'ENDED';
}

export function countStages(applications: readonly ApplicationSummary[]): Readonly<Record<Stage, number>> {
  const counts: Record<Stage, number> = { APPLIED: 0, SCREENED: 0, EVALUATED: 0, WAITLISTED: 0, SELECTED: 0, AGREED: 0, ISSUED: 0, ENDED: 0 };
  for (const application of applications) counts[stageOf(application)] += 1;
  return counts;
}

/** What a company still owes of its own money, in won; zero before an agreement. */
export function ownMoneyOpen({ ownDueWon, ownPaidWon }: Pick<ApplicationSummary, 'ownDueWon' | 'ownPaidWon'>): bigint {
  const open = BigInt(ownDueWon ?? '0') - BigInt(ownPaidWon);
  return open > 0n ? open : 0n;
}

/** Agreed and nothing to pay in any more: ready to be issued. */
export const isReadyToIssue = (application: ApplicationSummary): boolean => stageOf(application) === 'AGREED' && ownMoneyOpen(application) === 0n;

/** What an evaluator has still to say something about. */
export const awaitsEvaluator = (application: ApplicationSummary): boolean =>
  (application.state === 'SCREENED' || application.state === 'EVALUATED') && application.ownScore === null && application.ownDeclaration !== 'CONFLICTED';

/** How many rules stand against it, and how many remark something. */
export function objections({ rules }: Pick<ApplicationSummary, 'rules'>): { readonly blocking: number; readonly warning: number } {
  return { blocking: rules.filter(({ result }) => result === 'BLOCK').length, warning: rules.filter(({ result }) => result === 'WARN').length };
}
