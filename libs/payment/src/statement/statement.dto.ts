import { BilingualDto, ChoiceField, IdField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInstant, ShownInteger, ShownList, ShownObject, ShownText, ShownWon, TextField } from '#libs/http';

export class StatementQuery {
  @IdField({ description: 'The account whose statement it is' })
  accountId!: string;

  @ChoiceField(['true', 'false'], { optional: true, description: 'Only what would come of it; nothing is kept' })
  dryRun?: string;
}

export class StatementAccountQuery {
  @IdField({ description: 'An account whose statements are kept' })
  accountId!: string;
}

export class PasteBankStatementDto {
  @TextField({ max: 2_000_000, multiline: true, description: 'Rows of the statement as the bank or Excel puts them on the clipboard, with the header row' })
  text!: string;
}

export class ReceiveBankMessageDto {
  @TextField({ max: 200, description: 'As the bank named the file' })
  fileName!: string;

  @TextField({ max: 2_000_000, multiline: true, description: 'The camt.053 message as the bank gave it' })
  content!: string;
}

export class RefusedStatementRowDto {
  @ShownInteger({ nullable: true, description: 'Row in the file; null for the file as a whole' })
  rowNo!: number | null;

  @ShownText()
  code!: string;

  @ShownObject(() => BilingualDto)
  text!: BilingualDto;

  @ShownObject(() => BilingualDto, { nullable: true, description: 'What to do' })
  fix!: BilingualDto | null;
}

export class ImportedBankStatementDto {
  @ShownId({ nullable: true, description: 'Null in a dry run, and where every line was on record' })
  id!: string | null;

  @ShownFlag()
  dryRun!: boolean;

  @ShownText()
  fileName!: string;

  @ShownDate({ nullable: true })
  firstOn!: string | null;

  @ShownDate({ nullable: true })
  lastOn!: string | null;

  @ShownWon({ nullable: true })
  openingWon!: string | null;

  @ShownWon({ nullable: true })
  closingWon!: string | null;

  @ShownWon({ nullable: true, description: 'Closing balance less opening balance less all lines; null where a balance is not stated or a row was refused' })
  differenceWon!: string | null;

  @ShownInteger({ description: 'Lines that were added' })
  added!: number;

  @ShownInteger({ description: 'Lines that were on record already' })
  known!: number;

  @ShownInteger({ description: 'Lines of earlier days than the account is kept from' })
  earlier!: number;

  @ShownInteger({ description: 'Lines that the bank took back; what was matched with them is undone' })
  reversed!: number;

  @ShownList(() => RefusedStatementRowDto)
  refused!: RefusedStatementRowDto[];
}

export class BankStatementDto {
  @ShownId()
  id!: string;

  @ShownChoice(['TABLE', 'CAMT_053'])
  format!: string;

  @ShownText()
  fileName!: string;

  @ShownDate()
  firstOn!: string;

  @ShownDate()
  lastOn!: string;

  @ShownWon({ nullable: true })
  openingWon!: string | null;

  @ShownWon({ nullable: true })
  closingWon!: string | null;

  @ShownWon({ nullable: true })
  differenceWon!: string | null;

  @ShownInteger()
  added!: number;

  @ShownInteger()
  known!: number;

  @ShownInteger()
  refused!: number;

  @ShownText({ nullable: true })
  importedBy!: string | null;

  @ShownInstant()
  recordedAt!: Date;
}
