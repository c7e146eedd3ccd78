import { BilingualDto, ChoiceField, Personal, ShownFlag, ShownId, ShownInteger, ShownList, ShownObject, ShownText, TextField } from '#libs/http';

export class StatementQuery {
  @ChoiceField(['true', 'false'], { optional: true, description: 'Only the verdicts; nothing is kept' })
  dryRun?: string;
}

export class PasteStatementDto {
  @TextField({ max: 2_000_000, multiline: true, description: 'Rows of the statement as the bank or Excel puts them on the clipboard, with the header row' })
  text!: string;
}

export class RefusedLineDto {
  @ShownInteger({ nullable: true, description: 'Row in the file; null for the sheet as a whole' })
  row!: number | null;

  @Personal()
  @ShownText({ nullable: true })
  counterparty!: string | null;

  @ShownObject(() => BilingualDto)
  text!: BilingualDto;

  @ShownObject(() => BilingualDto, { nullable: true, description: 'What to do' })
  fix!: BilingualDto | null;
}

export class ImportedStatementDto {
  @ShownId({ nullable: true, description: 'Null in a dry run, and where every line was on record' })
  id!: string | null;

  @ShownFlag()
  dryRun!: boolean;

  @ShownText()
  fileName!: string;

  @ShownInteger({ description: 'Lines that were added' })
  added!: number;

  @ShownInteger({ description: 'Lines that were on record already' })
  known!: number;

  @ShownList(() => RefusedLineDto)
  refused!: RefusedLineDto[];
}
