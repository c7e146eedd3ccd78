import { BilingualDto, ChoiceField, IdField, IntegerField, ListField, Personal, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInstant, ShownInteger, ShownList, ShownObject, ShownText, ShownWon, TextField, WonField } from '#libs/http';
import { IssueLimitsDto, PostedTotalDto } from '../issue/issue.dto.js';
import { LEGAL_REGIMES } from '../year/year.js';
import { ROSTER_SHEETS } from './roster.import.js';
import { MOST_CORRECTIONS } from './roster.js';

export class CorrectionDto {
  @TextField({ max: 100, description: 'Name of the sheet' })
  sheet!: string;

  @IntegerField({ min: 1, max: 1_048_576, description: 'Row number in Excel' })
  row!: number;

  @TextField({ max: 100, description: 'Header of the column, as remarks name it' })
  column!: string;

  @TextField({ max: 500, optional: true, description: 'What stands in the cell instead; absent empties it' })
  value?: string;
}

/** What a roster is imported with, beside its cells. */
export class RosterQuery {
  @IdField({ optional: true, description: 'The programme year; absent: the one that the overview states, opened where there is none' })
  yearId?: string;

  @IdField({ optional: true, description: 'Where a year that is not named is looked for and opened; absent: wherever there is one' })
  programmeId?: string;

  @ChoiceField([...LEGAL_REGIMES], { optional: true, description: 'The statute of a year that the roster opens' })
  legalRegime?: string;

  @WonField({ min: 0n, optional: true, description: 'Public money on the new vouchers, as the preview told it; needed unless dryRun' })
  amountWon?: string;

  @ChoiceField(['true', 'false'], { optional: true, description: 'Only the verdicts and what would be posted; nothing is recorded' })
  dryRun?: string;
}

export class PasteRosterDto {
  @ChoiceField([...ROSTER_SHEETS], { description: 'Which sheet the cells come from' })
  sheet!: string;

  @TextField({ max: 2_000_000, multiline: true, description: 'Cells as Excel puts them on the clipboard, with the header row' })
  text!: string;

  @ListField(() => CorrectionDto, { max: MOST_CORRECTIONS, optional: true, description: 'Cells that were put right by hand' })
  corrections?: CorrectionDto[];
}

export class RosterRemarkDto {
  @ShownText({ description: 'One of the codes of the import vocabulary' })
  code!: string;

  @ShownText({ nullable: true, description: 'Header of the column at fault' })
  column!: string | null;

  @Personal()
  @ShownText({ nullable: true, description: 'The cell as it stands in the file, corrections included' })
  value!: string | null;

  @ShownObject(() => BilingualDto)
  text!: BilingualDto;

  @ShownObject(() => BilingualDto, { nullable: true, description: 'What to do' })
  fix!: BilingualDto | null;

  @ShownText({ nullable: true, description: 'What could stand in the cell instead, ready to be sent as a correction' })
  suggested!: string | null;
}

export class RosterRowDto {
  @ShownInteger({ nullable: true, description: 'Row number in Excel; null for a remark about the whole sheet' })
  row!: number | null;

  @ShownChoice(['ACCEPTED', 'WARNED', 'REJECTED', 'UNCHANGED'])
  verdict!: string;

  @ShownText({ nullable: true, description: 'What the row is about: a number or a name' })
  key!: string | null;

  @ShownList(() => RosterRemarkDto)
  remarks!: RosterRemarkDto[];
}

export class RosterSkippedDto {
  @ShownInteger()
  row!: number;

  @ShownText()
  why!: string;
}

export class RosterSheetDto {
  @ShownText()
  name!: string;

  @ShownInteger({ nullable: true })
  headerRow!: number | null;

  @ShownInteger()
  dataRows!: number;

  @ShownInteger()
  accepted!: number;

  @ShownInteger({ description: 'Of the accepted: on record already' })
  unchanged!: number;

  @ShownInteger()
  rejected!: number;

  @ShownInteger()
  warnings!: number;

  @ShownList(() => RosterRowDto, { description: 'Every row with a remark' })
  rows!: RosterRowDto[];

  @ShownList(() => RosterSkippedDto)
  skipped!: RosterSkippedDto[];
}

export class RosterFreshDto {
  @ShownInteger()
  providers!: number;

  @ShownInteger()
  brokers!: number;

  @ShownInteger()
  applications!: number;

  @ShownInteger()
  issues!: number;

  @ShownInteger()
  uses!: number;
}

export class RosterIssueDto {
  @ShownId()
  voucherId!: string;

  @ShownText()
  number!: string;

  @ShownText()
  company!: string;

  @ShownWon()
  amountWon!: string;

  @ShownDate()
  issuedOn!: string;

  @ShownDate()
  validTo!: string;
}

export class RosterResultDto {
  @ShownId({ nullable: true, description: 'Null in a dry run' })
  id!: string | null;

  @ShownFlag()
  dryRun!: boolean;

  @ShownText()
  fileName!: string;

  @ShownText()
  sha256!: string;

  @ShownInteger()
  sizeBytes!: number;

  @ShownInstant()
  importedAt!: Date;

  @ShownText()
  importedBy!: string;

  @ShownId()
  yearId!: string;

  @ShownText()
  yearName!: string;

  @ShownFlag({ description: 'The roster opens the year' })
  opened!: boolean;

  @ShownInteger()
  accepted!: number;

  @ShownInteger()
  unchanged!: number;

  @ShownInteger()
  rejected!: number;

  @ShownInteger()
  warnings!: number;

  @ShownObject(() => RosterFreshDto, { description: 'What is new, by kind' })
  fresh!: RosterFreshDto;

  @ShownWon({ description: 'Public money on the new vouchers' })
  issuedWon!: string;

  @ShownList(() => RosterIssueDto, { description: 'The new vouchers' })
  issues!: RosterIssueDto[];

  @ShownObject(() => IssueLimitsDto)
  before!: IssueLimitsDto;

  @ShownObject(() => IssueLimitsDto)
  after!: IssueLimitsDto;

  @ShownList(() => PostedTotalDto)
  postings!: PostedTotalDto[];

  @ShownList(() => RosterSheetDto)
  sheets!: RosterSheetDto[];

  @ShownList(() => BilingualDto, { description: 'Sheets that were ignored, providers without a bank account' })
  notes!: BilingualDto[];
}
