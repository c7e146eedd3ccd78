import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import {
  AsOfQuery,
  BilingualDto,
  ChoiceField,
  DateField,
  FlagField,
  IdField,
  Personal,
  QueryIntegerField,
  ShownChoice,
  ShownDate,
  ShownFlag,
  ShownId,
  ShownInstant,
  ShownInteger,
  ShownList,
  ShownObject,
  ShownText,
  ShownTexts,
  TextField,
} from '#libs/http';
import { ReportSectionDto } from '#libs/report';
import { IsOptional, Matches } from 'class-validator';
import { PACK_FORMATS } from '../download/pack-download.js';
import { PACK_CODES } from './pack.js';

/** Between which numbers of characters a reason lies. */
const REASON = { min: 5, max: 500 };

export class PackQuery extends AsOfQuery {
  @IdField({ optional: true, description: 'Only this fund' })
  fundId?: string;

  @IdField({ optional: true, description: 'Only the funds, voucher years and grant calls of this programme' })
  programmeId?: string;

  @DateField({ optional: true, description: 'First day of the period. Default: the years of policy before its end.' })
  from?: string;

  @DateField({ optional: true, description: 'Last day of the period. Default: the date of the figures.' })
  to?: string;
}

export class UnmaskPackDto extends PackQuery {
  @TextField({ ...REASON, description: 'Why names and trade secrets must be seen; kept in the access log' })
  @Matches(/\S.{3,}\S/u)
  reason!: string;
}

/** A pack taken away: as what, and why. */
export class DownloadPackDto extends UnmaskPackDto {
  @ChoiceField(PACK_FORMATS)
  format!: (typeof PACK_FORMATS)[number];

  @FlagField({ optional: true, description: 'Whether personal data and trade secrets are hidden. Default: they are.' })
  redact?: boolean;
}

export class PackListDto {
  @ShownText()
  key!: string;

  @ShownObject(() => BilingualDto)
  title!: BilingualDto;
}

export class PackSummaryDto {
  @ShownChoice(PACK_CODES)
  code!: string;

  @ShownInteger({ description: 'Place among the recurring requests, from 1' })
  ordinal!: number;

  @ShownObject(() => BilingualDto)
  title!: BilingualDto;

  @ShownObject(() => BilingualDto, { description: 'In the words of who asks' })
  question!: BilingualDto;

  @ShownText({ description: 'On which ground it is asked' })
  basis!: string;

  @ShownList(() => PackListDto)
  lists!: PackListDto[];

  @ShownTexts({ description: 'Limits of policy that draw its lists' })
  limits!: string[];
}

export class PackMetaDto {
  @ShownText({ description: 'Derived from request, date and fingerprint' })
  number!: string;

  @ShownChoice(PACK_CODES)
  code!: string;

  @ShownObject(() => BilingualDto)
  title!: BilingualDto;

  @ShownObject(() => BilingualDto)
  question!: BilingualDto;

  @ShownText()
  basis!: string;

  @ShownDate()
  asOf!: string;

  @ShownInstant({ description: 'Exclusive bound of what was known' })
  knownBefore!: string;

  @ShownDate()
  from!: string;

  @ShownDate()
  to!: string;

  @ShownObject(() => BilingualDto, { description: 'What it was narrowed down to' })
  scope!: BilingualDto;

  @ShownFlag({ description: 'Whether personal data and trade secrets are hidden' })
  redacted!: boolean;

  @ShownInteger()
  rowCount!: number;

  @ShownInstant({ description: 'When it was asked for. Sent back as knownAt it gives this very pack, if none was asked for.' })
  generatedAt!: string;

  @ShownText({ description: 'SHA-256 of the canonical data, lower-case hexadecimal' })
  dataSha256!: string;

  @ShownText()
  securityMark!: string;
}

export class PackModelDto {
  @ShownObject(() => PackMetaDto)
  meta!: PackMetaDto;

  @Personal()
  @ShownList(() => ReportSectionDto)
  sections!: ReportSectionDto[];
}

const BeforeField = (): PropertyDecorator =>
  applyDecorators(ApiProperty({ type: 'string', required: false, description: 'Lines below this id: the last one of the page before' }), IsOptional(), Matches(/^[1-9]\d{0,17}$/));

export class PackDownloadsQuery {
  @BeforeField()
  before?: string;

  @QueryIntegerField({ optional: true, min: 1, max: 200, description: 'Default: 50' })
  limit?: number;
}

export class PackDownloadDto {
  @ShownText({ description: 'Grows with time; the last one of a page is the next `before`' })
  id!: string;

  @ShownText()
  number!: string;

  @ShownChoice(PACK_CODES)
  pack!: string;

  @ShownChoice(PACK_FORMATS)
  format!: string;

  @ShownDate()
  asOf!: string;

  @ShownInstant({ description: 'Exclusive bound of what was known' })
  knownBefore!: Date;

  @ShownDate()
  fromOn!: string;

  @ShownDate()
  toOn!: string;

  @ShownId({ nullable: true })
  fundId!: string | null;

  @ShownId({ nullable: true })
  programmeId!: string | null;

  @ShownFlag()
  redacted!: boolean;

  @ShownInteger()
  rowCount!: number;

  @ShownText()
  reason!: string;

  @ShownText({ description: 'Fingerprint of the data' })
  dataSha256!: string;

  @ShownText({ description: 'SHA-256 of the file that was handed out' })
  sha256!: string;

  @ShownInteger()
  sizeBytes!: number;

  @ShownText()
  actorLogin!: string;

  @ShownText({ nullable: true })
  actorName!: string | null;

  @ShownText({ nullable: true })
  address!: string | null;

  @ShownInstant()
  downloadedAt!: Date;
}
