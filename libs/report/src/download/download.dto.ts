import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { QueryIntegerField, ShownChoice, ShownDate, ShownInstant, ShownInteger, ShownText } from '#libs/http';
import { IsOptional, Matches } from 'class-validator';
import { DOWNLOAD_FORMATS, REPORT_KINDS } from './download.js';

const LARGEST_PAGE = 200;

const BeforeField = (): PropertyDecorator =>
  applyDecorators(ApiProperty({ type: 'string', required: false, description: 'Lines below this id: the last one of the page before' }), IsOptional(), Matches(/^[1-9]\d{0,17}$/));

export class DownloadsQuery {
  @BeforeField()
  before?: string;

  @QueryIntegerField({ optional: true, min: 1, max: LARGEST_PAGE, description: 'Default: 50' })
  limit?: number;
}

export class ReportDownloadDto {
  @ShownText({ description: 'Grows with time; the last one of a page is the next `before`' })
  id!: string;

  @ShownText({ description: 'Number of the report' })
  number!: string;

  @ShownChoice(REPORT_KINDS)
  kind!: string;

  @ShownText({ description: 'Id of the fund, partner, programme year, call, agreement or settlement, or the fiscal year' })
  subjectId!: string;

  @ShownText()
  subjectNumber!: string;

  @ShownText()
  subjectName!: string;

  @ShownChoice(DOWNLOAD_FORMATS)
  format!: string;

  @ShownDate()
  asOf!: string;

  @ShownInstant({ description: 'Exclusive bound of what was known' })
  knownBefore!: Date;

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
