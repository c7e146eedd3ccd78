import type { CommandOutcome } from '#libs/command';
import { shownVerdict } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import type { PaperRule } from '../evidence/evidence.js';
import { papersFor } from '../evidence/evidence.rules.js';
import type { GrantExpenseDto, RecordedExpensesDto } from './expense.dto.js';
import type { ExpenseView } from './expense.query.js';
import type { RecordedExpenses } from './expense.service.js';

export function viewRecorded({ result, dryRun }: CommandOutcome<RecordedExpenses>): RecordedExpensesDto {
  return {
    dryRun,
    totalWon: result.totalWon.toString(),
    recorded: result.recorded.map(({ id, amountWon, verdicts, ...row }) => ({ ...row, id: dryRun ? null : id, amountWon: amountWon.toString(), verdicts: verdicts.map(shownVerdict) })),
    refused: result.refused.map(({ index, verdicts }) => ({ index, verdicts: verdicts.map(shownVerdict) })),
    lines: result.lines.map(({ agreementId, before, after }) => ({
      ...{ agreementId, code: before.code, name: { ...before.name }, resource: before.resource },
      ...{ leftBeforeWon: before.leftWon.toString(), leftAfterWon: after.leftWon.toString() },
    })),
    postings: result.postings.map(shownEntry),
  };
}

/** An expense with the papers that are still wanted by `rules`. */
export function viewExpense({ callId: _callId, decision: _decision, ...row }: ExpenseView, rules: readonly PaperRule[]): GrantExpenseDto {
  const wanted = papersFor({ lineName: row.lineName.ko, purpose: row.purpose, resource: row.resource, amountWon: row.amountWon }, rules);
  return {
    ...row,
    lineName: { ...row.lineName },
    ...{ supplyWon: row.supplyWon.toString(), vatWon: row.vatWon.toString(), amountWon: row.amountWon.toString(), disallowedWon: row.disallowedWon.toString() },
    papers: [...row.papers],
    missing: row.state === 'VOIDED' ? [] : wanted.filter((paper) => !row.papers.includes(paper)),
  };
}
