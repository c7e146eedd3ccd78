import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '#libs/access';
import type { Clock } from '#libs/calendar';
import type { Actor } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { AsOfQuery, IdPipe } from '#libs/http';
import { currentSecond, settledPoint } from '#libs/report';
import { RatioSeriesDto } from './ratio-series.dto.js';
import { viewRatioSeries } from './ratio-series.view.js';

@ApiTags('audit')
@Controller('audit/funds')
export class RatioSeriesController {
  constructor(
    private readonly reader: Reader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(':fundId/ratio-series')
  @Allow('ratio-series.read')
  @ApiOperation({ operationId: 'getRatioSeries', summary: 'The ratios of a fund day by day, as known on each day and as known at one time, with what moved them' })
  @ApiOkResponse({ type: RatioSeriesDto })
  async get(@CurrentActor() actor: Actor, @Param('fundId', IdPipe) fundId: string, @Query() query: AsOfQuery): Promise<RatioSeriesDto> {
    const point = settledPoint(query, currentSecond(this.clock), this.clock);
    return this.reader.read(actor, (tx) => viewRatioSeries(tx, fundId, point));
  }
}
