import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { localDate, type Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { AsOfQuery, IdempotencyKey, IdPipe, shownVerdict, timePoint } from '#libs/http';
import { DissolvedFundDto, DissolveFundDto, ExtendedFundDto, ExtendFundDto, FundLifeDto } from './life.dto.js';
import type { DissolutionCause } from './life.js';
import { LifeService } from './life.service.js';
import { viewLife } from './life.view.js';

@ApiTags('fund')
@Controller('funds/:fundId')
export class LifeController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly lives: LifeService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('life')
  @Allow('fund.read')
  @ApiOperation({ operationId: 'getFundLife', summary: 'The periods of a fund, how they were extended, and how it ended' })
  @ApiOkResponse({ type: FundLifeDto })
  async get(@CurrentActor() actor: Actor, @Param('fundId', IdPipe) fundId: string, @Query() query: AsOfQuery): Promise<FundLifeDto> {
    return this.reader.read(actor, (tx) => viewLife(tx, fundId, timePoint(query, this.clock)));
  }

  @Post('extensions')
  @Allow('fund.extend')
  @ApiOperation({ operationId: 'extendFund', summary: 'Extend the life of a fund, and with it the investment period' })
  @ApiCreatedResponse({ type: ExtendedFundDto })
  async extend(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('fundId', IdPipe) fundId: string,
    @Body() { dryRun = false, ...body }: ExtendFundDto,
  ): Promise<ExtendedFundDto> {
    const dates = { lifeTo: localDate(body.lifeTo), investmentTo: body.investmentTo === undefined ? null : localDate(body.investmentTo), decidedOn: localDate(body.decidedOn) };
    const input = { fundId, ...dates, reason: body.reason, documentId: body.documentId ?? null };
    const { result, verdicts } = await this.runner.run(this.lives.extend, { actor, origin, idempotencyKey, reason: body.reason, dryRun, input });
    return { ...result, id: dryRun ? null : result.id, dryRun, verdicts: verdicts.map(shownVerdict) };
  }

  @Post('dissolution')
  @Allow('fund.dissolve')
  @ApiOperation({ operationId: 'dissolveFund', summary: 'Dissolve a fund: nothing new after that day' })
  @ApiCreatedResponse({ type: DissolvedFundDto })
  async dissolve(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('fundId', IdPipe) fundId: string,
    @Body() { dryRun = false, ...body }: DissolveFundDto,
  ): Promise<DissolvedFundDto> {
    const input = { ...body, fundId, dissolvedOn: localDate(body.dissolvedOn), cause: body.cause as DissolutionCause, documentId: body.documentId ?? null };
    const { result, verdicts } = await this.runner.run(this.lives.dissolve, { actor, origin, idempotencyKey, reason: body.reason, dryRun, input });
    return { ...result, dryRun, blocked: verdicts.some((verdict) => verdict.result === 'BLOCK'), verdicts: verdicts.map(shownVerdict) };
  }
}
