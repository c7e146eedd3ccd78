import { ChoiceField, DateField, FlagField, ListField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInteger, ShownObject, ShownText, TextField } from '#libs/http';
import { SheetResultDto } from '../register/register.dto.js';
import { INSTITUTE_KINDS } from './public-institute.js';

export class InstituteInput {
  @TextField({ max: 200 })
  name!: string;

  @TextField({ max: 20, optional: true, description: 'Ten digits, with or without hyphens' })
  number?: string;

  @ChoiceField(INSTITUTE_KINDS)
  kind!: string;

  @DateField({ description: 'The first day on which it is one' })
  validFrom!: string;

  @TextField({ max: 300, description: 'Where that stands: a law, a notice' })
  source!: string;
}

export class RecordInstitutesDto {
  @ListField(() => InstituteInput, { min: 1, max: 500 })
  institutes!: InstituteInput[];

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class PasteInstitutesDto {
  @TextField({ max: 500_000, multiline: true, description: 'Cells as Excel puts them on the clipboard, with the header row: 기관명, 사업자등록번호, 구분, 지정일, 근거' })
  text!: string;
}

export class EndInstituteDto {
  @DateField({ description: 'The last day on which it still was one' })
  lastOn!: string;

  @TextField({ max: 2000, multiline: true })
  reason!: string;
}

export class InstitutesQuery {
  @TextField({ max: 100, optional: true, description: 'Part of a name, or the beginning of a number' })
  text?: string;

  @DateField({ optional: true, description: 'Only those on the list on that day' })
  asOf?: string;
}

export class InstituteDto {
  @ShownId()
  id!: string;

  @ShownText()
  name!: string;

  @ShownText({ nullable: true })
  number!: string | null;

  @ShownChoice(INSTITUTE_KINDS)
  kind!: string;

  @ShownDate()
  validFrom!: string;

  @ShownDate({ nullable: true, description: 'The last day on the list; null: still on it' })
  lastOn!: string | null;

  @ShownText()
  source!: string;

  @ShownText({ nullable: true })
  endReason!: string | null;
}

export class RecordedInstitutesDto {
  @ShownFlag()
  dryRun!: boolean;

  @ShownInteger({ description: 'How many were, or would be, put on the list' })
  recorded!: number;
}

export class ImportedInstitutesDto extends RecordedInstitutesDto {
  @ShownText()
  fileName!: string;

  @ShownObject(() => SheetResultDto)
  sheet!: SheetResultDto;
}

export class EndedInstituteDto {
  @ShownId()
  id!: string;

  @ShownDate()
  lastOn!: string;
}
