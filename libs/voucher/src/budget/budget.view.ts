import type { CommandOutcome } from '#libs/command';
import { shownVerdict } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import type { YearFigures } from '../year/year.query.js';
import { BUDGET_STAGES } from '#libs/journal';
import type { DecidedVoucherBudgetDto, VoucherBudgetDto, YearLimitsDto } from './budget.dto.js';
import type { BudgetRow } from './budget.query.js';
import type { DecidedBudget } from './budget.service.js';

export const viewBudget = (row: BudgetRow): VoucherBudgetDto => ({ ...row, spendable: BUDGET_STAGES[row.stage].spendable });

/** The limits of a year before or after a write. */
export function viewLimits({ budgetWon, budgetLeftWon, vouchersLeft, companiesLeft }: YearFigures): YearLimitsDto {
  return { budgetWon: budgetWon.toString(), budgetLeftWon: budgetLeftWon.toString(), vouchersLeft, companiesLeft };
}

export function viewDecided({ result, verdicts, dryRun }: CommandOutcome<DecidedBudget>): DecidedVoucherBudgetDto {
  return {
    id: dryRun ? null : result.id,
    dryRun,
    verdicts: verdicts.map(shownVerdict),
    before: viewLimits(result.before),
    after: viewLimits(result.after),
    entries: result.entries.map(shownEntry),
  };
}
