import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, LogsAccess, RequestOrigin } from '#libs/access';
import { type Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { DemandService } from '../../recovery/demand.service.js';
import { AnsweredGrantSettlementDto, AnswerGrantSettlementDto, FinalizedGrantSettlementDto, FinalizeGrantSettlementDto, ObjectedDto, ObjectToGrantSettlementDto } from '../settlement.dto.js';
import { answerInput, finalInput, objectionInput } from '../settlement.input.js';
import { getSettlement } from '../settlement.query.js';
import { viewAnswered, viewFinalized } from '../settlement.view.js';
import { shownLeader, viewSettlement } from '../sheet/form.view.js';
import { GrantSettlementDto } from '../sheet/worksheet.dto.js';
import { answerSettlement, objectToSettlement } from './objection.service.js';

@ApiTags('grant-settlement')
@Controller('grant-settlements/:id')
export class SettlementObjectionController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly demands: DemandService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('grant.read')
  @LogsAccess('grant-settlement', shownLeader)
  @ApiOperation({ operationId: 'getGrantSettlement', summary: 'A settlement with its form exactly as it was decided' })
  @ApiOkResponse({ type: GrantSettlementDto })
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) settlementId: string): Promise<GrantSettlementDto> {
    return this.reader.read(actor, async (tx) => viewSettlement(await getSettlement(tx, settlementId)));
  }

  @Post('object')
  @Allow('grant-settlement.object')
  @ApiOperation({ operationId: 'objectGrantSettlement', summary: 'Record the objection of the institution' })
  @ApiCreatedResponse({ type: ObjectedDto })
  async object(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('id', IdPipe) settlementId: string, @Body() body: ObjectToGrantSettlementDto): Promise<ObjectedDto> {
    return (await this.runner.run(objectToSettlement, { actor, origin, idempotencyKey, input: objectionInput(settlementId, body) })).result;
  }

  @Post('answer')
  @Allow('grant-settlement.answer')
  @ApiOperation({ operationId: 'answerGrantSettlement', summary: 'Answer the objection; what is accepted is settled anew' })
  @ApiCreatedResponse({ type: AnsweredGrantSettlementDto })
  async answer(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('id', IdPipe) settlementId: string, @Body() body: AnswerGrantSettlementDto): Promise<AnsweredGrantSettlementDto> {
    return viewAnswered(await this.runner.run(answerSettlement, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input: answerInput(settlementId, this.clock.today(), body) }));
  }

  @Post('finalize')
  @Allow('grant-settlement.finalize')
  @ApiOperation({ operationId: 'finalizeGrantSettlement', summary: 'Make a settlement final: its lines close, and what goes back is demanded' })
  @ApiCreatedResponse({ type: FinalizedGrantSettlementDto })
  async finalize(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('id', IdPipe) settlementId: string, @Body() body: FinalizeGrantSettlementDto): Promise<FinalizedGrantSettlementDto> {
    return viewFinalized(await this.runner.run(this.demands.finalize, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input: finalInput(settlementId, body) }));
  }
}
