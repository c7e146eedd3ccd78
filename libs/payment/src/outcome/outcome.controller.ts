import { createHash } from 'node:crypto';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { readBankAnswer } from '../answer/answer.import.js';
import { AnswerPaymentRunDto, ConfirmPaymentRunDto, FailedLineDto, SettledLinesDto } from './outcome.dto.js';
import { toConfirmation, toFailure } from './outcome.input.js';
import { OutcomeService } from './outcome.service.js';
import { viewSettled } from './outcome.view.js';

@ApiTags('payment-run')
@Controller('payment-runs/:id')
export class OutcomeController {
  constructor(
    private readonly runner: CommandRunner,
    private readonly outcomes: OutcomeService,
  ) {}

  @Post('confirm')
  @HttpCode(200)
  @Allow('payment-run.confirm')
  @ApiOperation({ operationId: 'confirmPaymentRun', summary: 'Record that lines were paid, as the statement of account shows; it is booked now' })
  @ApiOkResponse({ type: SettledLinesDto })
  async confirm(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', IdPipe) runId: string,
    @Body() body: ConfirmPaymentRunDto,
  ): Promise<SettledLinesDto> {
    return viewSettled(await this.runner.run(this.outcomes.confirm, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input: toConfirmation(runId, body) }));
  }

  @Post('answer')
  @HttpCode(200)
  @Allow('payment-run.answer')
  @ApiOperation({ operationId: 'answerPaymentRun', summary: 'Take in what the bank says in a file (pain.002 or camt.054): paid, rejected, returned; the same file again changes nothing' })
  @ApiOkResponse({ type: SettledLinesDto })
  async answer(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', IdPipe) runId: string,
    @Body() { fileName, content, dryRun }: AnswerPaymentRunDto,
  ): Promise<SettledLinesDto> {
    const input = { runId, fileName, sha256: createHash('sha256').update(content).digest('hex'), answer: await readBankAnswer(content) };
    return viewSettled(await this.runner.run(this.outcomes.answer, { actor, origin, idempotencyKey, dryRun: dryRun === true, input }));
  }

  @Post('reject-line')
  @HttpCode(200)
  @Allow('payment-run.reject-line')
  @ApiOperation({ operationId: 'rejectLinePaymentRun', summary: 'Record that the bank did not pay a line; its debt can be drafted anew' })
  @ApiOkResponse({ type: SettledLinesDto })
  async rejectLine(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', IdPipe) runId: string,
    @Body() body: FailedLineDto,
  ): Promise<SettledLinesDto> {
    return viewSettled(await this.runner.run(this.outcomes.rejectLine, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, reason: body.reason, input: toFailure(runId, body) }));
  }

  @Post('return-line')
  @HttpCode(200)
  @Allow('payment-run.return-line')
  @ApiOperation({ operationId: 'returnLinePaymentRun', summary: 'Record that the bank sent a paid line back; what was booked is undone, and its debt can be drafted anew' })
  @ApiOkResponse({ type: SettledLinesDto })
  async returnLine(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', IdPipe) runId: string,
    @Body() body: FailedLineDto,
  ): Promise<SettledLinesDto> {
    return viewSettled(await this.runner.run(this.outcomes.returnLine, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, reason: body.reason, input: toFailure(runId, body) }));
  }
}
