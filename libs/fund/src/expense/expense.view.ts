import type { CommandOutcome } from '#libs/command';
import type { Tx } from '#libs/database';
import { shownVerdict, type TimePoint } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import { shownPlan } from '../fee/fee.view.js';
import type { FundRow } from '../fund/fund.query.js';
import { fundPolicies } from '../obligation/fund-position.query.js';
import type { SettledDueDiligence } from './due-diligence.service.js';
import type { ExpensesDto, PaidExpenseDto, SettledDueDiligenceDto } from './expense.dto.js';
import { listDueDiligence, listFundExpenses, spendingPlan } from './expense.query.js';
import type { PaidExpense } from './expense.service.js';

/** What left the fund, who bore due diligence, and the plan for the whole life, at one point in both times. */
export async function viewExpenses(tx: Tx, fund: FundRow, point: TimePoint): Promise<ExpensesDto> {
  return {
    payments: await listFundExpenses(tx, fund.id, point),
    dueDiligence: await listDueDiligence(tx, fund.id, point),
    plan: shownPlan(await spendingPlan(tx, fund.id, await fundPolicies(tx, fund, point), point)),
  };
}

export function viewPaidExpense({ result, verdicts, dryRun }: CommandOutcome<PaidExpense>): PaidExpenseDto {
  return {
    id: dryRun ? null : result.id,
    dryRun,
    verdicts: verdicts.map(shownVerdict),
    cashBeforeWon: result.cashBeforeWon.toString(),
    cashAfterWon: result.cashAfterWon.toString(),
    postings: result.postings.map(shownEntry),
  };
}

export function viewDueDiligence({ result, verdicts, dryRun }: CommandOutcome<SettledDueDiligence>): SettledDueDiligenceDto {
  return {
    id: dryRun ? null : result.id,
    dryRun,
    verdicts: verdicts.map(shownVerdict),
    fundWon: result.fundWon.toString(),
    generalPartnerWon: result.generalPartnerWon.toString(),
    postings: result.postings.map(shownEntry),
  };
}
