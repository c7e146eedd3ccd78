import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { localDate, type Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { won } from '#libs/money';
import { getCall } from '../call/call.query.js';
import { DecideGrantSelectionDto, GrantSelectionDecisionDto, GrantSelectionDto, PromoteGrantSelectionDto } from './selection.dto.js';
import { listSelections } from './selection.query.js';
import { decideGrantSelection, promoteGrantSelection, rankingOf, type DecideSelection } from './selection.service.js';
import { viewSelection } from './selection.view.js';

@ApiTags('grant-selection')
@Controller('grant-calls/:callId')
export class GrantSelectionController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('ranking')
  @Allow('grant.read')
  @ApiOperation({ operationId: 'getGrantRanking', summary: 'Evaluated applications in the order in which they would be selected, with the line drawn' })
  @ApiOkResponse({ type: GrantSelectionDto })
  ranking(@CurrentActor() actor: Actor, @Param('callId', IdPipe) callId: string): Promise<GrantSelectionDto> {
    return this.reader.read(actor, async (tx) => viewSelection({ result: await rankingOf(tx, await getCall(tx, callId), this.clock.today()), verdicts: [], dryRun: true }));
  }

  @Get('selections')
  @Allow('grant.read')
  @ApiOperation({ operationId: 'listGrantSelections', summary: 'Decisions on the list of a call' })
  @ApiOkResponse({ type: [GrantSelectionDecisionDto] })
  list(@CurrentActor() actor: Actor, @Param('callId', IdPipe) callId: string): Promise<GrantSelectionDecisionDto[]> {
    return this.reader.read(actor, async (tx) => listSelections(tx, (await getCall(tx, callId)).id));
  }

  @Post('selections')
  @HttpCode(200)
  @Allow('grant-selection.decide')
  @ApiOperation({ operationId: 'decideGrantSelection', summary: 'Decide who is selected, best first, down to the budget; the rest wait' })
  @ApiOkResponse({ type: GrantSelectionDto })
  async decide(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('callId', IdPipe) callId: string,
    @Body() body: DecideGrantSelectionDto,
  ): Promise<GrantSelectionDto> {
    return viewSelection(await this.runner.run(decideGrantSelection, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input: this.decision(callId, body) }));
  }

  @Post('promotions')
  @HttpCode(200)
  @Allow('grant-selection.promote')
  @ApiOperation({ operationId: 'promoteGrantSelection', summary: 'Move the head of the waiting list up where budget and places allow' })
  @ApiOkResponse({ type: GrantSelectionDto })
  async promote(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('callId', IdPipe) callId: string,
    @Body() body: PromoteGrantSelectionDto,
  ): Promise<GrantSelectionDto> {
    const input = { ...this.decision(callId, body), count: body.count ?? 1 };
    return viewSelection(await this.runner.run(promoteGrantSelection, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input }));
  }

  private decision(callId: string, { decidedOn, notifiedOn, selectedIds, amountWon }: DecideGrantSelectionDto): DecideSelection {
    const on = decidedOn === undefined ? this.clock.today() : localDate(decidedOn);
    return { callId, decidedOn: on, notifiedOn: notifiedOn === undefined ? on : localDate(notifiedOn), selectedIds: selectedIds ?? null, amountWon: amountWon === undefined ? null : won(amountWon) };
  }
}
