import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import type { Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { getYear } from '../year/year.query.js';
import { DecideSelectionDto, PromotedSelectionDto, PromoteSelectionDto, RankingDto, RankingQuery } from './selection.dto.js';
import { toDecision, toPromotion } from './selection.input.js';
import { decideSelection, promoteSelection, rankingOf } from './selection.service.js';
import { viewPromoted, viewRanking } from './selection.view.js';

@ApiTags('selection')
@Controller('voucher-years/:yearId')
export class SelectionController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('ranking')
  @Allow('voucher.read')
  @ApiOperation({ operationId: 'getRanking', summary: 'Evaluated applications in the order in which they would be selected, with the line drawn' })
  @ApiOkResponse({ type: RankingDto })
  async ranking(@CurrentActor() actor: Actor, @Param('yearId', IdPipe) yearId: string, @Query() query: RankingQuery): Promise<RankingDto> {
    return this.reader.read(actor, async (tx) => viewRanking(await rankingOf(tx, await getYear(tx, yearId), query.cut ?? null, this.clock.today())));
  }

  @Post('selection')
  @HttpCode(200)
  @Allow('selection.decide')
  @ApiOperation({ operationId: 'decideSelection', summary: 'Decide who is selected, best first; the rest go on the waiting list' })
  @ApiOkResponse({ type: RankingDto })
  async decide(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('yearId', IdPipe) yearId: string,
    @Body() body: DecideSelectionDto,
  ): Promise<RankingDto> {
    const input = toDecision(yearId, body, this.clock.today());
    return viewRanking((await this.runner.run(decideSelection, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input })).result);
  }

  @Post('promotions')
  @HttpCode(200)
  @Allow('selection.promote')
  @ApiOperation({ operationId: 'promoteSelection', summary: 'Move the head of the waiting list up where places have fallen free' })
  @ApiOkResponse({ type: PromotedSelectionDto })
  async promote(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('yearId', IdPipe) yearId: string,
    @Body() body: PromoteSelectionDto,
  ): Promise<PromotedSelectionDto> {
    const input = toPromotion(yearId, body, this.clock.today());
    return viewPromoted(await this.runner.run(promoteSelection, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input }));
  }
}
