import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { AccessIsLogged, Allow, CurrentActor, RequestOrigin } from '#libs/access';
import type { Actor, Origin } from '#libs/command';
import { attachmentDisposition } from '#libs/document';
import { AsOfQuery, IdPipe } from '#libs/http';
import type { FastifyReply } from 'fastify';
import { DownloadsQuery, ReportDownloadDto } from '../download/download.dto.js';
import { DownloadReportDto, ReportModelDto } from './report.dto.js';
import type { ReportModel } from './report.js';
import { ReportService } from './report.service.js';

const DEFAULT_PAGE = 50;

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
    return this.reports.fundCompliance(actor, fundId, query);
  }

  @Post('fund-compliance/:fundId/downloads')
  @HttpCode(200)
  @Allow('report.download')
  @AccessIsLogged()
  @Header('x-content-type-options', 'nosniff')
  @Header('cache-control', 'private, no-store')
  @ApiOperation({ operationId: 'downloadFundComplianceReport', summary: 'Take the report away as PDF, workbook or CSV; who, when and why is kept' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' }, headers: { 'x-content-sha256': { schema: { type: 'string' } }, 'x-report-number': { schema: { type: 'string' } } } })
  async downloadFundCompliance(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @Param('fundId', IdPipe) fundId: string,
    @Body() body: DownloadReportDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const file = await this.reports.downloadFundCompliance({ actor, origin }, fundId, body);
    void reply.header('x-content-sha256', file.sha256).header('x-report-number', file.number);
    return new StreamableFile(file.bytes, { type: file.mediaType, disposition: attachmentDisposition(file.fileName), length: file.bytes.length });
  }
}
