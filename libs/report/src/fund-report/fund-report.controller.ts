import { Body, Controller, Get, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import type { Actor, Origin } from '#libs/command';
import { AsOfQuery, Attending, IdPipe, type Attendance } from '#libs/http';
import type { FastifyReply } from 'fastify';
import { handedOut, HandsOut } from '../report/report.controller.js';
import { DownloadReportDto, ReportModelDto } from '../report/report.dto.js';
import type { ReportModel } from '../report/report.js';
import { ReportService } from '../report/report.service.js';

/** Reports on a fund besides that on its compliance, and on what one partner has in it; the quarter is that of the day asked for. */
@ApiTags('report')
@Controller('reports')
export class FundReportController {
  constructor(private readonly reports: ReportService) {}

  @Get('partner-statements/:fundId')
  @Allow('report.read')
  @ApiOperation({ operationId: 'getPartnerStatements', summary: 'Capital account statements of all partners of a fund, for the quarter of a day' })
  @ApiOkResponse({ type: ReportModelDto })
  async partnerStatements(@CurrentActor() actor: Actor, @Param('fundId', IdPipe) fundId: string, @Query() query: AsOfQuery): Promise<ReportModel> {
    return this.reports.get(actor, 'PARTNER_STATEMENTS', fundId, query);
  }

  @Post('partner-statements/:fundId/downloads')
  @Allow('report.download')
  @HandsOut('downloadPartnerStatements', 'Take it away as PDF, workbook or CSV; who, when and why is kept')
  async downloadPartnerStatements(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @Param('fundId', IdPipe) fundId: string,
    @Body() body: DownloadReportDto,
    @Attending() attendance: Attendance,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return handedOut(await this.reports.download({ actor, origin, attendance }, 'PARTNER_STATEMENTS', fundId, body), reply);
  }

  @Get('fund-quarterly/:fundId')
  @Allow('report.read')
  @ApiOperation({ operationId: 'getFundQuarterlyReport', summary: 'The quarterly report of a fund to its partners, for the quarter of a day' })
  @ApiOkResponse({ type: ReportModelDto })
  async fundQuarterly(@CurrentActor() actor: Actor, @Param('fundId', IdPipe) fundId: string, @Query() query: AsOfQuery): Promise<ReportModel> {
    return this.reports.get(actor, 'FUND_QUARTERLY', fundId, query);
  }

  @Post('fund-quarterly/:fundId/downloads')
  @Allow('report.download')
  @HandsOut('downloadFundQuarterlyReport', 'Take it away as PDF, workbook or CSV; who, when and why is kept')
  async downloadFundQuarterly(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @Param('fundId', IdPipe) fundId: string,
    @Body() body: DownloadReportDto,
    @Attending() attendance: Attendance,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return handedOut(await this.reports.download({ actor, origin, attendance }, 'FUND_QUARTERLY', fundId, body), reply);
  }

  @Get('ilpa-performance/:fundId')
  @Allow('report.read')
  @ApiOperation({ operationId: 'getIlpaPerformance', summary: 'A fund under the fields of the ILPA performance template, granular and grossed up' })
  @ApiOkResponse({ type: ReportModelDto })
  async ilpaPerformance(@CurrentActor() actor: Actor, @Param('fundId', IdPipe) fundId: string, @Query() query: AsOfQuery): Promise<ReportModel> {
    return this.reports.get(actor, 'ILPA_PERFORMANCE', fundId, query);
  }

  @Post('ilpa-performance/:fundId/downloads')
  @Allow('report.download')
  @HandsOut('downloadIlpaPerformance', 'Take it away as PDF, workbook or CSV; who, when and why is kept')
  async downloadIlpaPerformance(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @Param('fundId', IdPipe) fundId: string,
    @Body() body: DownloadReportDto,
    @Attending() attendance: Attendance,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return handedOut(await this.reports.download({ actor, origin, attendance }, 'ILPA_PERFORMANCE', fundId, body), reply);
  }

  @Get('partner-statement/:partnerId')
  @Allow('report.read')
  @ApiOperation({ operationId: 'getPartnerStatement', summary: 'The capital account statement of one partner of a fund, for the quarter of a day' })
  @ApiOkResponse({ type: ReportModelDto })
  async partnerStatement(@CurrentActor() actor: Actor, @Param('partnerId', IdPipe) partnerId: string, @Query() query: AsOfQuery): Promise<ReportModel> {
    return this.reports.get(actor, 'PARTNER_STATEMENT', partnerId, query);
  }

  @Post('partner-statement/:partnerId/downloads')
  @Allow('report.download')
  @HandsOut('downloadPartnerStatement', 'Take it away as PDF, workbook or CSV; who, when and why is kept')
  async downloadPartnerStatement(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @Param('partnerId', IdPipe) partnerId: string,
    @Body() body: DownloadReportDto,
    @Attending() attendance: Attendance,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return handedOut(await this.reports.download({ actor, origin, attendance }, 'PARTNER_STATEMENT', partnerId, body), reply);
  }

  @Get('ilpa-reporting/:partnerId')
  @Allow('report.read')
  @ApiOperation({ operationId: 'getIlpaReporting', summary: 'A partner\'s part of a fund under the fields of the ILPA reporting template' })
  @ApiOkResponse({ type: ReportModelDto })
  async ilpaReporting(@CurrentActor() actor: Actor, @Param('partnerId', IdPipe) partnerId: string, @Query() query: AsOfQuery): Promise<ReportModel> {
    return this.reports.get(actor, 'ILPA_REPORTING', partnerId, query);
  }

  @Post('ilpa-reporting/:partnerId/downloads')
  @Allow('report.download')
  @HandsOut('downloadIlpaReporting', 'Take it away as PDF, workbook or CSV; who, when and why is kept')
  async downloadIlpaReporting(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @Param('partnerId', IdPipe) partnerId: string,
    @Body() body: DownloadReportDto,
    @Attending() attendance: Attendance,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return handedOut(await this.reports.download({ actor, origin, attendance }, 'ILPA_REPORTING', partnerId, body), reply);
  }
}
