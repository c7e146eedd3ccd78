import type { Actor, Origin } from '#libs/command';
import type { FastifyReply } from 'fastify';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { AsOfQuery, Attending, IdPipe, type Attendance } from '#libs/http';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Body, Controller, Get, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ReportService } from '../report/report.service.js';
import type { ReportModel } from '../report/report.js';
import { DownloadReportDto, ReportModelDto } from '../report/report.dto.js';
import { handedOut, HandsOut } from '../report/report.controller.js';

/** Reports on calls: C of a call and of one agreement, form 7 of a settlement, and D of a call that is a matching pool. */
@ApiTags('report')
@Controller('reports')
export class GrantReportController {
  constructor(private readonly reports: ReportService) {}

  @Get('grant-settlement/:callId')
  @Allow('report.read')
  @ApiOperation({ operationId: 'getGrantSettlementReport', summary: 'The settlement report of a call as of a date, as known at a time' })
  @ApiOkResponse({ type: ReportModelDto })
  async grantSettlement(@CurrentActor() actor: Actor, @Param('callId', IdPipe) callId: string, @Query() query: AsOfQuery): Promise<ReportModel> {
    return this.reports.get(actor, 'GRANT_SETTLEMENT', callId, query);
  }

  @Post('grant-settlement/:callId/downloads')
  @Allow('report.download')
  @HandsOut('downloadGrantSettlementReport', 'Take it away as PDF, workbook or CSV; who, when and why is kept')
  async downloadGrantSettlement(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @Param('callId', IdPipe) callId: string,
    @Body() body: DownloadReportDto,
    @Attending() attendance: Attendance,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return handedOut(await this.reports.download({ actor, origin, attendance }, 'GRANT_SETTLEMENT', callId, body), reply);
  }

  @Get('agreement-settlement/:agreementId')
  @Allow('report.read')
  @ApiOperation({ operationId: 'getAgreementSettlementReport', summary: 'The settlement report of one agreement with its form 7, as of a date, as known at a time' })
  @ApiOkResponse({ type: ReportModelDto })
  async agreementSettlement(@CurrentActor() actor: Actor, @Param('agreementId', IdPipe) agreementId: string, @Query() query: AsOfQuery): Promise<ReportModel> {
    return this.reports.get(actor, 'AGREEMENT_SETTLEMENT', agreementId, query);
  }

  @Post('agreement-settlement/:agreementId/downloads')
  @Allow('report.download')
  @HandsOut('downloadAgreementSettlementReport', 'Take it away as PDF, workbook or CSV; who, when and why is kept')
  async downloadAgreementSettlement(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @Param('agreementId', IdPipe) agreementId: string,
    @Body() body: DownloadReportDto,
    @Attending() attendance: Attendance,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return handedOut(await this.reports.download({ actor, origin, attendance }, 'AGREEMENT_SETTLEMENT', agreementId, body), reply);
  }

  @Get('grant-form/:settlementId')
  @Allow('report.read')
  @ApiOperation({ operationId: 'getGrantForm', summary: 'Form 7 of a settlement as it was decided; with the table of the project where the institution leads it' })
  @ApiOkResponse({ type: ReportModelDto })
  async grantForm(@CurrentActor() actor: Actor, @Param('settlementId', IdPipe) settlementId: string, @Query() query: AsOfQuery): Promise<ReportModel> {
    return this.reports.get(actor, 'GRANT_FORM', settlementId, query);
  }

  @Post('grant-form/:settlementId/downloads')
  @Allow('report.download')
  @HandsOut('downloadGrantForm', 'Take it away as PDF, workbook or CSV; who, when and why is kept')
  async downloadGrantForm(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @Param('settlementId', IdPipe) settlementId: string,
    @Body() body: DownloadReportDto,
    @Attending() attendance: Attendance,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return handedOut(await this.reports.download({ actor, origin, attendance }, 'GRANT_FORM', settlementId, body), reply);
  }

  @Get('matching/:callId')
  @Allow('report.read')
  @ApiOperation({ operationId: 'getMatchingReport', summary: 'The matching report of a pool as of a date, as known at a time' })
  @ApiOkResponse({ type: ReportModelDto })
  async matching(@CurrentActor() actor: Actor, @Param('callId', IdPipe) callId: string, @Query() query: AsOfQuery): Promise<ReportModel> {
    return this.reports.get(actor, 'MATCHING', callId, query);
  }

  @Post('matching/:callId/downloads')
  @Allow('report.download')
  @HandsOut('downloadMatchingReport', 'Take it away as PDF, workbook or CSV; who, when and why is kept')
  async downloadMatching(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @Param('callId', IdPipe) callId: string,
    @Body() body: DownloadReportDto,
    @Attending() attendance: Attendance,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return handedOut(await this.reports.download({ actor, origin, attendance }, 'MATCHING', callId, body), reply);
  }
}
