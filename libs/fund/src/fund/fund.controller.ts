import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import type { Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { AsOfQuery, IdempotencyKey, IdPipe, timePoint } from '#libs/http';
import { ObligationDto, ProgrammeObligationDto } from '../obligation/obligation.dto.js';
import { fundPositions } from '../obligation/fund-position.query.js';
import { viewObligation } from '../obligation/obligation.view.js';
import { viewProgramme } from '../obligation/programme.view.js';
import { PerformanceDto } from '../performance/performance.dto.js';
import { viewPerformance } from '../performance/performance.view.js';
import { FormedFundDto, FormFundDto, FundDto, FundSummaryDto } from './fund.dto.js';
import { toFormFund } from './fund.input.js';
import { getFund, listFunds } from './fund.query.js';
import { FundService } from './fund.service.js';
import { viewFormed, viewFund, viewSummary } from './fund.view.js';

@ApiTags('fund')
@Controller()
export class FundController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly funds: FundService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('funds')
  @Allow('fund.read')
  @ApiOperation({ operationId: 'listFunds', summary: 'Funds with where they stand under their obligation' })
  @ApiOkResponse({ type: [FundSummaryDto] })
  async list(@CurrentActor() actor: Actor, @Query() query: AsOfQuery): Promise<FundSummaryDto[]> {
    const point = timePoint(query, this.clock);
    return this.reader.read(actor, async (tx) => (await fundPositions(tx, await listFunds(tx, null, point), point)).map(viewSummary));
  }

  @Post('funds')
  @Allow('fund.form')
  @ApiOperation({ operationId: 'formFund', summary: 'Form a fund: partners, agreement, limits' })
  @ApiCreatedResponse({ type: FormedFundDto })
  async form(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Body() body: FormFundDto): Promise<FormedFundDto> {
    const dryRun = body.dryRun === true;
    return viewFormed(await this.runner.run(this.funds.form, { actor, origin, idempotencyKey, dryRun, input: toFormFund(body) }));
  }

  @Get('funds/:fundId')
  @Allow('fund.read')
  @ApiOperation({ operationId: 'getFund', summary: 'A fund, its partners and its terms' })
  @ApiOkResponse({ type: FundDto })
  async get(@CurrentActor() actor: Actor, @Param('fundId', IdPipe) fundId: string, @Query() query: AsOfQuery): Promise<FundDto> {
    const point = timePoint(query, this.clock);
    return this.reader.read(actor, async (tx) => viewFund(tx, await getFund(tx, fundId, point), point));
  }

  @Get('funds/:fundId/obligation')
  @Allow('fund.read')
  @ApiOperation({ operationId: 'getObligation', summary: 'The main-purpose obligation on every basis, as of a date, as known at a time' })
  @ApiOkResponse({ type: ObligationDto })
  async obligation(@CurrentActor() actor: Actor, @Param('fundId', IdPipe) fundId: string, @Query() query: AsOfQuery): Promise<ObligationDto> {
    const point = timePoint(query, this.clock);
    return this.reader.read(actor, async (tx) => viewObligation(tx, await getFund(tx, fundId, point), point));
  }

  @Get('funds/:fundId/performance')
  @Allow('fund.read')
  @ApiOperation({ operationId: 'getPerformance', summary: 'Net asset value, multiples and internal rates of return' })
  @ApiOkResponse({ type: PerformanceDto })
  async performance(@CurrentActor() actor: Actor, @Param('fundId', IdPipe) fundId: string, @Query() query: AsOfQuery): Promise<PerformanceDto> {
    const point = timePoint(query, this.clock);
    return this.reader.read(actor, async (tx) => viewPerformance(tx, await getFund(tx, fundId, point), point));
  }

  @Get('programmes/:programmeId/obligation')
  @Allow('programme.read')
  @ApiOperation({ operationId: 'getProgrammeObligation', summary: 'The obligation over all funds of a programme' })
  @ApiOkResponse({ type: ProgrammeObligationDto })
  async programme(@CurrentActor() actor: Actor, @Param('programmeId', IdPipe) programmeId: string, @Query() query: AsOfQuery): Promise<ProgrammeObligationDto> {
    const point = timePoint(query, this.clock);
    return this.reader.read(actor, (tx) => viewProgramme(tx, programmeId, point));
  }
}
