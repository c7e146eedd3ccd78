import {
  AsOfQuery,
  BilingualDto,
  ChoiceField,
  DateField,
  FlagField,
  IdField,
  InstantField,
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
  TextField,
  type Progress,
} from '#libs/http';
import { IsOptional, Matches } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { DOWNLOAD_FORMATS, REPORT_KINDS, type DownloadFormat, type ReportKind } from '../download/download.js';
import { ReportChangesDto } from '../change/change.dto.js';
import { ISSUE_STATUSES, STAMP_PROBLEMS } from './issue.js';

const LARGEST_PAGE = 200;
const PRINT_PHASES: readonly Progress['phase'][] = ['READING', 'LAYING_OUT', 'WRITING', 'FILLING'];
const SUBJECT = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9]{4})$/;

const ReasonField = (): PropertyDecorator => TextField({ min: 5, max: 500, description: 'Kept with the issue and printed on it' });

/** Beside what the preview showed: the same point gives the same report, and that one is signed. */
class PointDto extends AsOfQuery {
  @DateField()
  declare asOf: string;

  @InstantField({ description: 'As the preview says it was generated' })
  declare knownAt: string;
}

export class IssueReportDto extends PointDto {
  @ChoiceField(REPORT_KINDS)
  kind!: ReportKind;

  @ApiProperty({ type: 'string', description: 'Id of what the report is about, or a fiscal year' })
  @Matches(SUBJECT)
  subjectId!: string;

  @ReasonField()
  reason!: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class ReissueReportDto extends PointDto {
  @ReasonField()
  reason!: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class WithdrawReportDto {
  @ReasonField()
  reason!: string;
}

export class DownloadIssuedReportDto {
  @ChoiceField(DOWNLOAD_FORMATS)
  format!: DownloadFormat;

  @TextField({ min: 5, max: 500, description: 'Why the report is taken away; kept in the download log and the access log' })
  reason!: string;

  @FlagField({ optional: true, description: 'True: an archive of the file and a receipt that says who took it, when and why; for CSV and JSON, which bear no mark' })
  receipt?: boolean;
}

export class IssuesQuery {
  @ChoiceField(REPORT_KINDS, { optional: true })
  kind?: ReportKind;

  @ApiProperty({ type: 'string', required: false })
  @IsOptional()
  @Matches(SUBJECT)
  subjectId?: string;

  @InstantField({ optional: true, description: 'Issues before this instant: that of the last one of the page before' })
  before?: string;

  @IdField({ optional: true, description: 'Id of the last one of the page before' })
  beforeId?: string;

  @QueryIntegerField({ optional: true, min: 1, max: LARGEST_PAGE, description: 'Default: 50' })
  limit?: number;
}

export class IssuedReportDto {
  @ShownId()
  id!: string;

  @ShownText({ description: 'Kind, year and count: RPT-A-2026-0001' })
  number!: string;

  @ShownInteger()
  version!: number;

  @ShownText({ description: 'To be looked up without signing in' })
  code!: string;

  @ShownText()
  dataSha256!: string;

  @ShownFlag({ description: 'True: nothing was kept' })
  dryRun!: boolean;
}

export class ReissuedReportDto extends IssuedReportDto {
  @ShownObject(() => ReportChangesDto, { nullable: true })
  changes!: ReportChangesDto | null;
}

export class WithdrawnReportDto {
  @ShownId()
  id!: string;
}

export class PrintedReportDto {
  @ShownId()
  id!: string;

  @ShownInteger({ description: 'How many files there are' })
  files!: number;
}

export class ReportIssueDto {
  @ShownId()
  id!: string;

  @ShownText({ description: 'Kind, year and count: RPT-A-2026-0001' })
  number!: string;

  @ShownInteger()
  version!: number;

  @ShownChoice(ISSUE_STATUSES)
  status!: string;

  @ShownChoice(REPORT_KINDS)
  kind!: string;

  @ShownObject(() => BilingualDto)
  title!: BilingualDto;

  @ShownText({ description: 'Id of what the report is about, or a fiscal year' })
  subjectId!: string;

  @ShownText()
  subjectNumber!: string;

  @ShownText()
  subjectName!: string;

  @ShownDate()
  asOf!: string;

  @ShownInstant({ description: 'Exclusive bound of what was known' })
  knownBefore!: Date;

  @ShownText()
  reason!: string;

  @ShownText()
  ruleVersion!: string;

  @ShownText()
  code!: string;

  @ShownText({ description: 'Fingerprint of the data' })
  dataSha256!: string;

  @ShownInstant()
  issuedAt!: Date;

  @ShownText()
  issuedBy!: string;

  @ShownInstant({ nullable: true, description: 'When it was replaced or withdrawn' })
  endedAt!: Date | null;

  @ShownText({ nullable: true })
  withdrawnReason!: string | null;
}

class IssueFileDto {
  @ShownChoice(DOWNLOAD_FORMATS)
  format!: string;

  @ShownText()
  sha256!: string;

  @ShownInteger()
  sizeBytes!: number;

  @ShownText({ nullable: true, description: 'B-B, or B-T with an attested time' })
  signatureLevel!: string | null;

  @ShownText({ nullable: true })
  signer!: string | null;

  @ShownInstant({ nullable: true, description: 'When the signature was there, as an authority attests it' })
  stampedAt!: Date | null;

  @ShownText({ nullable: true })
  stampedBy!: string | null;

  @ShownChoice(STAMP_PROBLEMS, { nullable: true, description: 'Why no time is attested although an authority is named' })
  stampProblem!: string | null;
}

class PrintFailureDto {
  @ShownInteger({ description: 'How often it was tried' })
  tries!: number;

  @ShownInstant()
  failedAt!: Date;

  @ShownInstant()
  nextTryAt!: Date;

  @ShownObject(() => BilingualDto)
  reason!: BilingualDto;
}

class PrintProgressDto {
  @ShownChoice(PRINT_PHASES, { description: 'READING its data; LAYING_OUT: pages are counted; WRITING page `done` of `total`; FILLING row `done` of `total` of the workbook' })
  phase!: string;

  @ShownInteger()
  done!: number;

  @ShownInteger({ nullable: true, description: 'Null while nobody knows it' })
  total!: number | null;
}

class IssueHandDto {
  @ShownText()
  role!: string;

  @ShownText()
  name!: string;

  @ShownInstant()
  at!: string;
}

export class ReportIssueDetailDto extends ReportIssueDto {
  @ShownList(() => IssueFileDto, { description: 'Empty until they are made' })
  files!: IssueFileDto[];

  @ShownObject(() => PrintFailureDto, { nullable: true, description: 'Why there are no files yet; null where nothing failed' })
  printFailure!: PrintFailureDto | null;

  @ShownObject(() => PrintProgressDto, { nullable: true, description: 'How far its print is, where the process that answers is at it; null where the files are there, or nobody or another process makes them' })
  printing!: PrintProgressDto | null;

  @ShownList(() => IssueHandDto, { description: 'Who drafted it and who signed it' })
  hands!: readonly IssueHandDto[];

  @ShownList(() => ReportIssueDto, { description: 'All versions under the number, latest first' })
  versions!: ReportIssueDto[];

  @ShownObject(() => ReportChangesDto, { nullable: true, description: 'What is different from the version before; null in the first' })
  changes!: ReportChangesDto | null;
}

export class IssueDownloadDto {
  @ShownChoice(DOWNLOAD_FORMATS)
  format!: string;

  @ShownText()
  reason!: string;

  @ShownText()
  actorLogin!: string;

  @ShownText({ nullable: true })
  actorName!: string | null;

  @ShownInstant()
  downloadedAt!: Date;

  @ShownFlag({ description: 'A marked copy' })
  marked!: boolean;
}
