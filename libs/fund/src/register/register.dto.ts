import { OmitType } from '@nestjs/swagger';
import { BilingualDto, ChoiceField, Personal, ShownChoice, ShownFlag, ShownId, ShownInstant, ShownInteger, ShownList, ShownObject, ShownText, TextField } from '#libs/http';

export const REGISTER_SHEETS = ['조합개요', '조합원명부', '출자납입', '투자현황', '회수·분배', '평가', '관리보수'] as const;

export class DryRunQuery {
  @ChoiceField(['true', 'false'], { optional: true, description: 'Only the verdicts; nothing is recorded' })
  dryRun?: string;
}

export class PasteRegisterDto {
  @ChoiceField(REGISTER_SHEETS, { description: 'Which sheet the cells come from' })
  sheet!: string;

  @TextField({ max: 2_000_000, multiline: true, description: 'Cells as Excel puts them on the clipboard, with the header row' })
  text!: string;
}

export class RowRemarkDto {
  @ShownText({ description: 'One of the codes of the import vocabulary' })
  code!: string;

  @ShownText({ nullable: true, description: 'Header of the column at fault' })
  column!: string | null;

  @Personal()
  @ShownText({ nullable: true, description: 'The cell as it stands in the file' })
  value!: string | null;

  @ShownObject(() => BilingualDto)
  text!: BilingualDto;

  @ShownObject(() => BilingualDto, { nullable: true, description: 'What to do' })
  fix!: BilingualDto | null;
}

export class RowVerdictDto {
  @ShownInteger({ nullable: true, description: 'Row number in Excel; null for a remark about the whole sheet' })
  row!: number | null;

  @ShownChoice(['ACCEPTED', 'WARNED', 'REJECTED', 'UNCHANGED'])
  verdict!: string;

  @ShownText({ nullable: true, description: 'What the row is about: a number or a name' })
  key!: string | null;

  @ShownList(() => RowRemarkDto)
  remarks!: RowRemarkDto[];
}

export class SkippedRowDto {
  @ShownInteger()
  row!: number;

  @ShownText()
  why!: string;
}

export class SheetResultDto {
  @ShownText()
  name!: string;

  @ShownInteger({ nullable: true })
  headerRow!: number | null;

  @ShownInteger()
  dataRows!: number;

  @ShownInteger()
  accepted!: number;

  @ShownInteger({ description: 'Of the accepted: recorded already by an earlier import' })
  unchanged!: number;

  @ShownInteger()
  rejected!: number;

  @ShownInteger()
  warnings!: number;

  @ShownList(() => RowVerdictDto, { description: 'Every row with a remark, and every rejected row' })
  rows!: RowVerdictDto[];

  @ShownList(() => SkippedRowDto)
  skipped!: SkippedRowDto[];
}

export class ImportSummaryDto {
  @ShownId()
  id!: string;

  @ShownText()
  fileName!: string;

  @ShownText()
  sha256!: string;

  @ShownInstant()
  importedAt!: Date;

  @ShownText()
  importedBy!: string;

  @ShownInteger()
  accepted!: number;

  @ShownInteger()
  unchanged!: number;

  @ShownInteger()
  rejected!: number;

  @ShownInteger()
  warnings!: number;
}

export class ImportResultDto extends OmitType(ImportSummaryDto, ['id']) {
  @ShownId({ nullable: true, description: 'Null in a dry run' })
  id!: string | null;

  @ShownFlag()
  dryRun!: boolean;

  @ShownInteger()
  sizeBytes!: number;

  @ShownList(() => SheetResultDto)
  sheets!: SheetResultDto[];

  @ShownList(() => BilingualDto, { description: 'Sheets that were ignored, breaches that history left' })
  notes!: BilingualDto[];
}
