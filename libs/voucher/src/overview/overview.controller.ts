import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '#libs/access';
import type { Clock } from '#libs/calendar';
import type { Actor } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { IdPipe } from '#libs/http';
import { VoucherYearOverviewDto } from './overview.dto.js';
import { viewOverview } from './overview.view.js';

@ApiTags('voucher-year')
@Controller('voucher-years/:yearId/overview')
export class OverviewController {
  constructor(
    private readonly reader: Reader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('voucher.read')
  @ApiOperation({ operationId: 'getVoucherYearOverview', summary: 'Where a programme year stands: money, pieces, what expires and what is stuck' })
  @ApiOkResponse({ type: VoucherYearOverviewDto })
  async get(@CurrentActor() actor: Actor, @Param('yearId', IdPipe) yearId: string): Promise<VoucherYearOverviewDto> {
    return this.reader.read(actor, (tx) => viewOverview(tx, yearId, this.clock.today()));
  }
}
