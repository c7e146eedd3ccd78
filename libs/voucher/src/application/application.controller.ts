import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, LogsAccess, RequestOrigin } from '#libs/access';
import type { Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { IdempotencyKey, IdPipe, shownVerdict } from '#libs/http';
import { ApplicationDto, ApplicationSummaryDto } from './application-page.dto.js';
import {
  ApplicationQuery, ReceiveApplicationDto, ReceivedApplicationDto, RejectApplicationDto, RejectedApplicationDto, ScreenApplicationsDto, ScreenedApplicationDto,
} from './application.dto.js';
import { toReceiveApplication } from './application.input.js';
import { receiveApplication, rejectApplication, screenApplication } from './application.service.js';
import { viewApplication, viewApplications } from './application.view.js';

const PAGE = 500;

/** Whose data an answer showed. */
const shownApplication = ({ number, company }: ApplicationDto): readonly string[] => [`${number} ${company}`];

@ApiTags('application')
@Controller()
export class ApplicationController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('voucher-years/:yearId/applications')
  @Allow('voucher.read')
  @ApiOperation({ operationId: 'listApplications', summary: 'Applications of a programme year by number, each with how every rule stands today' })
  @ApiOkResponse({ type: [ApplicationSummaryDto] })
  list(@CurrentActor() actor: Actor, @Param('yearId', IdPipe) yearId: string, @Query() query: ApplicationQuery): Promise<ApplicationSummaryDto[]> {
    return this.reader.read(actor, (tx) => viewApplications(tx, actor, yearId, this.clock.today(), query.after ?? null, query.limit ?? PAGE));
  }

  @Post('voucher-years/:yearId/applications')
  @Allow('application.receive')
  @ApiOperation({ operationId: 'receiveApplication', summary: 'Record an application that came in; with dryRun only what the screening would say' })
  @ApiCreatedResponse({ type: ReceivedApplicationDto })
  async receive(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('yearId', IdPipe) yearId: string,
    @Body() body: ReceiveApplicationDto,
  ): Promise<ReceivedApplicationDto> {
    const input = toReceiveApplication(yearId, body, this.clock.today());
    const { result, dryRun } = await this.runner.run(receiveApplication, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input });
    return { ...result, voucherId: dryRun ? null : result.voucherId, dryRun, verdicts: result.verdicts.map(shownVerdict) };
  }

  @Post('voucher-years/:yearId/screenings')
  @HttpCode(200)
  @Allow('application.screen')
  @ApiOperation({ operationId: 'screenApplication', summary: 'Screen applications: those that every rule lets pass are eligible, the others stay' })
  @ApiOkResponse({ type: [ScreenedApplicationDto] })
  async screen(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('yearId', IdPipe) yearId: string,
    @Body() body: ScreenApplicationsDto,
  ): Promise<ScreenedApplicationDto[]> {
    const input = { yearId, applications: body.applications.map(({ voucherId, clearance }) => ({ voucherId, clearance: clearance ?? null })) };
    const { result } = await this.runner.run(screenApplication, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input });
    return result.map((row) => ({ ...row, verdicts: row.verdicts.map(shownVerdict) }));
  }

  @Get('vouchers/:id/application')
  @Allow('voucher.read')
  @LogsAccess('application', shownApplication)
  @ApiOperation({ operationId: 'getApplication', summary: 'One application with its verdicts, evaluations and steps' })
  @ApiOkResponse({ type: ApplicationDto })
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<ApplicationDto> {
    return this.reader.read(actor, (tx) => viewApplication(tx, actor, id, this.clock.today()));
  }

  @Post('vouchers/:id/reject')
  @HttpCode(200)
  @Allow('application.reject')
  @ApiOperation({ operationId: 'rejectApplication', summary: 'Turn an application down, with the reason that the company is told' })
  @ApiOkResponse({ type: RejectedApplicationDto })
  async reject(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', IdPipe) voucherId: string,
    @Body() body: RejectApplicationDto,
  ): Promise<RejectedApplicationDto> {
    return (await this.runner.run(rejectApplication, { actor, origin, idempotencyKey, input: { voucherId, reason: body.reason } })).result;
  }
}
