import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import type { Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { AsOfQuery, IdempotencyKey, IdPipe, timePoint } from '#libs/http';
import { getFund } from '../fund/fund.query.js';
import { RecordedValuationDto, RecordValuationDto, ValuationSheetDto } from './valuation.dto.js';
import { toRecordValuation } from './valuation.input.js';
import { ValuationService } from './valuation.service.js';
import { viewRecordedValuation, viewSheet } from './valuation.view.js';

@ApiTags('valuation')
@Controller()
export class ValuationController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly valuations: ValuationService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('funds/:fundId/valuations')
  @Allow('fund.read')
  @ApiOperation({ operationId: 'listValuations', summary: 'What a fund holds, at cost and at its last fair value' })
  @ApiOkResponse({ type: ValuationSheetDto })
  async list(@CurrentActor() actor: Actor, @Param('fundId', IdPipe) fundId: string, @Query() query: AsOfQuery): Promise<ValuationSheetDto> {
    const point = timePoint(query, this.clock);
    return this.reader.read(actor, async (tx) => viewSheet(tx, await getFund(tx, fundId), point));
  }

  @Post('funds/:fundId/valuations')
  @Allow('valuation.record')
  @ApiOperation({ operationId: 'recordValuation', summary: 'Record fair values and impairments of a day, all at once; the same day again corrects' })
  @ApiCreatedResponse({ type: RecordedValuationDto })
  async record(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('fundId', IdPipe) fundId: string,
    @Body() body: RecordValuationDto,
  ): Promise<RecordedValuationDto> {
    const request = { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input: toRecordValuation(fundId, body) };
    return viewRecordedValuation(await this.runner.run(this.valuations.record, request));
  }
}
