import { CorrectionDto, MOST_CORRECTIONS, SheetVerdictDto } from '#libs/document';
import { BilingualDto, ChoiceField, IdField, ListField, QueryIntegerField, ShownDate, ShownFlag, ShownId, ShownInstant, ShownInteger, ShownList, ShownObject, ShownText, ShownWon, TextField, WonField } from '#libs/http';
import { PostedTotalDto } from '#libs/ledger';
import { OPENED_KINDS } from '../call/call.js';
import { GRANT_SHEETS } from './register.import.js';

/** What a register is imported with, beside its cells. */
export class GrantRegisterQuery {
  @IdField({ optional: true, description: 'The call; absent: one is opened with the members below' })
  callId?: string;

  @ChoiceField(OPENED_KINDS, { optional: true, description: 'Of a call that is opened; absent: PROTOTYPE' })
  kind?: string;

  @QueryIntegerField({ min: 2000, max: 2199, optional: true, description: 'Of a call that is opened; absent: the year of its first agreement' })
  fiscalYear?: number;

  @TextField({ max: 300, optional: true, description: 'Of a call that is opened' })
  name?: string;

  @TextField({ max: 200, optional: true, description: 'Of a call that is opened: its agency' })
  agency?: string;

  @IdField({ optional: true, description: 'In which programme a call is opened; absent: that of its kind' })
  programmeId?: string;

  @WonField({ min: 0n, optional: true, description: 'Government money of the new agreements, as the preview told it; needed unless dryRun' })
  amountWon?: string;

  @ChoiceField(['true', 'false'], { optional: true, description: 'Only the verdicts and what would be posted; nothing is recorded' })
  dryRun?: string;
}

export class PasteGrantRegisterDto {
  @ChoiceField([...GRANT_SHEETS], { description: 'Which sheet the cells come from' })
  sheet!: string;

  @TextField({ max: 2_000_000, multiline: true, description: 'Cells as Excel puts them on the clipboard, with the header row' })
  text!: string;

  @ListField(() => CorrectionDto, { max: MOST_CORRECTIONS, optional: true, description: 'Cells that were put right by hand' })
  corrections?: CorrectionDto[];
}

export class GrantRegisterFreshDto {
  @ShownInteger()
  agreements!: number;

  @ShownInteger()
  budgets!: number;

  @ShownInteger()
  tranches!: number;

  @ShownInteger()
  expenses!: number;

  @ShownInteger()
  interests!: number;

  @ShownInteger()
  statements!: number;
}

export class RegisteredAgreementDto {
  @ShownId()
  agreementId!: string;

  @ShownText()
  number!: string;

  @ShownText()
  organisation!: string;

  @ShownDate()
  agreedOn!: string;

  @ShownWon()
  governmentWon!: string;

  @ShownWon({ description: 'Paid in tranches that are new' })
  paidWon!: string;

  @ShownWon({ description: 'Spent in expenses that are new' })
  spentWon!: string;

  @ShownWon({ description: 'Of it not accepted' })
  disallowedWon!: string;
}

export class GrantRegisterResultDto {
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

  @ShownFlag({ description: 'The register opens the call' })
  opened!: boolean;

  @ShownInteger()
  accepted!: number;

  @ShownInteger()
  unchanged!: number;

  @ShownInteger()
  rejected!: number;

  @ShownInteger()
  warnings!: number;

  @ShownObject(() => GrantRegisterFreshDto, { description: 'What is new, by kind' })
  fresh!: GrantRegisterFreshDto;

  @ShownWon({ description: 'Government money of the new agreements' })
  agreedWon!: string;

  @ShownList(() => RegisteredAgreementDto, { description: 'The new agreements, and those to which something is added' })
  agreements!: RegisteredAgreementDto[];

  @ShownList(() => PostedTotalDto)
  postings!: PostedTotalDto[];

  @ShownList(() => SheetVerdictDto)
  sheets!: SheetVerdictDto[];

  @ShownList(() => BilingualDto, { description: 'Sheets that were ignored' })
  notes!: BilingualDto[];
}
