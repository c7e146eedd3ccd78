import { applyDecorators, Body, Controller, Get, Header, HttpCode, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { AccessIsLogged, Allow, CurrentActor, RequestOrigin } from '#libs/access';
import type { Actor, Origin } from '#libs/command';
import { attachmentDisposition } from '#libs/document';
import { AsOfQuery, Attended, Attending, IdPipe, TOLD_FILE, type Attendance } from '#libs/http';
import type { FastifyReply } from 'fastify';
import { DownloadsQuery, ReportDownloadDto } from '../download/download.dto.js';
import type { ReportFile } from '../download/download.js';
import { DownloadReportDto, ReportModelDto } from './report.dto.js';
import type { ReportModel } from './report.js';
import { ReportService } from './report.service.js';

const DEFAULT_PAGE = 50;
const TEXT_HEADER = { schema: { type: 'string' as const } };

/** A route whose answer is a file; its reader is on record by the time it leaves. */
export const HandsOut = (operationId: string, summary: string): MethodDecorator =>
  applyDecorators(
    HttpCode(200),
    Attended(),
    AccessIsLogged(),
    Header('x-content-type-options', 'nosniff'),
    Header('cache-control', 'private, no-store'),
    ApiOperation({ operationId, summary }),
    ApiProduces('application/octet-stream', TOLD_FILE),
    ApiOkResponse({ schema: { type: 'string', format: 'binary' }, headers: { 'x-content-sha256': TEXT_HEADER, 'x-report-number': TEXT_HEADER } }),
  );

@ApiTags('report')
@Controller('reports')
export class ReportController {
  constructor(private readonly reports: ReportService) {}

  @Get('downloads')
  @Allow('report.log')
  @ApiOperation({ operationId: 'listReportDownloads', summary: 'Who took which report away, when and why; newest first' })
  @ApiOkResponse({ type: [ReportDownloadDto] })
  async downloads(@CurrentActor() actor: Actor, @Query() query: DownloadsQuery): Promise<ReportDownloadDto[]> {
    return this.reports.downloads(actor, { before: query.before ?? null, limit: query.limit ?? DEFAULT_PAGE });
  }

  @Get('fund-compliance/:fundId')
  @Allow('report.read')
  @ApiOperation({ operationId: 'getFundComplianceReport', summary: 'The fund compliance report as of a date, as known at a time' })
  @ApiOkResponse({ type: ReportModelDto })
  async fundCompliance(@CurrentActor() actor: Actor, @Param('fundId', IdPipe) fundId: string, @Query() query: AsOfQuery): Promise<ReportModel> {
    return this.reports.get(actor, 'FUND_COMPLIANCE', fundId, query);
  }

  @Post('fund-compliance/:fundId/downloads')
  @Allow('report.download')
  @HandsOut('downloadFundComplianceReport', 'Take the report away as PDF, workbook or CSV; who, when and why is kept')
  async downloadFundCompliance(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @Param('fundId', IdPipe) fundId: string,
    @Body() body: DownloadReportDto,
    @Attending() attendance: Attendance,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return handedOut(await this.reports.download({ actor, origin, attendance }, 'FUND_COMPLIANCE', fundId, body), reply);
  }

  @Get('voucher-settlement/:yearId')
  @Allow('report.read')
  @ApiOperation({ operationId: 'getVoucherSettlementReport', summary: 'The settlement report of a voucher programme year as of a date, as known at a time' })
  @ApiOkResponse({ type: ReportModelDto })
  async voucherSettlement(@CurrentActor() actor: Actor, @Param('yearId', IdPipe) yearId: string, @Query() query: AsOfQuery): Promise<ReportModel> {
    return this.reports.get(actor, 'VOUCHER_SETTLEMENT', yearId, query);
  }

  @Post('voucher-settlement/:yearId/downloads')
  @Allow('report.download')
  @HandsOut('downloadVoucherSettlementReport', 'Take the report away as PDF, workbook or CSV; who, when and why is kept')
  async downloadVoucherSettlement(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @Param('yearId', IdPipe) yearId: string,
    @Body() body: DownloadReportDto,
    @Attending() attendance: Attendance,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return handedOut(await this.reports.download({ actor, origin, attendance }, 'VOUCHER_SETTLEMENT', yearId, body), reply);
  }
}

/** The bytes with their hash and the number of the report beside them. */
export function handedOut({ bytes, fileName, mediaType, number, sha256 }: ReportFile, reply: FastifyReply): StreamableFile {
  void reply.header('x-content-sha256', sha256).header('x-report-number', number);
  return new StreamableFile(bytes, { type: mediaType, disposition: attachmentDisposition(fileName), length: bytes.length });
}
