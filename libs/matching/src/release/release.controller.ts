import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { localDate, type Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { getCall } from '#libs/grant';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { won } from '#libs/money';
import { DecideMatchingReleaseDto, MatchingReleaseDto, RequestMatchingReleaseDto, StepMatchingReleaseDto, SteppedMatchingReleaseDto } from './release.dto.js';
import { toRelease } from './release.input.js';
import { releasesOfPool } from './release.query.js';
import { MatchingReleaseService } from './release.service.js';
import { viewRelease, viewSteppedRelease } from './release.view.js';

@ApiTags('matching-release')
@Controller()
export class MatchingReleaseController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly releases: MatchingReleaseService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('matching-pools/:callId/releases')
  @Allow('grant.read')
  @ApiOperation({ operationId: 'listMatchingReleases', summary: 'Releases of a pool with their payments, what waits for its decision first' })
  @ApiOkResponse({ type: [MatchingReleaseDto] })
  list(@CurrentActor() actor: Actor, @Param('callId', IdPipe) callId: string): Promise<MatchingReleaseDto[]> {
    return this.reader.read(actor, async (tx) => (await releasesOfPool(tx, (await getCall(tx, callId)).id)).map(viewRelease));
  }

  @Post('matching-projects/:agreementId/releases')
  @Allow('matching-release.request')
  @ApiOperation({ operationId: 'requestMatchingRelease', summary: 'Ask for government money against a milestone, at most what the private money in allows; with dryRun what that is' })
  @ApiCreatedResponse({ type: SteppedMatchingReleaseDto })
  async request(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('agreementId', IdPipe) agreementId: string,
    @Body() body: RequestMatchingReleaseDto,
  ): Promise<SteppedMatchingReleaseDto> {
    return viewSteppedRelease(await this.runner.run(this.releases.request, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input: toRelease(agreementId, body) }));
  }

  @Post('matching-releases/:releaseId/decision')
  @HttpCode(200)
  @Allow('matching-release.decide')
  @ApiOperation({ operationId: 'decideMatchingRelease', summary: 'Decide a release that somebody else asked for; it is owed, and a payment run can take it' })
  @ApiOkResponse({ type: SteppedMatchingReleaseDto })
  async decide(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('releaseId', IdPipe) releaseId: string,
    @Body() { amountWon, payFrom, dryRun }: DecideMatchingReleaseDto,
  ): Promise<SteppedMatchingReleaseDto> {
    const input = { releaseId, amountWon: won(amountWon), payFrom: payFrom === undefined ? this.clock.today() : localDate(payFrom) };
    return viewSteppedRelease(await this.runner.run(this.releases.decide, { actor, origin, idempotencyKey, dryRun: dryRun === true, input }));
  }

  @Post('matching-releases/:releaseId/send-back')
  @HttpCode(200)
  @Allow('matching-release.send-back')
  @ApiOperation({ operationId: 'sendBackMatchingRelease', summary: 'Send a release back that was asked for; it is asked for anew' })
  @ApiOkResponse({ type: SteppedMatchingReleaseDto })
  async sendBack(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('releaseId', IdPipe) releaseId: string,
    @Body() { reason, dryRun }: StepMatchingReleaseDto,
  ): Promise<SteppedMatchingReleaseDto> {
    return viewSteppedRelease(await this.runner.run(this.releases.sendBack, { actor, origin, idempotencyKey, reason, dryRun: dryRun === true, input: { releaseId, reason } }));
  }

  @Post('matching-releases/:releaseId/void')
  @HttpCode(200)
  @Allow('matching-release.void')
  @ApiOperation({ operationId: 'voidMatchingRelease', summary: 'Take the decision on a release back that no payment run has taken' })
  @ApiOkResponse({ type: SteppedMatchingReleaseDto })
  async void(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('releaseId', IdPipe) releaseId: string,
    @Body() { reason, dryRun }: StepMatchingReleaseDto,
  ): Promise<SteppedMatchingReleaseDto> {
    return viewSteppedRelease(await this.runner.run(this.releases.void, { actor, origin, idempotencyKey, reason, dryRun: dryRun === true, input: { releaseId, reason } }));
  }
}
