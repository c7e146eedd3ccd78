import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { localDate, type Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { AsOfQuery, IdempotencyKey, IdPipe, timePoint } from '#libs/http';
import { won } from '#libs/money';
import { getFund } from '../fund/fund.query.js';
import { CapitalCallDto, IssueCapitalCallDto, IssuedCallDto, ReceiveCapitalDto, ReceivedCapitalDto } from './capital-call.dto.js';
import { issueInput } from './capital-call.input.js';
import { CapitalCallService } from './capital-call.service.js';
import { viewCalls, viewIssued, viewReceived } from './capital-call.view.js';

@ApiTags('capital-call')
@Controller()
export class CapitalCallController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly calls: CapitalCallService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('funds/:fundId/capital-calls')
  @Allow('fund.read')
  @ApiOperation({ operationId: 'listCapitalCalls', summary: 'Capital calls with what every partner owes and paid' })
  @ApiOkResponse({ type: [CapitalCallDto] })
  async list(@CurrentActor() actor: Actor, @Param('fundId', IdPipe) fundId: string, @Query() query: AsOfQuery): Promise<CapitalCallDto[]> {
    const point = timePoint(query, this.clock);
    return this.reader.read(actor, async (tx) => viewCalls(tx, await getFund(tx, fundId), point));
  }

  @Post('funds/:fundId/capital-calls')
  @Allow('capital-call.issue')
  @ApiOperation({ operationId: 'issueCapitalCall', summary: 'Call capital from all partners; with dryRun only the shares' })
  @ApiCreatedResponse({ type: IssuedCallDto })
  async issue(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('fundId', IdPipe) fundId: string,
    @Body() body: IssueCapitalCallDto,
  ): Promise<IssuedCallDto> {
    return viewIssued(await this.runner.run(this.calls.issue, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input: issueInput(fundId, body) }));
  }

  @Post('capital-calls/:id/receipts')
  @Allow('capital-call.receive')
  @ApiOperation({ operationId: 'receiveCapital', summary: 'Record money of one partner for one call' })
  @ApiCreatedResponse({ type: ReceivedCapitalDto })
  async receive(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', IdPipe) callId: string,
    @Body() body: ReceiveCapitalDto,
  ): Promise<ReceivedCapitalDto> {
    const note = { bankReference: body.bankReference ?? null, note: body.note ?? null };
    const input = { callId, partnerId: body.partnerId, amountWon: won(body.amountWon), valueOn: localDate(body.valueOn), ...note };
    return viewReceived(await this.runner.run(this.calls.receive, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input }));
  }
}
