import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import type { Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { getCall } from '../call/call.query.js';
import { ClosedGrantYearDto, CloseGrantYearDto, GrantYearsDto } from './year-close.dto.js';
import { GrantYearService, type CloseGrantYear } from './year-close.service.js';
import { viewClosed, viewYears } from './year-close.view.js';
import type { CarryKind } from './year-close.js';

@ApiTags('grant-year')
@Controller('grant-calls/:callId/years')
export class GrantYearController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly years: GrantYearService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('grant.read')
  @ApiOperation({ operationId: 'listGrantYears', summary: 'Fiscal years of a call: what is left, what is open, how each was closed, and every carry-over' })
  @ApiOkResponse({ type: GrantYearsDto })
  list(@CurrentActor() actor: Actor, @Param('callId', IdPipe) callId: string): Promise<GrantYearsDto> {
    return this.reader.read(actor, async (tx) => viewYears(tx, (await getCall(tx, callId)).id, this.clock.today()));
  }

  @Post()
  @Allow('grant-year.close')
  @ApiOperation({ operationId: 'closeGrantYear', summary: 'Close a fiscal year of a call: carry commitments over or give them up; with dryRun what would be posted' })
  @ApiCreatedResponse({ type: ClosedGrantYearDto })
  async close(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('callId', IdPipe) callId: string,
    @Body() { dryRun, ...body }: CloseGrantYearDto,
  ): Promise<ClosedGrantYearDto> {
    return viewClosed(await this.runner.run(this.years.close, { actor, origin, idempotencyKey, dryRun: dryRun === true, input: toClose(callId, body) }));
  }
}

function toClose(callId: string, { fiscalYear, unagreed, carryOvers = [], orderCarryOvers = [], clause }: CloseGrantYearDto): CloseGrantYear {
  const kinded = <Given extends { readonly kind: string }>(given: readonly Given[]) => given.map((each) => ({ ...each, kind: each.kind as CarryKind }));
  return { callId, fiscalYear, unagreed: unagreed === 'FORWARD' ? 'FORWARD' : 'LAPSE', clause, carryOvers: kinded(carryOvers), orderCarryOvers: kinded(orderCarryOvers) };
}
