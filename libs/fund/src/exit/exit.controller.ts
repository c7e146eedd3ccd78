import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import type { Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { AsOfQuery, IdempotencyKey, IdPipe, timePoint } from '#libs/http';
import { getFund } from '../fund/fund.query.js';
import { EscrowService } from './escrow/escrow.service.js';
import { FundExitDto, ReceivedEscrowDto, ReceiveEscrowDto, RecordedExitDto, RecordExitDto } from './exit.dto.js';
import { toReceiveEscrow, toRecordExit } from './exit.input.js';
import { listFundExits } from './exit.query.js';
import { ExitService } from './exit.service.js';
import { viewReceivedEscrow, viewRecordedExit } from './exit.view.js';

@ApiTags('exit')
@Controller('funds/:fundId')
export class ExitController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly exits: ExitService,
    private readonly escrows: EscrowService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('exits')
  @Allow('fund.read')
  @ApiOperation({ operationId: 'listExits', summary: 'Exits of a fund, latest first, with what is still held back' })
  @ApiOkResponse({ type: [FundExitDto] })
  async list(@CurrentActor() actor: Actor, @Param('fundId', IdPipe) fundId: string, @Query() query: AsOfQuery): Promise<FundExitDto[]> {
    const point = timePoint(query, this.clock);
    return this.reader.read(actor, async (tx) => listFundExits(tx, (await getFund(tx, fundId)).id, point));
  }

  @Post('exits')
  @Allow('exit.record')
  @ApiOperation({ operationId: 'recordExit', summary: 'Record an exit, whole or in part; with dryRun gain, multiple and cash after' })
  @ApiCreatedResponse({ type: RecordedExitDto })
  async record(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('fundId', IdPipe) fundId: string,
    @Body() body: RecordExitDto,
  ): Promise<RecordedExitDto> {
    return viewRecordedExit(await this.runner.run(this.exits.record, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input: toRecordExit(fundId, body) }));
  }

  @Post('escrow-receipts')
  @Allow('escrow.receive')
  @ApiOperation({ operationId: 'receiveEscrow', summary: 'Record money that had been held back at an exit, or that goes back to the buyer' })
  @ApiCreatedResponse({ type: ReceivedEscrowDto })
  async receive(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('fundId', IdPipe) fundId: string,
    @Body() body: ReceiveEscrowDto,
  ): Promise<ReceivedEscrowDto> {
    return viewReceivedEscrow(await this.runner.run(this.escrows.receive, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input: toReceiveEscrow(fundId, body) }));
  }
}
