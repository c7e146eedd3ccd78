import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { localDate } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { Reader } from '#libs/database';
import { IdempotencyKey } from '#libs/http';
import { BusinessStatusDto, BusinessStatusQuery, RecordBusinessStatusDto, RecordedBusinessStatusDto } from './business-status.dto.js';
import type { BusinessStatus } from '#libs/identifier';
import { listStatuses } from './business-status.query.js';
import { recordBusinessStatus } from './business-status.service.js';

@ApiTags('business-status')
@Controller('business-statuses')
export class BusinessStatusController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
  ) {}

  @Get()
  @Allow('party.read')
  @ApiOperation({ operationId: 'listBusinessStatuses', summary: 'What was recorded of one party, the latest day first' })
  @ApiOkResponse({ type: [BusinessStatusDto] })
  async list(@CurrentActor() actor: Actor, @Query() { partyId }: BusinessStatusQuery): Promise<BusinessStatusDto[]> {
    return this.reader.read(actor, (tx) => listStatuses(tx, partyId));
  }

  @Post()
  @Allow('business-status.record')
  @ApiOperation({ operationId: 'recordBusinessStatus', summary: 'Record that a company or provider is in business, resting or closed' })
  @ApiCreatedResponse({ type: RecordedBusinessStatusDto })
  async record(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Body() body: RecordBusinessStatusDto): Promise<RecordedBusinessStatusDto> {
    const input = { partyId: body.partyId, status: body.status as BusinessStatus, effectiveOn: localDate(body.effectiveOn), source: body.source ?? null };
    return (await this.runner.run(recordBusinessStatus, { actor, origin, idempotencyKey, input })).result;
  }
}
