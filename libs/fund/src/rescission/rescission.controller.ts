import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { localDate } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { IdempotencyKey, IdPipe, IfMatch } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import { won } from '#libs/money';
import { ifUnchanged } from '../investment/investment-revision.service.js';
import { shownEffect } from '../obligation/obligation.view.js';
import { RescindedInvestmentDto, RescindInvestmentDto } from './rescission.dto.js';
import { RescissionService } from './rescission.service.js';

@ApiTags('investment')
@Controller('investments/:id/rescission')
export class RescissionController {
  constructor(
    private readonly runner: CommandRunner,
    private readonly rescissions: RescissionService,
  ) {}

  @Post()
  @Allow('investment.rescind')
  @ApiOperation({ operationId: 'rescindInvestment', summary: 'The contract of a deal is undone: it counts as never invested' })
  @ApiCreatedResponse({ type: RescindedInvestmentDto })
  async rescind(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @IfMatch() seen: readonly string[] | null,
    @Param('id', IdPipe) investmentId: string,
    @Body() body: RescindInvestmentDto,
  ): Promise<RescindedInvestmentDto> {
    const [dryRun, { reason }] = [body.dryRun === true, body];
    const input = { investmentId, rescindedOn: localDate(body.rescindedOn), returnedWon: body.returnedWon === undefined ? null : won(body.returnedWon), reason };
    const { result } = await this.runner.run(ifUnchanged(this.rescissions.rescind, seen), { actor, origin, idempotencyKey, dryRun, reason, input });
    return { id: dryRun ? null : result.id, dryRun, before: shownEffect(result.before), after: shownEffect(result.after), postings: result.postings.map(shownEntry) };
  }
}
