import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { localDate, type Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { AsOfQuery, IdempotencyKey, IdPipe, timePoint } from '#libs/http';
import { getFund } from '../../fund/fund.query.js';
import { RecognitionExceptionDto, RecordedExceptionDto, RecordRecognitionExceptionDto, WithdrawnExceptionDto, WithdrawRecognitionExceptionDto } from './exception.dto.js';
import { listExceptions } from './exception.query.js';
import { recordException, withdrawException, type RecordException } from './exception.service.js';

@ApiTags('evidence')
@Controller('funds/:fundId/recognition-exceptions')
export class RecognitionExceptionController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('investment.read')
  @ApiOperation({ operationId: 'listRecognitionExceptions', summary: 'Answers that recognise in advance, as known at a time' })
  @ApiOkResponse({ type: [RecognitionExceptionDto] })
  async list(@CurrentActor() actor: Actor, @Param('fundId', IdPipe) fundId: string, @Query() query: AsOfQuery): Promise<RecognitionExceptionDto[]> {
    const { knownBefore } = timePoint(query, this.clock);
    return this.reader.read(actor, async (tx) => listExceptions(tx, (await getFund(tx, fundId)).id, knownBefore));
  }

  @Post()
  @Allow('recognition-exception.record')
  @ApiOperation({ operationId: 'recordRecognitionException', summary: 'Record an answer that recognises in advance (유권해석·자문위)' })
  @ApiCreatedResponse({ type: RecordedExceptionDto })
  async record(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('fundId', IdPipe) fundId: string,
    @Body() body: RecordRecognitionExceptionDto,
  ): Promise<RecordedExceptionDto> {
    const { result, dryRun } = await this.runner.run(recordException, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input: toException(fundId, body) });
    return { id: dryRun ? null : result.id, number: result.number, dryRun };
  }

  @Post(':exceptionId/withdrawal')
  @Allow('recognition-exception.withdraw')
  @ApiOperation({ operationId: 'withdrawRecognitionException', summary: 'Let an answer cover nothing more from a day on' })
  @ApiCreatedResponse({ type: WithdrawnExceptionDto })
  async withdraw(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('fundId', IdPipe) fundId: string,
    @Param('exceptionId', IdPipe) exceptionId: string,
    @Body() body: WithdrawRecognitionExceptionDto,
  ): Promise<WithdrawnExceptionDto> {
    const input = { fundId, exceptionId, withdrawnFrom: localDate(body.withdrawnFrom), reason: body.reason };
    const { result, dryRun } = await this.runner.run(withdrawException, { actor, origin, idempotencyKey, reason: body.reason, dryRun: body.dryRun === true, input });
    return { ...result, covered: [...result.covered], dryRun };
  }
}

const toException = (fundId: string, body: RecordRecognitionExceptionDto): RecordException => ({
  fundId,
  number: body.number.trim(),
  issuer: body.issuer,
  subject: body.subject,
  investmentId: body.investmentId ?? null,
  validFrom: localDate(body.validFrom),
  validTo: body.validTo === undefined ? null : localDate(body.validTo),
  documentId: body.documentId ?? null,
});
