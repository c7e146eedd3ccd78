import type { HolidayCalendar, LocalDate } from '#libs/calendar';
import type { CommandOutcome } from '#libs/command';
import { shownVerdict } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import { minWon, subtractWon, sumWon, won, ZERO_WON, type Won } from '#libs/money';
import { viewStanding } from '../change/change.view.js';
import type { Calculation, CalculationRecord } from './calculation.rules.js';
import type { CalculationDto } from './calculation.dto.js';
import type { ClawbackTerms } from './clawback.js';
import type { ClawbackAccountDto, ClawbackDto, ClawbackSummaryDto, DecidedClawbackDto, OffsetChoiceDto, PlannedDto } from './clawback.dto.js';
import type { ClawbackRow } from './clawback.query.js';
import { noticeLines } from './clawback.rules.js';
import { accountOf, planOf, settledOf, type ClawbackAccount } from './collection/account.rules.js';
import { surchargesDue } from './collection/collection.rules.js';
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

export function viewAccount({ demandedWon, surchargedWon, settledWon, writtenOffWon, openWon }: ClawbackAccount): ClawbackAccountDto {
  return { demandedWon: `${demandedWon}`, surchargedWon: `${surchargedWon}`, settledWon: `${settledWon}`, writtenOffWon: `${writtenOffWon}`, openWon: `${openWon}` };
}

export function viewSummary(row: ClawbackRow, on: LocalDate): ClawbackSummaryDto {
  const { id, yearId, number, voucherId, voucherNumber, serviceNumber, debtor, debtorIs, ground, reason, improperOn, noticeOn, dueOn, principalWon, interestWon, penaltyWon, droppedWon } = row;
  const account = accountOf(row);
  const overdueWon = account.openWon === 0n ? ZERO_WON : minWon(account.openWon, sumWon(planned(row).filter((each) => each.dueOn < on).map((each) => each.left)));
  const status = account.openWon > 0n ? (overdueWon > 0n ? 'OVERDUE' : 'OPEN') : account.writtenOffWon > 0n ? 'WRITTEN_OFF' : 'SETTLED';
  return {
    ...{ id, yearId, number, voucherId, voucherNumber, serviceNumber, debtor, debtorIs, ground, reason, improperOn, noticeOn, dueOn, principalWon, interestWon, penaltyWon, droppedWon },
    ...viewAccount(account),
    overdueWon: `${overdueWon}`,
    status,
  };
}

/** The plan with what is settled of each part, the earliest first. */
function planned(row: ClawbackRow): (PlannedDto & { readonly left: Won })[] {
  let paid = accountOf(row).settledWon;
  return row.instalments.map((each) => {
    const amount = won(BigInt(each.amountWon));
    const settled = minWon(amount, paid);
    paid = subtractWon(paid, settled);
    return { ...each, settledWon: `${settled}`, left: subtractWon(amount, settled) };
  });
}

export interface ClawbackPage {
  readonly row: ClawbackRow;
  readonly terms: ClawbackTerms;
  readonly offsets: readonly OffsetChoiceDto[];
}

export function viewClawback({ row, terms, offsets }: ClawbackPage, on: LocalDate, calendar: HolidayCalendar): ClawbackDto {
  const { openWon, surchargedWon } = accountOf(row);
  const due = openWon === 0n || terms.surcharge === null ? ZERO_WON : subtractWon(surchargesDue(planOf(row), settledOf(row), on, terms, calendar), surchargedWon);
  return {
    ...viewSummary(row, on),
    published: row.published,
    actor: row.actor,
    decidedAt: row.knownAt.toISOString(),
    working: { ...row.working },
    plan: planned(row).map(({ left: _left, ...each }) => each),
    movements: row.movements.map((each) => ({ ...each })),
    surchargeDueWon: `${due > 0n ? due : ZERO_WON}`,
    offsets: offsets.map((each) => ({ ...each })),
  };
}

export function viewDecided({ result, verdicts, dryRun }: CommandOutcome<DecidedClawback>): DecidedClawbackDto {
  const { id, number, demandedWon, before, after, entries } = result;
  return { id: dryRun ? null : id, number, dryRun, demandedWon, verdicts: verdicts.map(shownVerdict), before: viewStanding(before), after: viewStanding(after), entries: entries.map(shownEntry) };
}
