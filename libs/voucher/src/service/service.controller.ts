import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '#libs/access';
import type { Clock } from '#libs/calendar';
import type { Actor } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { IdPipe } from '#libs/http';
import { ServiceDetailDto, ServiceListingDto, ServiceQuery } from './service.dto.js';
import type { ServiceFilter } from './service.query.js';
import type { ServiceState } from './service.js';
import { viewServiceDetail, viewServices } from './service.view.js';

const PAGE = 200;

@ApiTags('service')
@Controller()
export class ServiceController {
  constructor(
    private readonly reader: Reader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('voucher-years/:yearId/services')
  @Allow('voucher.read')
  @ApiOperation({ operationId: 'listServices', summary: 'Services bought with the vouchers of a year, with what each waits for' })
  @ApiOkResponse({ type: ServiceListingDto })
  list(@CurrentActor() actor: Actor, @Param('yearId', IdPipe) yearId: string, @Query() query: ServiceQuery): Promise<ServiceListingDto> {
    return this.reader.read(actor, (tx) => viewServices(tx, filterOf(yearId, query), this.clock.today()));
  }

  @Get('services/:id')
  @Allow('voucher.read')
  @ApiOperation({ operationId: 'getService', summary: 'A service with all that happened to it' })
  @ApiOkResponse({ type: ServiceDetailDto })
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<ServiceDetailDto> {
    return this.reader.read(actor, (tx) => viewServiceDetail(tx, id, this.clock.today()));
  }
}

function filterOf(yearId: string, query: ServiceQuery): ServiceFilter {
  return {
    yearId,
    voucherId: query.voucherId ?? null,
    states: query.state === undefined ? [] : [query.state as ServiceState],
    search: query.search ?? '',
    offset: query.offset ?? 0,
    limit: query.limit ?? PAGE,
  };
}
