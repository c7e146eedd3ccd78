import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { localDate } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { Reader } from '#libs/database';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { won } from '#libs/money';
import { getAgreement } from '../agreement/agreement.query.js';
import { ChangedInterestDto, InterestDto, RecordInterestDto, UseInterestDto, VoidInterestDto } from './interest.dto.js';
import { interestsOf } from './interest.query.js';
import { InterestService } from './interest.service.js';
import { toUse, viewChanged, viewInterest } from './interest.view.js';
import type { InterestTime } from './interest.js';

@ApiTags('grant-interest')
@Controller()
export class InterestController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly interests: InterestService,
  ) {}

  @Get('grant-agreements/:agreementId/interest')
  @Allow('grant.read')
  @ApiOperation({ operationId: 'listGrantInterest', summary: 'Interest of the account of a project, and what became of it' })
  @ApiOkResponse({ type: [InterestDto] })
  list(@CurrentActor() actor: Actor, @Param('agreementId', IdPipe) agreementId: string): Promise<InterestDto[]> {
    return this.reader.read(actor, async (tx) => (await interestsOf(tx, (await getAgreement(tx, agreementId)).id)).map(viewInterest));
  }

  @Post('grant-agreements/:agreementId/interest')
  @Allow('grant-interest.record')
  @ApiOperation({ operationId: 'recordGrantInterest', summary: 'Record interest, and what was approved to be done with it' })
  @ApiCreatedResponse({ type: ChangedInterestDto })
  async record(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('agreementId', IdPipe) agreementId: string,
    @Body() body: RecordInterestDto,
  ): Promise<ChangedInterestDto> {
    const { time, earnedOn, earnedWon, note, uses, dryRun } = body;
    const input = { agreementId, time: time as InterestTime, earnedOn: localDate(earnedOn), earnedWon: won(earnedWon), note: note ?? null, uses: (uses ?? []).map(toUse) };
    return viewChanged(await this.runner.run(this.interests.record, { actor, origin, idempotencyKey, dryRun: dryRun === true, input }));
  }

  @Post('grant-interest/:interestId/uses')
  @Allow('grant-interest.use')
  @ApiOperation({ operationId: 'useGrantInterest', summary: 'Record what interest was used for, or that it was returned' })
  @ApiCreatedResponse({ type: ChangedInterestDto })
  async use(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('interestId', IdPipe) interestId: string,
    @Body() body: UseInterestDto,
  ): Promise<ChangedInterestDto> {
    return viewChanged(await this.runner.run(this.interests.use, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input: { ...toUse(body), interestId } }));
  }

  @Post('grant-interest/:interestId/void')
  @HttpCode(200)
  @Allow('grant-interest.void')
  @ApiOperation({ operationId: 'voidGrantInterest', summary: 'Undo interest that was recorded wrongly, with its uses' })
  @ApiOkResponse({ type: ChangedInterestDto })
  async void(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('interestId', IdPipe) interestId: string,
    @Body() { reason, dryRun }: VoidInterestDto,
  ): Promise<ChangedInterestDto> {
    return viewChanged(await this.runner.run(this.interests.void, { actor, origin, idempotencyKey, reason, dryRun: dryRun === true, input: { interestId, reason } }));
  }
}
