import { Body, Controller, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '#libs/access';
import type { Clock } from '#libs/calendar';
import type { Actor } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { AsOfQuery, IdPipe, timePoint } from '#libs/http';
import { EVERYTHING, getFund } from '../../fund/fund.query.js';
import { replayObligation } from './replay.view.js';
import { ReplayDto, ReplayObligationDto, SimulateDealsDto, SimulationDto } from './simulation.dto.js';
import { simulateDeals } from './simulation.view.js';

/** Questions that are too large for an address: nothing is written. */
@ApiTags('obligation')
@Controller()
export class SimulationController {
  constructor(
    private readonly reader: Reader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post('deal-simulations')
  @HttpCode(200)
  @Allow('fund.read')
  @ApiOperation({ operationId: 'simulateDeals', summary: 'Several deals at once over several funds: what each meets, and every rule before and after; today, or as things stood on a day and were known at a time' })
  @ApiOkResponse({ type: SimulationDto })
  async simulate(@CurrentActor() actor: Actor, @Query() query: AsOfQuery, @Body() body: SimulateDealsDto): Promise<SimulationDto> {
    const { asOf, knownBefore } = timePoint(query, this.clock);
    // Without a point in time everything on record counts, as it does for a deal that is recorded now.
    const point = query.asOf === undefined && query.knownAt === undefined ? EVERYTHING : { asOf, knownBefore };
    return this.reader.read(actor, (tx) => simulateDeals(tx, body.deals, point, asOf));
  }

  @Post('funds/:fundId/obligation-replay')
  @HttpCode(200)
  @Allow('fund.read')
  @ApiOperation({ operationId: 'replayObligation', summary: 'What the past would have looked like under a draft of a rule' })
  @ApiOkResponse({ type: ReplayDto })
  async replay(@CurrentActor() actor: Actor, @Param('fundId', IdPipe) fundId: string, @Body() body: ReplayObligationDto): Promise<ReplayDto> {
    const { knownBefore } = timePoint({}, this.clock);
    return this.reader.read(actor, async (tx) => replayObligation(tx, await getFund(tx, fundId), body, knownBefore));
  }
}
