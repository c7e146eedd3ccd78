import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '#libs/access';
import type { Clock } from '#libs/calendar';
import type { Actor } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { AsOfQuery, IdPipe, timePoint } from '#libs/http';
import { getFund } from '../../fund/fund.query.js';
import { CountedDealDto, FundObligationsDto, RadarDto } from './radar.dto.js';
import { viewCountedDeals, viewFundObligations, viewRadar } from './radar.view.js';

@ApiTags('obligation')
@Controller()
export class RadarController {
  constructor(
    private readonly reader: Reader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('obligations')
  @Allow('fund.read')
  @ApiOperation({ operationId: 'listObligations', summary: 'Every rule of every fund, manager and programme in sight, worst first' })
  @ApiOkResponse({ type: RadarDto })
  async radar(@CurrentActor() actor: Actor, @Query() query: AsOfQuery): Promise<RadarDto> {
    return this.reader.read(actor, (tx) => viewRadar(tx, timePoint(query, this.clock)));
  }

  @Get('funds/:fundId/obligations')
  @Allow('fund.read')
  @ApiOperation({ operationId: 'getFundObligations', summary: 'All rules that bear on a fund, by themselves and together' })
  @ApiOkResponse({ type: FundObligationsDto })
  async ofFund(@CurrentActor() actor: Actor, @Param('fundId', IdPipe) fundId: string, @Query() query: AsOfQuery): Promise<FundObligationsDto> {
    const point = timePoint(query, this.clock);
    return this.reader.read(actor, async (tx) => viewFundObligations(tx, await getFund(tx, fundId, point), point));
  }

  @Get('funds/:fundId/obligation-deals')
  @Allow('investment.read')
  @ApiOperation({ operationId: 'listObligationDeals', summary: 'Every deal that stands with the rules that it counts for' })
  @ApiOkResponse({ type: [CountedDealDto] })
  async deals(@CurrentActor() actor: Actor, @Param('fundId', IdPipe) fundId: string, @Query() query: AsOfQuery): Promise<CountedDealDto[]> {
    const point = timePoint(query, this.clock);
    return this.reader.read(actor, async (tx) => viewCountedDeals(tx, await getFund(tx, fundId, point), point));
  }
}
