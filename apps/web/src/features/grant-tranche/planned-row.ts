import { parseWonInput } from '../../format/won-input.js';
import { formatWon } from '../../format/won.js';
import type { PlanTranches, Tranches } from './grant-tranche.requests.js';

/** A tranche of a plan as it is typed; an empty condition is none. */
export interface PlannedRow {
  readonly key: number;
  readonly fiscalYear: string;
  readonly label: string;
  readonly amountWon: string;
  readonly plannedOn: string;
  readonly ownCash: string;
  readonly spentPercent: string;
  readonly milestone: string;
  readonly report: string;
}

type Conditions = NonNullable<PlanTranches['tranches'][number]['conditions']>;

const BASIS_POINTS_A_PERCENT = 100;

/** What the pattern of the call proposes: the first waits for the own cash, the others for the money before them to be spent. */
export function startingRows({ proposal, tranches, ownCashPlannedWon, previousSpentBasisPoints }: Tranches, agreement: { readonly periodFrom: string; readonly periodTo: string }): PlannedRow[] {
  const begun = tranches.some(({ state }) => state === 'REQUESTED' || state === 'DECIDED');
  return proposal.map(({ fiscalYear, label, amountWon }, index) => {
    const first = index === 0 && !begun;
    return {
      ...{ key: index, fiscalYear: String(fiscalYear), label, amountWon: formatWon(amountWon), plannedOn: first ? agreement.periodFrom : '' },
      ...{ ownCash: first && ownCashPlannedWon !== '0' ? formatWon(ownCashPlannedWon) : '', spentPercent: first ? '' : String(previousSpentBasisPoints / BASIS_POINTS_A_PERCENT), milestone: '', report: '' },
    };
  });
}

export function conditionsOf({ ownCash, spentPercent, milestone, report }: PlannedRow): Conditions {
  const cash = parseWonInput(ownCash);
  const percent = /^\d{1,3}$/.test(spentPercent.trim()) ? Number(spentPercent) : 0;
  return [
    ...(ownCash.trim() !== '' && cash.ok && cash.amount > 0n ? [{ kind: 'OWN_CASH' as const, amountWon: cash.amount.toString() }] : []),
    ...(percent > 0 ? [{ kind: 'PREVIOUS_SPENT' as const, basisPoints: percent * BASIS_POINTS_A_PERCENT }] : []),
    ...(milestone.trim() === '' ? [] : [{ kind: 'MILESTONE' as const, label: milestone.trim() }]),
    ...(report.trim() === '' ? [] : [{ kind: 'REPORT' as const, label: report.trim() }]),
  ];
}
