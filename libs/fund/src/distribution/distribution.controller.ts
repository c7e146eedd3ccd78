import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { localDate, type Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { AsOfQuery, IdempotencyKey, IdPipe, timePoint } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import { won, ZERO_WON } from '#libs/money';
import { getFund, listPartners } from '../fund/fund.query.js';
import { DistributionSummaryDto, PaidDistributionDto, PayDistributionDto, ReversedDistributionDto, ReverseDistributionDto } from './distribution.dto.js';
import { listDistributions } from './distribution.query.js';
import { DistributionService } from './distribution.service.js';
import { viewDistributions, viewPaid } from './distribution.view.js';

@ApiTags('distribution')
@Controller()
export class DistributionController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly distributions: DistributionService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('funds/:fundId/distributions')
  @Allow('fund.read')
  @ApiOperation({ operationId: 'listDistributions', summary: 'Distributions with what every partner got, carry, and the working of each' })
  @ApiOkResponse({ type: [DistributionSummaryDto] })
  async list(@CurrentActor() actor: Actor, @Param('fundId', IdPipe) fundId: string, @Query() query: AsOfQuery): Promise<DistributionSummaryDto[]> {
    const point = timePoint(query, this.clock);
    return this.reader.read(actor, async (tx) => {
      const partners = await listPartners(tx, (await getFund(tx, fundId)).id, point.asOf, point.knownBefore);
      return viewDistributions(await listDistributions(tx, fundId, point), new Map(partners.map(({ id, name }) => [id, name])));
    });
  }

  @Post('funds/:fundId/distributions')
  @Allow('distribution.pay')
  @ApiOperation({ operationId: 'payDistribution', summary: 'Distribute an amount by the waterfall of the agreement; with dryRun the working, step by step' })
  @ApiCreatedResponse({ type: PaidDistributionDto })
  async pay(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('fundId', IdPipe) fundId: string, @Body() body: PayDistributionDto): Promise<PaidDistributionDto> {
    const recallableWon = body.recallableWon === undefined ? ZERO_WON : won(body.recallableWon);
    const input = { fundId, amountWon: won(body.amountWon), paidOn: localDate(body.paidOn), source: body.source, recallableWon };
    return viewPaid(await this.runner.run(this.distributions.pay, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input }));
  }

  @Post('distributions/:id/reverse')
  @Allow('distribution.reverse')
  @ApiOperation({ operationId: 'reverseDistribution', summary: 'Undo a distribution that should never have been recorded; the last one only' })
  @ApiCreatedResponse({ type: ReversedDistributionDto })
  async reverse(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('id', IdPipe) runId: string, @Body() body: ReverseDistributionDto): Promise<ReversedDistributionDto> {
    const input = { runId, reason: body.reason };
    const { result } = await this.runner.run(this.distributions.reverse, { actor, origin, idempotencyKey, reason: body.reason, input });
    return { id: result.id, number: result.number, postings: result.postings.map(shownEntry) };
  }
}
