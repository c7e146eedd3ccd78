import { Body, Controller, Get, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { AsOfQuery, Attending, IdempotencyKey, type Attendance } from '#libs/http';
import type { FastifyReply } from 'fastify';
import { handedOut, HandsOut } from '../report/report.controller.js';
import { DownloadReportDto, ReportModelDto } from '../report/report.dto.js';
import type { ReportModel } from '../report/report.js';
import { ReportService } from '../report/report.service.js';
import { DecidedReportTextDto, DecideReportTextDto } from '../report-text/report-text.dto.js';
import { decideReportText } from '../report-text/report-text.service.js';
import { YearPipe } from './year.pipe.js';

/** Report E of a fiscal year, and the texts in it that people decide. */
@ApiTags('report')
@Controller('reports/annual')
export class AnnualController {
  constructor(
    private readonly reports: ReportService,
    private readonly runner: CommandRunner,
  ) {}

  @Get(':year')
  @Allow('report.read')
  @ApiOperation({ operationId: 'getAnnualReport', summary: 'The annual integrated report of a fiscal year over all books in sight' })
  @ApiOkResponse({ type: ReportModelDto })
  async get(@CurrentActor() actor: Actor, @Param('year', YearPipe) year: string, @Query() query: AsOfQuery): Promise<ReportModel> {
    return this.reports.get(actor, 'ANNUAL', year, query);
  }

  @Post(':year/downloads')
  @Allow('report.download')
  @HandsOut('downloadAnnualReport', 'Take it away as PDF, workbook or CSV; who, when and why is kept')
  async download(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @Param('year', YearPipe) year: string,
    @Body() body: DownloadReportDto,
    @Attending() attendance: Attendance,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return handedOut(await this.reports.download({ actor, origin, attendance }, 'ANNUAL', year, body), reply);
  }

  @Post(':year/texts')
  @Allow('report-text.decide')
  @ApiOperation({ operationId: 'decideReportText', summary: 'Decide what a part of the annual report says: its finding, improvements, the plan of the next year' })
  @ApiCreatedResponse({ type: DecidedReportTextDto })
  async decideText(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('year', YearPipe) year: string,
    @Body() body: DecideReportTextDto,
  ): Promise<DecidedReportTextDto> {
    return (await this.runner.run(decideReportText, { actor, origin, idempotencyKey, input: { year: Number(year), ...body } })).result;
  }
}
