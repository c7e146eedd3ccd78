import { DateField, FlagField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInstant, ShownInteger, ShownList, ShownObject, ShownText, ShownTexts, ShownWon, TextField, VerdictDto, WonField } from '#libs/http';
import { PostedEntryDto } from '#libs/ledger';
import { MOVEMENT_KINDS } from '#libs/recovery';

export class RecoveryAccountDto {
  @ShownWon({ description: 'As demanded, less what a later decision took off' })
  demandedWon!: string;

  @ShownWon()
  surchargedWon!: string;

  @ShownWon()
  settledWon!: string;

  @ShownWon()
  writtenOffWon!: string;

  @ShownWon()
  openWon!: string;
}

export class RecoveryInstalmentDto {
  @ShownInteger()
  no!: number;

  @ShownDate()
  dueOn!: string;

  @ShownWon()
  amountWon!: string;

  @ShownWon({ description: 'What is paid settles the earliest first' })
  settledWon!: string;
}

export class RecoveryMovementDto {
  @ShownId()
  id!: string;

  @ShownChoice(MOVEMENT_KINDS)
  kind!: string;

  @ShownWon()
  amountWon!: string;

  @ShownDate()
  valueOn!: string;

  @ShownText({ nullable: true })
  bankReference!: string | null;

  @ShownText({ nullable: true })
  reason!: string | null;

  @ShownFlag({ description: 'A receipt that was none: its reversal stands beside it' })
  reversed!: boolean;

  @ShownInstant()
  recordedAt!: string;

  @ShownText({ nullable: true })
  actor!: string | null;
}

export class RecoveryReminderDto {
  @ShownId()
  id!: string;

  @ShownDate()
  remindedOn!: string;

  @ShownDate()
  payBy!: string;

  @ShownWon()
  openWon!: string;
}

export class RecoveryRemittanceDto {
  @ShownId()
  id!: string;

  @ShownWon()
  amountWon!: string;

  @ShownDate()
  remittedOn!: string;

  @ShownText({ description: 'Number of the Treasury’s payment notice' })
  noticeNumber!: string;
}

export class RecoverySummaryDto extends RecoveryAccountDto {
  @ShownId()
  id!: string;

  @ShownId()
  callId!: string;

  @ShownId()
  agreementId!: string;

  @ShownText()
  agreementNumber!: string;

  @ShownText()
  number!: string;

  @ShownChoice(['SETTLEMENT', 'PENALTY', 'CLAWBACK'])
  kind!: string;

  @ShownText({ description: 'Of the settlement or the sanction that it comes from' })
  ground!: string;

  @ShownText()
  debtor!: string;

  @ShownDate()
  noticeOn!: string;

  @ShownDate()
  dueOn!: string;

  @ShownWon()
  overdueWon!: string;

  @ShownWon({ description: 'Received or set off, and not yet with the Treasury' })
  heldWon!: string;

  @ShownChoice(['OPEN', 'OVERDUE', 'SETTLED', 'WRITTEN_OFF'])
  status!: string;
}

export class RecoveryDto extends RecoverySummaryDto {
  @ShownId({ nullable: true })
  settlementId!: string | null;

  @ShownId({ nullable: true })
  sanctionId!: string | null;

  @ShownWon()
  principalWon!: string;

  @ShownWon()
  interestWon!: string;

  @ShownWon()
  penaltyWon!: string;

  @ShownWon({ description: 'What the notice dropped' })
  droppedWon!: string;

  @ShownTexts()
  clauses!: string[];

  @ShownText({ nullable: true })
  actor!: string | null;

  @ShownWon({ description: 'Surcharge that has fallen due by today and was not added' })
  surchargeDueWon!: string;

  @ShownDate({ nullable: true, description: 'Until when a reminder goes out; null where nothing is overdue' })
  remindUntil!: string | null;

  @ShownList(() => RecoveryInstalmentDto)
  plan!: RecoveryInstalmentDto[];

  @ShownList(() => RecoveryMovementDto)
  movements!: RecoveryMovementDto[];

  @ShownList(() => RecoveryReminderDto)
  reminders!: RecoveryReminderDto[];

  @ShownList(() => RecoveryRemittanceDto)
  remittances!: RecoveryRemittanceDto[];
}

export class ReceiveRecoveryDto {
  @WonField()
  amountWon!: string;

  @DateField({ description: 'Value date at the bank' })
  valueOn!: string;

  @TextField({ max: 100, optional: true })
  bankReference?: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class RemitRecoveryDto {
  @WonField()
  amountWon!: string;

  @DateField()
  remittedOn!: string;

  @TextField({ max: 50, description: 'Number of the Treasury’s payment notice (납입고지번호)' })
  noticeNumber!: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class SurchargeRecoveryDto {
  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class WriteOffRecoveryDto {
  @TextField({ max: 1000, min: 5, multiline: true })
  reason!: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class RemindedRecoveryDto {
  @ShownId()
  id!: string;

  @ShownDate()
  payBy!: string;

  @ShownWon()
  openWon!: string;
}

export class MovedRecoveryDto {
  @ShownId()
  recoveryId!: string;

  @ShownFlag()
  dryRun!: boolean;

  @ShownWon()
  amountWon!: string;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownObject(() => RecoveryAccountDto)
  before!: RecoveryAccountDto;

  @ShownObject(() => RecoveryAccountDto)
  after!: RecoveryAccountDto;

  @ShownList(() => PostedEntryDto)
  entries!: PostedEntryDto[];
}
