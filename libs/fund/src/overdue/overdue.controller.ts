import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { localDate } from '#libs/calendar';
import { CommandRunner, type Actor, type CommandOutcome, type Origin } from '#libs/command';
import { IdempotencyKey, IdPipe, shownVerdict } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import { won } from '#libs/money';
import { ReverseDto } from '../capital-call/receipt/receipt.dto.js';
import { InterestResultDto, ReceiveInterestDto, ReversedInterestDto, WaiveInterestDto } from './overdue.dto.js';
import { OverdueService, type InterestResult } from './overdue.service.js';

@ApiTags('overdue-interest')
@Controller()
export class OverdueController {
  constructor(
    private readonly runner: CommandRunner,
    private readonly overdue: OverdueService,
  ) {}

  @Post('capital-calls/:id/overdue-interest')
  @Allow('overdue-interest.receive')
  @ApiOperation({ operationId: 'receiveOverdueInterest', summary: 'Record interest that a partner paid on what came late' })
  @ApiCreatedResponse({ type: InterestResultDto })
  async receive(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', IdPipe) callId: string,
    @Body() body: ReceiveInterestDto,
  ): Promise<InterestResultDto> {
    const note = { bankReference: body.bankReference ?? null, note: body.note ?? null };
    const input = { callId, partnerId: body.partnerId, amountWon: won(body.amountWon), valueOn: localDate(body.valueOn), ...note };
    return viewInterest(await this.runner.run(this.overdue.receive, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input }));
  }

  @Post('capital-calls/:id/overdue-interest-waivers')
  @Allow('overdue-interest.waive')
  @ApiOperation({ operationId: 'waiveOverdueInterest', summary: 'Let interest off, with a reason, where the agreement allows it' })
  @ApiCreatedResponse({ type: InterestResultDto })
  async waive(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', IdPipe) callId: string,
    @Body() body: WaiveInterestDto,
  ): Promise<InterestResultDto> {
    const input = { callId, partnerId: body.partnerId, amountWon: won(body.amountWon), waivedOn: localDate(body.waivedOn), reason: body.reason };
    return viewInterest(await this.runner.run(this.overdue.waive, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input }));
  }

  @Post('overdue-interest/:id/reversal')
  @Allow('overdue-interest.reverse')
  @ApiOperation({ operationId: 'reverseOverdueInterest', summary: 'Undo interest that was booked wrongly; with dryRun only what would be posted' })
  @ApiCreatedResponse({ type: ReversedInterestDto })
  async reverse(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', IdPipe) interestId: string,
    @Body() body: ReverseDto,
  ): Promise<ReversedInterestDto> {
    const dryRun = body.dryRun === true;
    const { result } = await this.runner.run(this.overdue.reverse, { actor, origin, idempotencyKey, dryRun, input: { interestId, reason: body.reason } });
    return { id: result.id, dryRun, postings: result.postings.map(shownEntry) };
  }
}

function viewInterest({ result, verdicts, dryRun }: CommandOutcome<InterestResult>): InterestResultDto {
  return { id: dryRun ? null : result.id, dryRun, dueWon: result.dueWon.toString(), verdicts: verdicts.map(shownVerdict), postings: result.postings.map(shownEntry) };
}
