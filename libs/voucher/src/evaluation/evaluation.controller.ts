import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { DeclaredDto, DeclareEvaluationDto, ScoredDto, ScoreEvaluationDto } from './evaluation.dto.js';
import { toDeclarations, toScores } from './evaluation.input.js';
import { declareEvaluation, scoreEvaluation } from './evaluation.service.js';

@ApiTags('evaluation')
@Controller('voucher-years/:yearId')
export class EvaluationController {
  constructor(private readonly runner: CommandRunner) {}

  @Post('declarations')
  @HttpCode(200)
  @Allow('evaluation.declare')
  @ApiOperation({ operationId: 'declareEvaluation', summary: 'An evaluator says of applications whether they have a conflict of interest' })
  @ApiOkResponse({ type: DeclaredDto })
  async declare(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('yearId', IdPipe) yearId: string,
    @Body() body: DeclareEvaluationDto,
  ): Promise<DeclaredDto> {
    return (await this.runner.run(declareEvaluation, { actor, origin, idempotencyKey, input: toDeclarations(yearId, body) })).result;
  }

  @Post('scores')
  @HttpCode(200)
  @Allow('evaluation.score')
  @ApiOperation({ operationId: 'scoreEvaluation', summary: 'The scores of one evaluator for applications' })
  @ApiOkResponse({ type: ScoredDto })
  async score(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('yearId', IdPipe) yearId: string,
    @Body() body: ScoreEvaluationDto,
  ): Promise<ScoredDto> {
    return (await this.runner.run(scoreEvaluation, { actor, origin, idempotencyKey, input: toScores(yearId, body) })).result;
  }
}
