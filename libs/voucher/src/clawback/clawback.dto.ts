import { ShownChoice, ShownDate, ShownFacts, ShownFlag, ShownId, ShownInstant, ShownInteger, ShownList, ShownObject, ShownText, ShownWon, VerdictDto } from '#libs/http';
import { PostedEntryDto } from '#libs/ledger';
import { StandingDto } from '../change/change.dto.js';

export const GROUNDS = ['FALSE_CLAIM', 'EXCESS_CLAIM', 'OFF_PURPOSE', 'CONDITION_BREACH', 'REQUIREMENT_UNMET', 'MISPAYMENT'] as const;
export const DEBTORS = ['COMPANY', 'PROVIDER'] as const;

export class InstalmentDto {
  @ShownInteger()
  no!: number;

  @ShownDate()
  dueOn!: string;

  @ShownWon()
  amountWon!: string;
}

export class ClawbackAccountDto {
  @ShownWon()
  demandedWon!: string;

  @ShownWon()
  surchargedWon!: string;

  @ShownWon({ description: 'Received or set off' })
  settledWon!: string;

  @ShownWon()
  writtenOffWon!: string;

  @ShownWon({ description: 'The balance of its receivable' })
  openWon!: string;
}

export class ClawbackMovementDto {
  @ShownId()
  id!: string;

  @ShownChoice(['RECEIVED', 'OFFSET', 'WRITTEN_OFF', 'SURCHARGED', 'REVERSED'])
  kind!: string;

  @ShownWon()
  amountWon!: string;

  @ShownDate()
  valueOn!: string;

  @ShownText({ nullable: true, description: 'The service it was set off against' })
  service!: string | null;

  @ShownText({ nullable: true })
  bankReference!: string | null;

  @ShownText({ nullable: true })
  reason!: string | null;

  @ShownFlag({ description: 'A receipt that was none: its reversal stands beside it' })
  reversed!: boolean;

  @ShownInstant()
  recordedAt!: string;

  @ShownText()
  actor!: string;
}

export class ClawbackSummaryDto extends ClawbackAccountDto {
  @ShownId()
  id!: string;

  @ShownId()
  yearId!: string;

  @ShownText()
  number!: string;

  @ShownId()
  voucherId!: string;

  @ShownText({ nullable: true })
  voucherNumber!: string | null;

  @ShownText({ nullable: true })
  serviceNumber!: string | null;

  @ShownText()
  debtor!: string;

  @ShownChoice(DEBTORS)
  debtorIs!: string;

  @ShownChoice(GROUNDS)
  ground!: string;

  @ShownText()
  reason!: string;

  @ShownDate()
  improperOn!: string;

  @ShownDate()
  noticeOn!: string;

  @ShownDate()
  dueOn!: string;

  @ShownWon()
  principalWon!: string;

  @ShownWon()
  interestWon!: string;

  @ShownWon()
  penaltyWon!: string;

  @ShownWon()
  droppedWon!: string;

  @ShownWon({ description: 'Of the plan, due by today and not settled' })
  overdueWon!: string;

  @ShownChoice(['OPEN', 'OVERDUE', 'SETTLED', 'WRITTEN_OFF'])
  status!: string;
}

export class PlannedDto extends InstalmentDto {
  @ShownWon({ description: 'Settled of it: what is paid settles the earliest first' })
  settledWon!: string;
}

export class OffsetChoiceDto {
  @ShownId()
  serviceId!: string;

  @ShownText()
  number!: string;

  @ShownWon()
  payableWon!: string;
}

export class ClawbackDto extends ClawbackSummaryDto {
  @ShownFlag()
  published!: boolean;

  @ShownText()
  actor!: string;

  @ShownInstant()
  decidedAt!: string;

  @ShownFacts({ description: 'How each figure came about, as it was decided' })
  working!: Record<string, unknown>;

  @ShownList(() => PlannedDto)
  plan!: PlannedDto[];

  @ShownList(() => ClawbackMovementDto)
  movements!: ClawbackMovementDto[];

  @ShownWon({ description: 'Surcharge that has fallen due by today and was not added' })
  surchargeDueWon!: string;

  @ShownList(() => OffsetChoiceDto, { description: 'Services whose payment to the debtor is waiting' })
  offsets!: OffsetChoiceDto[];
}

export class DecidedClawbackDto {
  @ShownId({ nullable: true, description: 'Null in a dry run' })
  id!: string | null;

  @ShownText()
  number!: string;

  @ShownFlag()
  dryRun!: boolean;

  @ShownWon()
  demandedWon!: string;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownObject(() => StandingDto)
  before!: StandingDto;

  @ShownObject(() => StandingDto)
  after!: StandingDto;

  @ShownList(() => PostedEntryDto)
  entries!: PostedEntryDto[];
}
