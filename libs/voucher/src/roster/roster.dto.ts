import { CorrectionDto, MOST_CORRECTIONS, SheetVerdictDto } from '#libs/document';
import { BilingualDto, ChoiceField, IdField, ListField, ShownDate, ShownFlag, ShownId, ShownInstant, ShownInteger, ShownList, ShownObject, ShownText, ShownWon, TextField, WonField } from '#libs/http';
import { PostedTotalDto } from '#libs/ledger';
import { IssueLimitsDto } from '../issue/issue.dto.js';
import { LEGAL_REGIMES, VOUCHER_KINDS } from '../year/year.js';
import { ROSTER_SHEETS } from './roster.import.js';

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

export class RosterFormQuery {
  @ChoiceField(Object.keys(VOUCHER_KINDS), { description: 'KTTN vouchers come with brokers, A/S vouchers with applications' })
  kind!: string;

  @ChoiceField(['true', 'false'], { optional: true, description: 'With the sheet that says of which year the roster is' })
  overview?: string;
}

export class PasteRosterDto {
  @ChoiceField([...ROSTER_SHEETS], { description: 'Which sheet the cells come from' })
  sheet!: string;

  @TextField({ max: 2_000_000, multiline: true, description: 'Cells as Excel puts them on the clipboard, with the header row' })
  text!: string;

  @ListField(() => CorrectionDto, { max: MOST_CORRECTIONS, optional: true, description: 'Cells that were put right by hand' })
  corrections?: CorrectionDto[];
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

  @ShownList(() => SheetVerdictDto)
  sheets!: SheetVerdictDto[];

  @ShownList(() => BilingualDto, { description: 'Sheets that were ignored, providers without a bank account' })
  notes!: BilingualDto[];
}
