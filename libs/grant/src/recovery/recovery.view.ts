import { civilDeadline, holidayCalendar, type LocalDate } from '#libs/calendar';
import type { CommandOutcome } from '#libs/command';
import { shownVerdict } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import { accountOf, overdueOf, paidPlanOf, statusOf, surchargeLeft, type ClaimAccount } from '#libs/recovery';
import { heldOf, type MovedRecovery } from './collection.service.js';
import type { MovedRecoveryDto, RecoveryAccountDto, RecoveryDto, RecoverySummaryDto } from './recovery.dto.js';
import type { RecoveryRow, RecoveryTerms } from './recovery.query.js';

const viewAccount = (account: ClaimAccount): RecoveryAccountDto => ({
  ...{ demandedWon: `${account.demandedWon}`, surchargedWon: `${account.surchargedWon}`, settledWon: `${account.settledWon}` },
  ...{ writtenOffWon: `${account.writtenOffWon}`, openWon: `${account.openWon}` },
});

export function viewRecoverySummary(row: RecoveryRow, on: LocalDate): RecoverySummaryDto {
  const { id, callId, agreementId, agreementNumber, number, debtor, noticeOn, dueOn } = row;
  return {
    ...{ id, callId, agreementId, agreementNumber, number, debtor, noticeOn, dueOn },
    ...{ kind: row.settlementId !== null ? 'SETTLEMENT' : row.sanctionId !== null ? 'PENALTY' : 'CLAWBACK', ground: row.settlementNumber ?? row.sanctionNumber ?? row.ground?.reference ?? '' },
    ...viewAccount(accountOf(row)),
    ...{ overdueWon: `${overdueOf(row, on)}`, heldWon: `${heldOf(row)}`, status: statusOf(row, on) },
  };
}

export function viewRecovery(row: RecoveryRow, { wording, collection }: RecoveryTerms, on: LocalDate): RecoveryDto {
  const { settlementId, sanctionId, principalWon, interestWon, penaltyWon, droppedWon, clauses, actor, movements, reminders, remittances } = row;
  const open = accountOf(row).openWon > 0n;
  const late = paidPlanOf(row).find(({ dueOn, leftWon }) => open && leftWon > 0n && dueOn < on);
  return {
    ...viewRecoverySummary(row, on),
    ...{ settlementId, sanctionId, principalWon, interestWon, penaltyWon, droppedWon, clauses: [...clauses], actor },
    surchargeDueWon: `${open ? surchargeLeft(row, on, collection, holidayCalendar()) : 0n}`,
    remindUntil: late === undefined ? null : civilDeadline({ from: late.dueOn, period: wording.reminder.within }, holidayCalendar()).effective,
    plan: paidPlanOf(row).map(({ dueOn, amountWon, settledWon }, index) => ({ no: index + 1, dueOn, amountWon: `${amountWon}`, settledWon: `${settledWon}` })),
    ...{ movements: movements.map((each) => ({ ...each })), reminders: reminders.map((each) => ({ ...each })), remittances: remittances.map((each) => ({ ...each })) },
  };
}

export function viewMovedRecovery({ result, verdicts, dryRun }: CommandOutcome<MovedRecovery>): MovedRecoveryDto {
  const { recoveryId, amountWon, before, after, entries } = result;
  return { ...{ recoveryId, dryRun, amountWon }, before: viewAccount(before), after: viewAccount(after), verdicts: verdicts.map(shownVerdict), entries: entries.map(shownEntry) };
}
