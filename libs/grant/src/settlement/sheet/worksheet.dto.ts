import { QueryIntegerField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInteger, ShownList, ShownObject, ShownText, ShownWon, VerdictDto } from '#libs/http';
import { SettlementFormDto } from './form.dto.js';
import { OriginsDto } from './origin.dto.js';

export class StatedReportDto {
  @ShownId()
  id!: string;

  @ShownChoice(['YEARLY_USE', 'SETTLEMENT'])
  kind!: string;

  @ShownInteger()
  stage!: number;

  @ShownInteger({ nullable: true })
  fiscalYear!: number | null;

  @ShownDate({ nullable: true })
  receivedOn!: string | null;

  @ShownDate({ nullable: true })
  dueOn!: string | null;

  @ShownWon({ nullable: true })
  usedWon!: string | null;

  @ShownWon({ nullable: true })
  unusedWon!: string | null;

  @ShownWon({ nullable: true })
  disallowedWon!: string | null;

  @ShownWon({ nullable: true })
  inKindShortageWon!: string | null;

  @ShownWon({ nullable: true })
  interestWon!: string | null;

  @ShownWon({ nullable: true })
  totalWon!: string | null;

  @ShownText({ nullable: true })
  note!: string | null;

  @ShownText({ nullable: true })
  actor!: string | null;
}

/** Stated by the institution, recomputed from the books, and the difference. */
export class ComparedFigureDto {
  @ShownChoice(['used', 'unused', 'disallowed', 'inKindShortage', 'interest', 'total'])
  figure!: string;

  @ShownWon()
  statedWon!: string;

  @ShownWon()
  computedWon!: string;

  @ShownWon()
  differenceWon!: string;
}

export class SettlementBooksDto {
  @ShownWon()
  governmentPaidWon!: string;

  @ShownWon()
  ownPaidWon!: string;

  @ShownWon()
  payableWon!: string;

  @ShownWon()
  cashWon!: string;
}

export class SettlementObjectionDto {
  @ShownDate()
  objectedOn!: string;

  @ShownText()
  grounds!: string;

  @ShownDate()
  answerDueOn!: string;
}

export class SettlementAnswerDto {
  @ShownChoice(['ACCEPTED', 'PARTLY', 'REJECTED'])
  outcome!: string;

  @ShownText()
  reason!: string;

  @ShownDate()
  answeredOn!: string;

  @ShownId({ nullable: true })
  settlementId!: string | null;
}

export class SettlementFinalDto {
  @ShownDate()
  finalizedOn!: string;

  @ShownDate({ nullable: true })
  acceptedOn!: string | null;

  @ShownId({ nullable: true })
  recoveryId!: string | null;

  @ShownText({ nullable: true })
  recoveryNumber!: string | null;
}

export class GrantSettlementVersionDto {
  @ShownId()
  id!: string;

  @ShownText()
  number!: string;

  @ShownInteger()
  stage!: number;

  @ShownInteger()
  version!: number;

  @ShownDate()
  decidedOn!: string;

  @ShownDate()
  noticeOn!: string;

  @ShownDate()
  objectionUntil!: string;

  @ShownWon()
  totalWon!: string;

  @ShownWon()
  noticeWon!: string;

  @ShownText({ nullable: true })
  reason!: string | null;

  @ShownText({ nullable: true })
  actor!: string | null;

  @ShownText({ description: 'SHA-256 of the form' })
  digest!: string;

  @ShownFlag()
  latest!: boolean;

  @ShownObject(() => SettlementObjectionDto, { nullable: true })
  objection!: SettlementObjectionDto | null;

  @ShownObject(() => SettlementAnswerDto, { nullable: true })
  answer!: SettlementAnswerDto | null;

  @ShownObject(() => SettlementFinalDto, { nullable: true })
  final!: SettlementFinalDto | null;
}

export class GrantSettlementDto extends GrantSettlementVersionDto {
  @ShownId()
  callId!: string;

  @ShownId()
  agreementId!: string;

  @ShownObject(() => SettlementFormDto)
  form!: SettlementFormDto;
}

export class FormStageDto {
  @ShownInteger()
  stage!: number;

  @ShownDate()
  beginsOn!: string;

  @ShownDate()
  endsOn!: string;
}

export class SettlementWorksheetDto {
  @ShownId()
  callId!: string;

  @ShownId()
  agreementId!: string;

  @ShownList(() => FormStageDto)
  stages!: FormStageDto[];

  @ShownObject(() => SettlementFormDto)
  form!: SettlementFormDto;

  @ShownText()
  digest!: string;

  @ShownObject(() => SettlementBooksDto)
  books!: SettlementBooksDto;

  @ShownObject(() => OriginsDto)
  origins!: OriginsDto;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownList(() => StatedReportDto)
  reports!: StatedReportDto[];

  @ShownList(() => ComparedFigureDto)
  compared!: ComparedFigureDto[];

  @ShownList(() => GrantSettlementVersionDto, { description: 'What was decided of this stage, by version' })
  decided!: GrantSettlementVersionDto[];
}

export class StageQuery {
  @QueryIntegerField({ min: 1, max: 20, optional: true, description: 'The first stage unless said' })
  stage?: number;
}
