import { CorrectionDto, MOST_CORRECTIONS, SheetVerdictDto } from '#libs/document';
import { BilingualDto, ChoiceField, IdField, ListField, QueryIntegerField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInstant, ShownInteger, ShownList, ShownObject, ShownText, ShownWon, TextField, WonField } from '#libs/http';
import { PostedTotalDto } from '#libs/ledger';
import { BOUNDS } from '../plan/plan.dto.js';
import { MATCHING_SHEETS } from './register.import.js';

/** What a register is imported with, beside its cells. */
export class MatchingRegisterQuery {
  @IdField({ optional: true, description: 'The pool; absent: one is opened with the members below and the overview of the workbook' })
  callId?: string;

  @QueryIntegerField({ min: 2000, max: 2199, optional: true, description: 'Of a pool that is opened; absent: the year of its first project' })
  fiscalYear?: number;

  @TextField({ max: 300, optional: true, description: 'Of a pool that is opened' })
  name?: string;

  @TextField({ max: 200, optional: true, description: 'Of a pool that is opened: its agency' })
  agency?: string;

  @IdField({ optional: true, description: 'In which programme a pool is opened; absent: that of reverse matching' })
  programmeId?: string;

  @WonField({ min: 0n, optional: true, description: 'Commitments of the government to the new projects, as the preview told them; needed unless dryRun' })
  amountWon?: string;

  @ChoiceField(['true', 'false'], { optional: true, description: 'Only the verdicts and what would be posted; nothing is recorded' })
  dryRun?: string;
}

export class PasteMatchingRegisterDto {
  @ChoiceField([...MATCHING_SHEETS], { description: 'Which sheet the cells come from' })
  sheet!: string;

  @TextField({ max: 2_000_000, multiline: true, description: 'Cells as Excel puts them on the clipboard, with the header row' })
  text!: string;

  @ListField(() => CorrectionDto, { max: MOST_CORRECTIONS, optional: true, description: 'Cells that were put right by hand' })
  corrections?: CorrectionDto[];
}

export class MatchingRegisterFreshDto {
  @ShownInteger()
  projects!: number;

  @ShownInteger({ description: 'Deposits and returns' })
  moves!: number;

  @ShownInteger()
  releases!: number;

  @ShownInteger()
  settlements!: number;
}

export class RegisteredProjectDto {
  @ShownId()
  agreementId!: string;

  @ShownText()
  number!: string;

  @ShownText()
  company!: string;

  @ShownDate()
  agreedOn!: string;

  @ShownWon()
  privateWon!: string;

  @ShownWon({ description: 'What the government commits in turn' })
  governmentWon!: string;

  @ShownChoice(BOUNDS, { description: 'Why it is no more' })
  bound!: string;

  @ShownWon({ nullable: true, description: 'As it was typed' })
  statedGovernmentWon!: string | null;
}

export class MatchingRegisterResultDto {
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
  callId!: string;

  @ShownText()
  callName!: string;

  @ShownFlag({ description: 'The register opens the pool' })
  opened!: boolean;

  @ShownInteger()
  accepted!: number;

  @ShownInteger()
  unchanged!: number;

  @ShownInteger()
  rejected!: number;

  @ShownInteger()
  warnings!: number;

  @ShownObject(() => MatchingRegisterFreshDto, { description: 'What is new, by kind' })
  fresh!: MatchingRegisterFreshDto;

  @ShownWon({ description: 'Commitments of the government to the new projects' })
  committedWon!: string;

  @ShownList(() => RegisteredProjectDto, { description: 'The new projects in the order in which the pool was given out' })
  projects!: RegisteredProjectDto[];

  @ShownList(() => PostedTotalDto)
  postings!: PostedTotalDto[];

  @ShownList(() => SheetVerdictDto)
  sheets!: SheetVerdictDto[];

  @ShownList(() => BilingualDto, { description: 'Sheets that were ignored' })
  notes!: BilingualDto[];
}
