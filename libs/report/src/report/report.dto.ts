import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import {
  AsOfQuery,
  BilingualDto,
  ChoiceField,
  ShownChoice,
  ShownDate,
  ShownInstant,
  ShownInteger,
  ShownList,
  ShownObject,
  ShownPercent,
  ShownText,
  ShownWon,
  TextField,
} from '#libs/http';
import { Matches } from 'class-validator';
import { REPORT_FORMATS } from '../download/download.js';
import { REPORT_VERDICT_CODES } from './report.js';

/** Texts by column key. */
const ShownCells = (required = true): PropertyDecorator => ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, selfRequired: required });

/** By column key: which entries a figure is the sum of. The annex of the report lists them under the same reference. */
const ShownReferences = (): PropertyDecorator =>
  ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, selfRequired: false, description: 'References of the entries behind the figures, by column key' });

/** What one figure, or all of a column or row, rest on; the annexes of the report tell what it stands for. */
const ShownReference = (): PropertyDecorator =>
  ApiProperty({ type: 'string', required: false, description: 'A number: the entries behind the figure, [0] where there are none; with a letter: a formula, record or rule' });

/** Where on the seal chain the last row is that the report rests on. */
export class ReportSealDto {
  @ShownInteger()
  batch!: number;

  @ShownText({ description: 'Chain hash of that batch' })
  chainHash!: string;
}

export class ReportMetaDto {
  @ShownText({ description: 'Derived from subject, date and fingerprint' })
  number!: string;

  @ShownObject(() => BilingualDto)
  title!: BilingualDto;

  @ShownText({ description: 'Number of the fund or programme year' })
  subjectNumber!: string;

  @ShownText()
  subjectName!: string;

  @ShownText({ description: 'The house that hands it out' })
  issuer!: string;

  @ShownDate()
  asOf!: string;

  @ShownInstant({ description: 'Exclusive bound of what was known' })
  knownBefore!: string;

  @ShownInstant({ description: 'When it was asked for, to the second. Sent back as knownAt it gives this very report, if none was asked for.' })
  generatedAt!: string;

  @ShownText({ description: 'SHA-256 of the canonical data, lower-case hexadecimal' })
  dataSha256!: string;

  @ShownObject(() => ReportSealDto, { nullable: true, description: 'Null while a row that the report rests on waits for its seal' })
  seal!: ReportSealDto | null;

  @ShownText()
  ruleVersion!: string;

  @ShownText()
  securityMark!: string;
}

export class ReportVerdictDto {
  @ShownChoice(REPORT_VERDICT_CODES)
  code!: string;

  @ShownObject(() => BilingualDto)
  title!: BilingualDto;

  @ShownObject(() => BilingualDto)
  text!: BilingualDto;
}

export class ReportTileDto {
  @ShownObject(() => BilingualDto)
  label!: BilingualDto;

  @ShownText()
  value!: string;

  @ShownText()
  unit!: string;

  @ApiProperty({ type: 'string', required: false })
  note?: string;

  @ShownReference()
  reference?: string;
}

export class TilesBlockDto {
  @ShownChoice(['tiles'])
  kind!: 'tiles';

  @ShownList(() => ReportTileDto)
  tiles!: ReportTileDto[];
}

export class ReportColumnDto {
  @ShownText({ description: 'Ends in Won, On, Percent or Count where the cells are such' })
  key!: string;

  @ShownObject(() => BilingualDto)
  header!: BilingualDto;

  @ShownChoice(['left', 'right', 'center'])
  align!: string;

  @ApiProperty({ type: () => BilingualDto, required: false, description: 'Heading above this column and its neighbours of the same group' })
  group?: BilingualDto;

  @ShownReference()
  reference?: string;
}

export class ReportRowDto {
  @ShownCells()
  cells!: Record<string, string>;

  @ApiProperty({ type: 'string', enum: ['good', 'bad', 'muted'], required: false })
  tone?: string;

  @ShownReferences()
  references?: Record<string, string>;

  @ShownReference()
  reference?: string;
}

export class TableBlockDto {
  @ShownChoice(['table'])
  kind!: 'table';

  @ShownObject(() => BilingualDto)
  caption!: BilingualDto;

  @ShownList(() => ReportColumnDto)
  columns!: ReportColumnDto[];

  @ShownList(() => ReportRowDto)
  rows!: ReportRowDto[];

  @ShownCells(false)
  totals?: Record<string, string>;

  @ShownReferences()
  totalReferences?: Record<string, string>;
}

export class TextBlockDto {
  @ShownChoice(['text'])
  kind!: 'text';

  @ShownObject(() => BilingualDto)
  text!: BilingualDto;

  @ShownReference()
  reference?: string;
}

export class ReportFactDto {
  @ShownObject(() => BilingualDto)
  label!: BilingualDto;

  @ShownText()
  value!: string;

  @ShownReference()
  reference?: string;
}

export class FactsBlockDto {
  @ShownChoice(['facts'])
  kind!: 'facts';

  @ShownList(() => ReportFactDto)
  rows!: ReportFactDto[];
}

export class GaugeBlockDto {
  @ShownChoice(['gauge'])
  kind!: 'gauge';

  @ShownObject(() => BilingualDto)
  label!: BilingualDto;

  @ShownPercent()
  valuePercent!: string;

  @ShownPercent()
  requiredPercent!: string;

  @ShownObject(() => BilingualDto)
  alt!: BilingualDto;

  @ShownReference()
  reference?: string;
}

export class ReportPacePointDto {
  @ShownDate()
  on!: string;

  @ShownWon()
  expectedWon!: string;

  @ShownWon({ nullable: true })
  qualifyingWon!: string | null;
}

export class PaceBlockDto {
  @ShownChoice(['pace'])
  kind!: 'pace';

  @ShownList(() => ReportPacePointDto)
  points!: ReportPacePointDto[];

  @ShownObject(() => BilingualDto)
  alt!: BilingualDto;

  @ShownReference()
  reference?: string;
}

const BLOCKS = [TilesBlockDto, TableBlockDto, TextBlockDto, FactsBlockDto, GaugeBlockDto, PaceBlockDto] as const;

@ApiExtraModels(...BLOCKS)
export class ReportSectionDto {
  @ShownText()
  id!: string;

  @ShownObject(() => BilingualDto)
  title!: BilingualDto;

  @ApiProperty({ type: 'array', items: { oneOf: BLOCKS.map((block) => ({ $ref: getSchemaPath(block) })) } })
  blocks!: (TilesBlockDto | TableBlockDto | TextBlockDto | FactsBlockDto | GaugeBlockDto | PaceBlockDto)[];
}

export class ReportListDto {
  @ShownText({ description: 'Name of the CSV in the PDF' })
  fileName!: string;

  @ShownText()
  title!: string;

  @ShownText({ description: 'Section of the table that it holds' })
  sectionId!: string;

  @ShownInteger({ description: 'Place of the table among those of its section, from 0' })
  index!: number;
}

export class ReportModelDto {
  @ShownObject(() => ReportMetaDto)
  meta!: ReportMetaDto;

  @ShownObject(() => ReportVerdictDto)
  verdict!: ReportVerdictDto;

  @ShownList(() => ReportSectionDto)
  sections!: ReportSectionDto[];

  @ShownObject(() => ReportListDto)
  list!: ReportListDto;
}

/** A report taken away: which, as what, and why. */
export class DownloadReportDto extends AsOfQuery {
  @ChoiceField(REPORT_FORMATS)
  format!: (typeof REPORT_FORMATS)[number];

  @TextField({ min: 5, max: 500, description: 'Why the report is taken away; kept in the download log and the access log' })
  @Matches(/\S.{3,}\S/u)
  reason!: string;
}
