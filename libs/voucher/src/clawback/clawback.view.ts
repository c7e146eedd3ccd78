import type { HolidayCalendar, LocalDate } from '#libs/calendar';
import type { CommandOutcome } from '#libs/command';
import { shownVerdict } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import { accountOf, overdueOf, paidPlanOf, statusOf, surchargeLeft, type ClaimAccount } from '#libs/recovery';
import { viewStanding } from '../change/change.view.js';
import type { Calculation, CalculationRecord } from './calculation.rules.js';
import type { CalculationDto } from './calculation.dto.js';
import type { ClawbackTerms } from './clawback.js';
import type { ClawbackAccountDto, ClawbackDto, ClawbackSummaryDto, DecidedClawbackDto, OffsetChoiceDto } from './clawback.dto.js';
import type { ClawbackRow } from './clawback.query.js';
import { noticeLines } from './clawback.rules.js';
import type { DecidedClawback } from './decision/decision.service.js';

export function viewCalculation(calculation: Calculation, record: CalculationRecord, terms: ClawbackTerms): CalculationDto {
  const { recovery, assessment } = calculation;
  return {
    regime: terms.regime,
    gainWon: `${recovery.gainWon}`,
    interest: recovery.lines.map(({ from, months, rate, interestWon }) => ({ from, months, rateBasisPoints: Number(rate.value), clause: rate.clause, source: rate.source, interestWon: `${interestWon}` })),
    interestWon: `${recovery.interestWon}`,
    recoveryWon: `${recovery.recoveryWon}`,
    recoveryNoticeWon: `${recovery.noticeWon}`,
    options: calculation.options.map(({ ground, amountWon, clause }) => ({ ground, amountWon: `${amountWon}`, clause })),
    penaltyStandardWon: `${assessment.standardWon}`,
    penaltyLowestWon: `${assessment.lowestWon}`,
    penaltyHighestWon: `${assessment.highestWon}`,
    penaltyClause: assessment.clause,
    mitigations: assessment.mitigations.map((each) => ({ ...each, text: { ...each.text } })),
    penaltyWon: `${calculation.penaltyWon}`,
    droppedWon: `${calculation.droppedWon}`,
    demandedWon: `${calculation.demandedWon}`,
    earliestDueOn: calculation.earliestDueOn,
    dueOn: calculation.dueOn,
    plan: calculation.plan.map(({ dueOn, amountWon }, index) => ({ no: index + 1, dueOn, amountWon: `${amountWon}` })),
    published: calculation.published,
    claimableWon: record.claimableWon === null ? null : `${record.claimableWon}`,
    notice: noticeLines(recovery).map(({ label, amountWon, inWords }) => ({ label: { ...label }, amountWon: `${amountWon}`, inWords })),
    verdicts: calculation.verdicts.map(shownVerdict),
    clauses: [...calculation.clauses],
  };
}

export function viewAccount({ demandedWon, surchargedWon, settledWon, writtenOffWon, openWon }: ClaimAccount): ClawbackAccountDto {
  return { demandedWon: `${demandedWon}`, surchargedWon: `${surchargedWon}`, settledWon: `${settledWon}`, writtenOffWon: `${writtenOffWon}`, openWon: `${openWon}` };
}

export function viewSummary(row: ClawbackRow, on: LocalDate): ClawbackSummaryDto {
  const { id, yearId, number, voucherId, voucherNumber, serviceNumber, debtor, debtorIs, ground, reason, improperOn, noticeOn, dueOn, principalWon, interestWon, penaltyWon, droppedWon } = row;
  return {
    ...{ id, yearId, number, voucherId, voucherNumber, serviceNumber, debtor, debtorIs, ground, reason, improperOn, noticeOn, dueOn, principalWon, interestWon, penaltyWon, droppedWon },
    ...viewAccount(accountOf(row)),
    overdueWon: `${overdueOf(row, on)}`,
    status: statusOf(row, on),
  };
}

export interface ClawbackPage {
  readonly row: ClawbackRow;
  readonly terms: ClawbackTerms;
  readonly offsets: readonly OffsetChoiceDto[];
}

export function viewClawback({ row, terms, offsets }: ClawbackPage, on: LocalDate, calendar: HolidayCalendar): ClawbackDto {
  const due = accountOf(row).openWon === 0n ? 0n : surchargeLeft(row, on, terms, calendar);
  return {
    ...viewSummary(row, on),
    published: row.published,
    actor: row.actor,
    decidedAt: row.knownAt.toISOString(),
    working: { ...row.working },
    plan: paidPlanOf(row).map(({ dueOn, amountWon, settledWon }, index) => ({ no: index + 1, dueOn, amountWon: `${amountWon}`, settledWon: `${settledWon}` })),
    movements: row.movements.map((each) => ({ ...each })),
    surchargeDueWon: `${due}`,
    offsets: offsets.map((each) => ({ ...each })),
  };
}

export function viewDecided({ result, verdicts, dryRun }: CommandOutcome<DecidedClawback>): DecidedClawbackDto {
  const { id, number, demandedWon, before, after, entries } = result;
  return { id: dryRun ? null : id, number, dryRun, demandedWon, verdicts: verdicts.map(shownVerdict), before: viewStanding(before), after: viewStanding(after), entries: entries.map(shownEntry) };
}
