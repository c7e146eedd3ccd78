import { BilingualDto, IntegerField, Personal, ShownChoice, ShownInteger, ShownList, ShownObject, ShownText, TextField } from '#libs/http';

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
export class SheetRemarkDto {
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

export class SheetRowDto {
  @ShownInteger({ nullable: true, description: 'Row number in Excel; null for a remark about the whole sheet' })
  row!: number | null;

  @ShownChoice(['ACCEPTED', 'WARNED', 'REJECTED', 'UNCHANGED'])
  verdict!: string;

  @ShownText({ nullable: true, description: 'What the row is about: a number or a name' })
  key!: string | null;

  @ShownList(() => SheetRemarkDto)
  remarks!: SheetRemarkDto[];
}

export class SheetSkippedDto {
  @ShownInteger()
  row!: number;

  @ShownText()
  why!: string;
}

export class SheetVerdictDto {
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

  @ShownList(() => SheetRowDto, { description: 'Every row with a remark' })
  rows!: SheetRowDto[];

  @ShownList(() => SheetSkippedDto)
  skipped!: SheetSkippedDto[];
}
