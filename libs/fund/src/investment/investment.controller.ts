import { Body, Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import type { Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { AsOfQuery, IdempotencyKey, IdPipe, IfMatch, timePoint } from '#libs/http';
import type { FastifyReply } from 'fastify';
import { getFund } from '../fund/fund.query.js';
import { shownEffect } from '../obligation/obligation.view.js';
import { InvestmentDto, InvestmentSummaryDto, RecordedInvestmentDto, RecordInvestmentDto, VoidedInvestmentDto, VoidInvestmentDto } from './investment.dto.js';
import { toRecordInvestment } from './investment.input.js';
import { listInvestments } from './investment.query.js';
import { ifUnchanged, revisionOf } from './investment-revision.service.js';
import { InvestmentService } from './investment.service.js';
import { viewInvestment, viewRecorded } from './investment.view.js';
import { InvestmentVoidService } from './investment-void.service.js';

@ApiTags('investment')
@Controller()
export class InvestmentController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly investments: InvestmentService,
    private readonly voids: InvestmentVoidService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('funds/:fundId/investments')
  @Allow('investment.read')
  @ApiOperation({ operationId: 'listInvestments', summary: 'Investments of a fund with their status as of a date, as known at a time' })
  @ApiOkResponse({ type: [InvestmentSummaryDto] })
  async list(@CurrentActor() actor: Actor, @Param('fundId', IdPipe) fundId: string, @Query() query: AsOfQuery): Promise<InvestmentSummaryDto[]> {
    const point = timePoint(query, this.clock);
    return this.reader.read(actor, async (tx) => listInvestments(tx, (await getFund(tx, fundId)).id, point));
  }

  @Post('funds/:fundId/investments')
  @Allow('investment.record')
  @ApiOperation({ operationId: 'recordInvestment', summary: 'Record a paid deal; with dryRun the deal simulator' })
  @ApiCreatedResponse({ type: RecordedInvestmentDto })
  async record(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('fundId', IdPipe) fundId: string,
    @Body() body: RecordInvestmentDto,
  ): Promise<RecordedInvestmentDto> {
    const request = { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input: toRecordInvestment(fundId, body) };
    return viewRecorded(await this.runner.run(this.investments.record, request));
  }

  @Get('investments/:id')
  @Allow('investment.read')
  @ApiOperation({ operationId: 'getInvestment', summary: 'An investment with its decisions, evidence, verdicts and exits' })
  @ApiOkResponse({ type: InvestmentDto, headers: { ETag: { description: 'The state shown; give it as If-Match when deciding on it', schema: { type: 'string' } } } })
  async get(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() query: AsOfQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InvestmentDto> {
    const shown = await this.reader.read(actor, (tx) => viewInvestment(tx, id, timePoint(query, this.clock)));
    void reply.header('etag', `"${revisionOf(shown)}"`);
    return shown;
  }

  @Post('investments/:id/void')
  @Allow('investment.void')
  @ApiOperation({ operationId: 'voidInvestment', summary: 'Undo a deal that should never have been recorded' })
  @ApiCreatedResponse({ type: VoidedInvestmentDto })
  async void(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @IfMatch() seen: readonly string[] | null,
    @Param('id', IdPipe) investmentId: string,
    @Body() body: VoidInvestmentDto,
  ): Promise<VoidedInvestmentDto> {
    const input = { investmentId, reason: body.reason };
    const { result } = await this.runner.run(ifUnchanged(this.voids.void, seen), { actor, origin, idempotencyKey, reason: body.reason, input });
    return { id: result.id, after: shownEffect(result.after) };
  }
}
