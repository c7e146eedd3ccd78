import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, LogsAccess, RequestOrigin } from '#libs/access';
import type { Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { IdempotencyKey, IdPipe, shownVerdict } from '#libs/http';
import { GrantApplicationDto, GrantApplicationSummaryDto } from './application-page.dto.js';
import { EndedGrantApplicationDto, EndGrantApplicationDto, ImportedGrantApplicationsDto, ImportGrantApplicationsDto, ReceivedGrantApplicationDto, ReceiveGrantApplicationDto } from './application.dto.js';
import { toForms, toReceipt } from './application.input.js';
import { importApplications, receiveApplication, rejectApplication, withdrawApplication } from './application.service.js';
import { viewApplication, viewApplications } from './application.view.js';

/** Whose data an answer showed. */
const shownApplication = ({ number, title }: GrantApplicationDto): readonly string[] => [`${number} ${title}`];

@ApiTags('grant-application')
@Controller()
export class GrantApplicationController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('grant-calls/:callId/applications')
  @Allow('grant.read')
  @ApiOperation({ operationId: 'listGrantApplications', summary: 'Applications of a call, each with how every rule stands today' })
  @ApiOkResponse({ type: [GrantApplicationSummaryDto] })
  list(@CurrentActor() actor: Actor, @Param('callId', IdPipe) callId: string): Promise<GrantApplicationSummaryDto[]> {
    return this.reader.read(actor, (tx) => viewApplications(tx, actor, callId, this.clock.today()));
  }

  @Post('grant-calls/:callId/applications')
  @Allow('grant-application.receive')
  @ApiOperation({ operationId: 'receiveGrantApplication', summary: 'Record an application that came in; with dryRun only what the check would say' })
  @ApiCreatedResponse({ type: ReceivedGrantApplicationDto })
  async receive(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('callId', IdPipe) callId: string,
    @Body() { dryRun: asked, ...body }: ReceiveGrantApplicationDto,
  ): Promise<ReceivedGrantApplicationDto> {
    const input = { callId, ...toReceipt(body, this.clock.today()) };
    const { result, dryRun } = await this.runner.run(receiveApplication, { actor, origin, idempotencyKey, dryRun: asked === true, input });
    return { applicationId: dryRun ? null : result.applicationId, number: result.number, dryRun, verdicts: result.verdicts.map(shownVerdict) };
  }

  @Post('grant-calls/:callId/applications/import')
  @Allow('grant-application.import')
  @ApiOperation({ operationId: 'importGrantApplications', summary: 'Record many applications at once, all or none' })
  @ApiCreatedResponse({ type: ImportedGrantApplicationsDto })
  async import(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('callId', IdPipe) callId: string,
    @Body() body: ImportGrantApplicationsDto,
  ): Promise<ImportedGrantApplicationsDto> {
    const input = { callId, applications: toForms(body.rows, (index) => `/rows/${index}`, this.clock.today()) };
    const { result, dryRun } = await this.runner.run(importApplications, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input });
    return { dryRun, numbers: [...result.numbers] };
  }

  @Get('grant-applications/:applicationId')
  @Allow('grant.read')
  @LogsAccess('grant-application', shownApplication)
  @ApiOperation({ operationId: 'getGrantApplication', summary: 'One application with its verdicts, evaluations and steps' })
  @ApiOkResponse({ type: GrantApplicationDto })
  get(@CurrentActor() actor: Actor, @Param('applicationId', IdPipe) applicationId: string): Promise<GrantApplicationDto> {
    return this.reader.read(actor, (tx) => viewApplication(tx, actor, applicationId, this.clock.today()));
  }

  @Post('grant-applications/:applicationId/reject')
  @HttpCode(200)
  @Allow('grant-application.reject')
  @ApiOperation({ operationId: 'rejectGrantApplication', summary: 'Turn an application down, with the reason that the applicant is told' })
  @ApiOkResponse({ type: EndedGrantApplicationDto })
  async reject(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('applicationId', IdPipe) applicationId: string,
    @Body() { reason }: EndGrantApplicationDto,
  ): Promise<EndedGrantApplicationDto> {
    return (await this.runner.run(rejectApplication, { actor, origin, idempotencyKey, input: { applicationId, reason } })).result;
  }

  @Post('grant-applications/:applicationId/withdraw')
  @HttpCode(200)
  @Allow('grant-application.withdraw')
  @ApiOperation({ operationId: 'withdrawGrantApplication', summary: 'Record that the applicant gives up' })
  @ApiOkResponse({ type: EndedGrantApplicationDto })
  async withdraw(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('applicationId', IdPipe) applicationId: string,
    @Body() { reason }: EndGrantApplicationDto,
  ): Promise<EndedGrantApplicationDto> {
    return (await this.runner.run(withdrawApplication, { actor, origin, idempotencyKey, input: { applicationId, reason } })).result;
  }
}
