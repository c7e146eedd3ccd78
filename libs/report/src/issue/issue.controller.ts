import { Body, Controller, Get, HttpCode, Param, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { Reader } from '#libs/database';
import { Attending, IdempotencyKey, IdPipe, type Attendance } from '#libs/http';
import type { FastifyReply } from 'fastify';
import { handedOut, HandsOut } from '../report/report.controller.js';
import {
  DownloadIssuedReportDto,
  IssueDownloadDto,
  IssuedReportDto,
  IssueReportDto,
  IssuesQuery,
  PrintedReportDto,
  ReissuedReportDto,
  ReissueReportDto,
  ReportIssueDetailDto,
  ReportIssueDto,
  WithdrawnReportDto,
  WithdrawReportDto,
} from './issue.dto.js';
import { IssueDesk } from './issue-desk.service.js';
import { getIssue, listIssueDownloads, listIssues } from './issue.query.js';
import { issueReport, reissueReport, withdrawReport } from './issue.service.js';
import { viewIssue, viewIssueDetail } from './issue.view.js';
import { Press } from '../press/press.service.js';
import { versionedNumber } from './slip.js';

const DEFAULT_PAGE = 50;

/** Reports that were issued: they have a number, and their files stay what they are. */
@ApiTags('report')
@Controller('reports/issues')
export class IssueController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly desk: IssueDesk,
    private readonly press: Press,
  ) {}

  @Get()
  @Allow('report.read')
  @ApiOperation({ operationId: 'listReportIssues', summary: 'Issued reports of all kinds with the state of each version, the latest first' })
  @ApiOkResponse({ type: [ReportIssueDto] })
  async list(@CurrentActor() actor: Actor, @Query() query: IssuesQuery): Promise<ReportIssueDto[]> {
    const before = query.before === undefined || query.beforeId === undefined ? null : { issuedAt: new Date(query.before), id: query.beforeId };
    const choice = { kind: query.kind ?? null, subjectId: query.subjectId ?? null, before, limit: query.limit ?? DEFAULT_PAGE };
    return (await this.reader.read(actor, (tx) => listIssues(tx, choice))).map(viewIssue);
  }

  @Get(':id')
  @Allow('report.read')
  @ApiOperation({ operationId: 'getReportIssue', summary: 'An issued version: its files, who signed, all versions of its number, and what is different from the one before' })
  @ApiOkResponse({ type: ReportIssueDetailDto })
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<ReportIssueDetailDto> {
    return this.reader.read(actor, (tx) => viewIssueDetail(tx, id, { changesOf: (issue) => this.desk.changesOf(issue), progressOf: (issueId) => this.press.progressOf(issueId) }));
  }

  @Post()
  @Allow('report.issue')
  @ApiOperation({ operationId: 'issueReport', summary: 'Issue a report as it was previewed: it gets its number, and its files are kept and never made again' })
  @ApiCreatedResponse({ type: IssuedReportDto })
  async issue(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Body() body: IssueReportDto): Promise<IssuedReportDto> {
    const input = await this.desk.toIssue(actor, body);
    const { result, dryRun } = await this.runner.run(issueReport, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, reason: input.reason, input });
    if (!dryRun) await this.press.attempt(result.id);
    return { ...result, dryRun };
  }

  @Post(':id/reissue')
  @Allow('report.reissue')
  @ApiOperation({ operationId: 'reissueReport', summary: 'Issue the next version of a report, which names what is different; the version before is replaced' })
  @ApiCreatedResponse({ type: ReissuedReportDto })
  async reissue(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', IdPipe) issueId: string,
    @Body() body: ReissueReportDto,
  ): Promise<ReissuedReportDto> {
    const input = await this.desk.toReissue(actor, issueId, body);
    const { result, dryRun } = await this.runner.run(reissueReport, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, reason: input.reason, input });
    if (!dryRun) await this.press.attempt(result.id);
    return { ...result, dryRun, changes: await this.desk.changesOf(input) };
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Allow('report.withdraw')
  @ApiOperation({ operationId: 'withdrawReport', summary: 'Say that an issued report holds no longer' })
  @ApiOkResponse({ type: WithdrawnReportDto })
  async withdraw(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', IdPipe) issueId: string,
    @Body() { reason }: WithdrawReportDto,
  ): Promise<WithdrawnReportDto> {
    return (await this.runner.run(withdrawReport, { actor, origin, idempotencyKey, reason, input: { issueId, reason } })).result;
  }

  @Post(':id/print')
  @HttpCode(200)
  @Allow('report.print')
  @ApiOperation({ operationId: 'printReport', summary: 'Make the files of an issue at once, where the program has not come to it yet; made once, they stay' })
  @ApiOkResponse({ type: PrintedReportDto })
  async print(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<PrintedReportDto> {
    await this.reader.read(actor, (tx) => getIssue(tx, id));
    return { id, files: (await this.press.printed(id)).files.length };
  }

  @Get(':id/downloads')
  @Allow('report.log')
  @ApiOperation({ operationId: 'listReportIssueDownloads', summary: 'Who took this version away, when and why; newest first' })
  @ApiOkResponse({ type: [IssueDownloadDto] })
  downloads(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<IssueDownloadDto[]> {
    return this.reader.read(actor, async (tx) => listIssueDownloads(tx, versionedNumber(await getIssue(tx, id))));
  }

  @Post(':id/downloads')
  @Allow('report.download')
  @HandsOut('downloadReportIssue', 'Take an issued report away as it was printed; who, when and why is kept')
  async download(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @Param('id', IdPipe) id: string,
    @Body() { format, reason, receipt }: DownloadIssuedReportDto,
    @Attending() attendance: Attendance,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return handedOut(await this.desk.download({ actor, origin, attendance }, id, { format, reason: reason.trim(), receipt: receipt === true }), reply);
  }
}
