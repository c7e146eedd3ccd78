import { BilingualDto, ChoiceField, DateField, FlagField, IdField, IntegerField, ListField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInteger, ShownList, ShownObject, ShownText, ShownWon, TextField, VerdictDto, WonField } from '#libs/http';
import { PostedEntryDto } from '#libs/ledger';

export class RetainedDto {
  @IdField({ description: 'A line of the stage' })
  lineId!: string;

  @WonField({ description: 'What a special rule leaves of its rest' })
  amountWon!: string;
}

export class ReportGrantSettlementDto {
  @ChoiceField(['YEARLY_USE', 'SETTLEMENT'], { description: 'Of a year, or of a stage' })
  kind!: string;

  @IntegerField({ min: 1, max: 20 })
  stage!: number;

  @IntegerField({ min: 2000, max: 2200, optional: true, description: 'Of a yearly report' })
  fiscalYear?: number;

  @DateField()
  receivedOn!: string;

  @WonField({ optional: true, min: 0n, description: 'As the institution states it' })
  usedWon?: string;

  @WonField({ optional: true, min: 0n })
  unusedWon?: string;

  @WonField({ optional: true, min: 0n })
  disallowedWon?: string;

  @WonField({ optional: true, min: 0n })
  inKindShortageWon?: string;

  @WonField({ optional: true, min: 0n })
  interestWon?: string;

  @WonField({ optional: true, min: 0n })
  totalWon?: string;

  @IdField({ optional: true })
  documentId?: string;

  @TextField({ max: 1000, optional: true, multiline: true })
  note?: string;
}

export class ReportedGrantSettlementDto {
  @ShownId()
  id!: string;

  @ShownDate({ description: 'Until when it was due' })
  dueOn!: string;

  @ShownFlag()
  late!: boolean;
}

export class DecideGrantSettlementDto {
  @IntegerField({ min: 1, max: 20 })
  stage!: number;

  @DateField({ description: 'Day of the notice to the institution' })
  noticeOn!: string;

  @WonField({ optional: true, min: 0n, description: 'What the notice demands, as the drafter read it; may be left out of a dry run alone' })
  noticeWon?: string;

  @ListField(() => RetainedDto, { max: 50, optional: true })
  retained?: RetainedDto[];

  @FlagField({ optional: true, description: 'Only show what would be decided' })
  dryRun?: boolean;
}

export class DecidedGrantSettlementDto {
  @ShownId({ nullable: true, description: 'Null in a dry run' })
  id!: string | null;

  @ShownText()
  number!: string;

  @ShownInteger()
  version!: number;

  @ShownFlag()
  dryRun!: boolean;

  @ShownWon()
  totalWon!: string;

  @ShownWon()
  noticeWon!: string;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];
}

export class ObjectToGrantSettlementDto {
  @DateField()
  objectedOn!: string;

  @TextField({ max: 4000, min: 5, multiline: true })
  grounds!: string;

  @IdField({ optional: true })
  documentId?: string;
}

export class ObjectedDto {
  @ShownId()
  id!: string;

  @ShownDate()
  answerDueOn!: string;
}

export class AnswerGrantSettlementDto {
  @ChoiceField(['ACCEPTED', 'PARTLY', 'REJECTED'])
  outcome!: string;

  @TextField({ max: 4000, min: 5, multiline: true })
  reason!: string;

  @DateField({ optional: true, description: 'Of the notice of the next version; today unless said' })
  noticeOn?: string;

  @WonField({ optional: true, min: 0n })
  noticeWon?: string;

  @ListField(() => RetainedDto, { max: 50, optional: true })
  retained?: RetainedDto[];

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class NextSettlementDto {
  @ShownId()
  id!: string;

  @ShownText()
  number!: string;

  @ShownWon()
  noticeWon!: string;
}

export class AnsweredGrantSettlementDto {
  @ShownId()
  settlementId!: string;

  @ShownChoice(['ACCEPTED', 'PARTLY', 'REJECTED'])
  outcome!: string;

  @ShownFlag()
  dryRun!: boolean;

  @ShownObject(() => NextSettlementDto, { nullable: true, description: 'What was decided instead' })
  next!: NextSettlementDto | null;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];
}

export class FinalizeGrantSettlementDto {
  @DateField({ description: 'Day of the demand' })
  noticeOn!: string;

  @DateField({ optional: true, description: 'Last day of payment; left out: the earliest that the law allows' })
  dueOn?: string;

  @IntegerField({ optional: true, min: 1, max: 60 })
  instalments?: number;

  @DateField({ optional: true, description: 'The day on which the institution agreed in writing, before the term of objection is over' })
  acceptedOn?: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class DemandedRecoveryDto {
  @ShownId({ nullable: true, description: 'Null in a dry run' })
  id!: string | null;

  @ShownText()
  number!: string;

  @ShownWon()
  demandedWon!: string;

  @ShownDate()
  dueOn!: string;
}

export class FinalizedGrantSettlementDto {
  @ShownId()
  settlementId!: string;

  @ShownFlag()
  dryRun!: boolean;

  @ShownObject(() => DemandedRecoveryDto, { nullable: true, description: 'Null where nothing goes back' })
  recovery!: DemandedRecoveryDto | null;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownList(() => PostedEntryDto)
  entries!: PostedEntryDto[];
}

export class SettlementStageDto {
  @ShownId()
  agreementId!: string;

  @ShownText()
  agreementNumber!: string;

  @ShownText()
  institution!: string;

  @ShownInteger()
  stage!: number;

  @ShownDate()
  endsOn!: string;

  @ShownDate({ description: 'Until when the settlement report is due' })
  reportDueOn!: string;

  @ShownDate({ nullable: true })
  reportedOn!: string | null;

  @ShownDate({ description: 'Until when the agency settles: counted from the report, or from the day it was due' })
  settleDueOn!: string;

  @ShownChoice(['RUNNING', 'REPORT_DUE', 'REPORT_OVERDUE', 'REPORTED', 'DECIDED', 'OBJECTED', 'FINAL'])
  status!: string;

  @ShownInteger({ description: 'Basis points of the next payment that a late report may cost, at most; 0: none' })
  lateReductionBasisPoints!: number;

  @ShownId({ nullable: true })
  settlementId!: string | null;

  @ShownText({ nullable: true })
  settlementNumber!: string | null;

  @ShownInteger({ nullable: true })
  version!: number | null;

  @ShownWon({ nullable: true })
  noticeWon!: string | null;

  @ShownId({ nullable: true })
  recoveryId!: string | null;

  @ShownObject(() => BilingualDto, { description: 'Where the report term comes from' })
  ground!: BilingualDto;
}
