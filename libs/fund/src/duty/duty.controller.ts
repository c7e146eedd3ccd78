import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { holidayCalendar, localDate, type Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader, type Tx } from '#libs/database';
import { AsOfQuery, IdempotencyKey, IdPipe, timePoint, type TimePoint } from '#libs/http';
import { getFund } from '../fund/fund.query.js';
import { fundPolicies } from '../obligation/fund-position.query.js';
import { FulfilDutyDto, FulfilledDutyDto, FundDutyDto } from './duty.dto.js';
import { dutyFacts } from './duty.query.js';
import { dutiesOf } from './duty.rules.js';
import { DutyService } from './duty.service.js';

@ApiTags('fund')
@Controller('funds/:fundId/duties')
export class DutyController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly duties: DutyService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('fund.read')
  @ApiOperation({ operationId: 'listFundDuties', summary: 'What the law and the partners ask of a fund by which day, and what was done' })
  @ApiOkResponse({ type: [FundDutyDto] })
  async list(@CurrentActor() actor: Actor, @Param('fundId', IdPipe) fundId: string, @Query() query: AsOfQuery): Promise<FundDutyDto[]> {
    return this.reader.read(actor, (tx) => this.standing(tx, fundId, timePoint(query, this.clock)));
  }

  @Post()
  @Allow('fund-duty.fulfil')
  @ApiOperation({ operationId: 'fulfilFundDuty', summary: 'Record that a duty of a fund was done' })
  @ApiCreatedResponse({ type: FulfilledDutyDto })
  async fulfil(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('fundId', IdPipe) fundId: string,
    @Body() { dryRun = false, ...body }: FulfilDutyDto,
  ): Promise<FulfilledDutyDto> {
    const input = { fundId, duty: body.duty, doneOn: localDate(body.doneOn), note: body.note ?? null, documentId: body.documentId ?? null };
    const { result } = await this.runner.run(this.duties.fulfil, { actor, origin, idempotencyKey, dryRun, input });
    return { ...result, dryRun };
  }

  private async standing(tx: Tx, fundId: string, point: TimePoint): Promise<FundDutyDto[]> {
    const fund = await getFund(tx, fundId, point);
    return dutiesOf(await dutyFacts(tx, fund, point), await fundPolicies(tx, fund, point), point.asOf, holidayCalendar());
  }
}
