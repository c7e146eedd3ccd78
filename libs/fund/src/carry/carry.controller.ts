import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { localDate } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { won } from '#libs/money';
import { CarryClawbackDto, ClawBackCarryDto } from './carry.dto.js';
import { CarryService } from './carry.service.js';
import { viewClawback } from './carry.view.js';

@ApiTags('carry')
@Controller()
export class CarryController {
  constructor(
    private readonly runner: CommandRunner,
    private readonly carry: CarryService,
  ) {}

  @Post('funds/:fundId/carry/clawbacks')
  @Allow('carry.claw-back')
  @ApiOperation({ operationId: 'clawBackCarry', summary: 'At the end of a fund, have carry that was too much paid back and handed on; with dryRun the working' })
  @ApiCreatedResponse({ type: CarryClawbackDto })
  async clawBack(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('fundId', IdPipe) fundId: string, @Body() body: ClawBackCarryDto): Promise<CarryClawbackDto> {
    const input = { fundId, paidOn: localDate(body.paidOn), taxWon: won(body.taxWon) };
    return viewClawback(await this.runner.run(this.carry.clawBack, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input }));
  }
}
