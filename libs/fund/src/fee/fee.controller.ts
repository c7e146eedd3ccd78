import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import type { Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { AsOfQuery, IdempotencyKey, IdPipe, timePoint } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import { getFund } from '../fund/fund.query.js';
import { FeeService } from './bill/fee.service.js';
import { BilledFeeDto, BillFeeDto, DecidedFeeTermsDto, DecideFeeTermsDto, FeeScheduleDto, VoidedFeeDto, VoidFeeDto } from './fee.dto.js';
import { toBillFee, toDecideFeeTerms } from './fee.input.js';
import { viewBilledFee, viewFeeSchedule } from './fee.view.js';
import { FeeTermService } from './term/fee-term.service.js';

@ApiTags('fee')
@Controller('funds/:fundId')
export class FeeController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly fees: FeeService,
    private readonly terms: FeeTermService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('fee-schedule')
  @Allow('fund.read')
  @ApiOperation({ operationId: 'getFeeSchedule', summary: 'The management fee: its terms, what was billed, what comes next with its days, and the plan for the whole life' })
  @ApiOkResponse({ type: FeeScheduleDto })
  async get(@CurrentActor() actor: Actor, @Param('fundId', IdPipe) fundId: string, @Query() query: AsOfQuery): Promise<FeeScheduleDto> {
    const point = timePoint(query, this.clock);
    return this.reader.read(actor, async (tx) => viewFeeSchedule(tx, await getFund(tx, fundId), point));
  }

  @Post('fee-terms')
  @Allow('fee-term.decide')
  @ApiOperation({ operationId: 'decideFeeTerm', summary: 'Decide all stretches and reductions of the management fee' })
  @ApiCreatedResponse({ type: DecidedFeeTermsDto })
  async decide(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('fundId', IdPipe) fundId: string,
    @Body() body: DecideFeeTermsDto,
  ): Promise<DecidedFeeTermsDto> {
    return { ...(await this.runner.run(this.terms.decide, { actor, origin, idempotencyKey, reason: body.reason, input: toDecideFeeTerms(fundId, body) })).result };
  }

  @Post('fee-bills')
  @Allow('fee.bill')
  @ApiOperation({ operationId: 'billFee', summary: 'Bill the management fee of the next period; with dryRun only the bill' })
  @ApiCreatedResponse({ type: BilledFeeDto })
  async bill(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('fundId', IdPipe) fundId: string,
    @Body() body: BillFeeDto,
  ): Promise<BilledFeeDto> {
    return viewBilledFee(await this.runner.run(this.fees.bill, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input: toBillFee(fundId, body) }));
  }

  @Post('fee-bills/:id/void')
  @Allow('fee.void')
  @ApiOperation({ operationId: 'voidFee', summary: 'Undo the last bill, which nobody has paid' })
  @ApiCreatedResponse({ type: VoidedFeeDto })
  async void(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('fundId', IdPipe) fundId: string,
    @Param('id', IdPipe) billId: string,
    @Body() body: VoidFeeDto,
  ): Promise<VoidedFeeDto> {
    const { result } = await this.runner.run(this.fees.void, { actor, origin, idempotencyKey, reason: body.reason, input: { fundId, billId, reason: body.reason } });
    return { id: result.id, postings: result.postings.map(shownEntry) };
  }
}
