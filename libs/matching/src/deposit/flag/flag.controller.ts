import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { DecideMatchingFlagDto, MovedMatchingDepositDto } from '../deposit.dto.js';
import { viewMovedDeposit } from '../deposit.view.js';
import { MatchingFlagService } from './flag.service.js';

@ApiTags('matching-deposit')
@Controller()
export class MatchingFlagController {
  constructor(
    private readonly runner: CommandRunner,
    private readonly flags: MatchingFlagService,
  ) {}

  @Post('matching-flags/:flagId/decision')
  @HttpCode(200)
  @Allow('matching-flag.decide')
  @ApiOperation({ operationId: 'decideMatchingFlag', summary: 'Decide whether flagged private money counts' })
  @ApiOkResponse({ type: MovedMatchingDepositDto })
  async decide(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('flagId', IdPipe) flagId: string,
    @Body() { counts, reason, dryRun }: DecideMatchingFlagDto,
  ): Promise<MovedMatchingDepositDto> {
    return viewMovedDeposit(await this.runner.run(this.flags.decide, { actor, origin, idempotencyKey, reason, dryRun: dryRun === true, input: { flagId, counts, reason } }));
  }
}
