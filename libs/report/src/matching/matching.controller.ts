import { Body, Controller, Get, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import type { Actor, Origin } from '#libs/command';
import { AsOfQuery, IdPipe } from '#libs/http';
import type { FastifyReply } from 'fastify';
import { handedOut, HandsOut } from '../report/report.controller.js';
import { DownloadReportDto, ReportModelDto } from '../report/report.dto.js';
import type { ReportModel } from '../report/report.js';
import { ReportService } from '../report/report.service.js';

/** Report D of a matching pool. */
@ApiTags('report')
@Controller('reports/matching')
export class MatchingReportController {
  constructor(private readonly reports: ReportService) {}

  @Get(':callId')
  @Allow('report.read')
  @ApiOperation({ operationId: 'getMatchingReport', summary: 'The matching report of a pool as of a date, as known at a time' })
  @ApiOkResponse({ type: ReportModelDto })
  async get(@CurrentActor() actor: Actor, @Param('callId', IdPipe) callId: string, @Query() query: AsOfQuery): Promise<ReportModel> {
    return this.reports.get(actor, 'MATCHING', callId, query);
  }

  @Post(':callId/downloads')
  @Allow('report.download')
  @HandsOut('downloadMatchingReport', 'Take it away as PDF, workbook or CSV; who, when and why is kept')
  async download(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @Param('callId', IdPipe) callId: string,
    @Body() body: DownloadReportDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return handedOut(await this.reports.download({ actor, origin }, 'MATCHING', callId, body), reply);
  }
}
