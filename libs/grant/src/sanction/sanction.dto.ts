import { ChoiceField, DateField, FlagField, IdField, IntegerField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInteger, ShownList, ShownObject, ShownText, ShownWon, TextField, VerdictDto, WonField } from '#libs/http';
import { PostedEntryDto } from '#libs/ledger';
import { DemandedRecoveryDto } from '../settlement/settlement.dto.js';
import { SettlementObjectionDto } from '../settlement/sheet/worksheet.dto.js';
import { SANCTION_GROUNDS } from './sanction.js';

export class DecideGrantSanctionDto {
  @ChoiceField(SANCTION_GROUNDS)
  ground!: string;

  @DateField({ description: 'Day of the act' })
  improperOn!: string;

  @DateField({ description: 'Day of the notice' })
  noticeOn!: string;

  @DateField({ optional: true })
  dueOn?: string;

  @IntegerField({ optional: true, min: 1, max: 60 })
  instalments?: number;

  @WonField({ description: 'What was misused' })
  misspentWon!: string;

  @WonField({ optional: true, min: 0n, description: 'Left out: what the table says' })
  penaltyWon?: string;

  @TextField({ max: 1000, min: 5, optional: true, multiline: true, description: 'Why the penalty is not what the table says' })
  adjustment?: string;

  @IntegerField({ min: 0, max: 120, description: 'Months of the ban on participation; 0: none' })
  banMonths!: number;

  @DateField({ optional: true, description: 'First day of the ban; the notice unless said' })
  banFrom?: string;

  @FlagField({ optional: true, description: 'The principal investigator is banned too' })
  bansInvestigator?: boolean;

  @TextField({ max: 1000, min: 5, multiline: true })
  reason!: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class DecidedGrantSanctionDto {
  @ShownId({ nullable: true, description: 'Null in a dry run' })
  id!: string | null;

  @ShownText()
  number!: string;

  @ShownFlag()
  dryRun!: boolean;

  @ShownWon({ description: 'What the table says' })
  standardWon!: string;

  @ShownWon()
  lowestWon!: string;

  @ShownWon()
  highestWon!: string;

  @ShownWon()
  penaltyWon!: string;

  @ShownText()
  clause!: string;

  @ShownInteger({ description: 'Least months of a ban for this amount' })
  monthsFrom!: number;

  @ShownInteger()
  monthsTo!: number;

  @ShownObject(() => DemandedRecoveryDto, { nullable: true })
  recovery!: DemandedRecoveryDto | null;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownList(() => PostedEntryDto)
  entries!: PostedEntryDto[];
}

export class ObjectToGrantSanctionDto {
  @DateField()
  objectedOn!: string;

  @TextField({ max: 4000, min: 5, multiline: true })
  grounds!: string;

  @IdField({ optional: true })
  documentId?: string;
}

export class AnswerGrantSanctionDto {
  @ChoiceField(['UPHELD', 'REDUCED', 'LIFTED'])
  outcome!: string;

  @TextField({ max: 4000, min: 5, multiline: true })
  reason!: string;

  @WonField({ optional: true, min: 0n, description: 'What stands after a reduction' })
  penaltyWon?: string;

  @IntegerField({ optional: true, min: 0, max: 120 })
  banMonths?: number;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class AnsweredGrantSanctionDto {
  @ShownId()
  sanctionId!: string;

  @ShownFlag()
  dryRun!: boolean;

  @ShownWon()
  penaltyWon!: string;

  @ShownInteger()
  banMonths!: number;

  @ShownList(() => PostedEntryDto)
  entries!: PostedEntryDto[];
}

export class BanDto {
  @ShownId()
  id!: string;

  @ShownText()
  who!: string;

  @ShownFlag()
  isPerson!: boolean;

  @ShownDate()
  fromOn!: string;

  @ShownDate({ description: 'Its last day; before its first where it was lifted as a whole' })
  toOn!: string;

  @ShownFlag()
  endedEarly!: boolean;
}

export class SanctionAnswerDto {
  @ShownChoice(['UPHELD', 'REDUCED', 'LIFTED'])
  outcome!: string;

  @ShownText()
  reason!: string;

  @ShownDate()
  answeredOn!: string;

  @ShownWon()
  penaltyWon!: string;

  @ShownInteger()
  banMonths!: number;
}

export class GrantSanctionDto {
  @ShownId()
  id!: string;

  @ShownId()
  callId!: string;

  @ShownId()
  agreementId!: string;

  @ShownText()
  agreementNumber!: string;

  @ShownText()
  debtor!: string;

  @ShownText()
  number!: string;

  @ShownChoice(SANCTION_GROUNDS)
  ground!: string;

  @ShownDate()
  improperOn!: string;

  @ShownDate()
  noticeOn!: string;

  @ShownDate()
  objectionUntil!: string;

  @ShownWon()
  misspentWon!: string;

  @ShownWon()
  standardWon!: string;

  @ShownWon()
  penaltyWon!: string;

  @ShownText({ nullable: true })
  adjustment!: string | null;

  @ShownInteger()
  banMonths!: number;

  @ShownText()
  reason!: string;

  @ShownText()
  clause!: string;

  @ShownId({ nullable: true })
  recoveryId!: string | null;

  @ShownText({ nullable: true })
  recoveryNumber!: string | null;

  @ShownText({ nullable: true })
  actor!: string | null;

  @ShownList(() => BanDto)
  bans!: BanDto[];

  @ShownObject(() => SettlementObjectionDto, { nullable: true })
  objection!: SettlementObjectionDto | null;

  @ShownObject(() => SanctionAnswerDto, { nullable: true })
  answer!: SanctionAnswerDto | null;
}
