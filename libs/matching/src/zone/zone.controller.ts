import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { localDate, type Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { IdempotencyKey } from '#libs/http';
import { RecordedZoneDto, RecordZoneDto, ZoneQuery, ZonesDto } from './zone.dto.js';
import { toZone } from './zone.input.js';
import { zoneStatements } from './zone.query.js';
import { recordZone } from './zone.service.js';
import { viewZones } from './zone.view.js';

@ApiTags('matching-zone')
@Controller('matching-zones')
export class ZoneController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('grant.read')
  @ApiOperation({ operationId: 'listMatchingZones', summary: 'Special R&D zones, and which of them are designated on a day' })
  @ApiOkResponse({ type: ZonesDto })
  list(@CurrentActor() actor: Actor, @Query() { on }: ZoneQuery): Promise<ZonesDto> {
    const day = on === undefined ? this.clock.today() : localDate(on);
    return this.reader.read(actor, async (tx) => viewZones(await zoneStatements(tx), day));
  }

  @Post()
  @Allow('matching-zone.record')
  @ApiOperation({ operationId: 'recordMatchingZone', summary: 'Record a zone, what it covers from a day on, or its end' })
  @ApiCreatedResponse({ type: RecordedZoneDto })
  async record(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Body() body: RecordZoneDto): Promise<RecordedZoneDto> {
    return (await this.runner.run(recordZone, { actor, origin, idempotencyKey, input: toZone(body) })).result;
  }
}
