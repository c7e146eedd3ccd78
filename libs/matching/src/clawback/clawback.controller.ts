import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { localDate } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { Reader } from '#libs/database';
import { getCall } from '#libs/grant';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { won } from '#libs/money';
import { DecidedMatchingClawbackDto, DecideMatchingClawbackDto, MatchingClawbackDto, ProposedMatchingClawbackDto, ProposeMatchingClawbackDto } from './clawback.dto.js';
import { listClawbacks } from './clawback.query.js';
import { MatchingClawbackService } from './clawback.service.js';
import { viewClawback, viewDecidedClawback } from './clawback.view.js';

@ApiTags('matching-clawback')
@Controller()
export class MatchingClawbackController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly clawbacks: MatchingClawbackService,
  ) {}

  @Get('matching-pools/:callId/clawbacks')
  @Allow('grant.read')
  @ApiOperation({ operationId: 'listMatchingClawbacks', summary: 'What is proposed to be clawed back in a pool, and what became of it' })
  @ApiOkResponse({ type: [MatchingClawbackDto] })
  list(@CurrentActor() actor: Actor, @Param('callId', IdPipe) callId: string): Promise<MatchingClawbackDto[]> {
    return this.reader.read(actor, async (tx) => (await listClawbacks(tx, (await getCall(tx, callId)).id)).map(viewClawback));
  }

  @Post('matching-projects/:agreementId/clawbacks')
  @Allow('matching-clawback.propose')
  @ApiOperation({ operationId: 'proposeMatchingClawback', summary: 'Add to what is over-released what a settlement outside of the program found' })
  @ApiCreatedResponse({ type: ProposedMatchingClawbackDto })
  async propose(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('agreementId', IdPipe) agreementId: string,
    @Body() { unspentWon, disallowedWon, interestWon, reason }: ProposeMatchingClawbackDto,
  ): Promise<ProposedMatchingClawbackDto> {
    const input = { agreementId, unspentWon: won(unspentWon), disallowedWon: won(disallowedWon), interestWon: won(interestWon), reason };
    return (await this.runner.run(this.clawbacks.propose, { actor, origin, idempotencyKey, reason, input })).result;
  }

  @Post('matching-clawbacks/:clawbackId/decision')
  @HttpCode(200)
  @Allow('matching-clawback.decide')
  @ApiOperation({ operationId: 'decideMatchingClawback', summary: 'Decide a clawback that somebody else brought about; it is demanded, and collected as a recovery' })
  @ApiOkResponse({ type: DecidedMatchingClawbackDto })
  async decide(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('clawbackId', IdPipe) clawbackId: string,
    @Body() { amountWon, noticeOn, dueOn, instalments, dryRun }: DecideMatchingClawbackDto,
  ): Promise<DecidedMatchingClawbackDto> {
    const input = { clawbackId, amountWon: won(amountWon), noticeOn: localDate(noticeOn), dueOn: dueOn === undefined ? null : localDate(dueOn), instalments: instalments ?? 1 };
    return viewDecidedClawback(await this.runner.run(this.clawbacks.decide, { actor, origin, idempotencyKey, dryRun: dryRun === true, input }));
  }
}
