import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { DomainError, type FieldFault } from '#libs/errors';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { readScore } from '#libs/selection';
import { DeclaredGrantEvaluationDto, DeclareGrantEvaluationDto, ScoredGrantEvaluationDto, ScoreGrantEvaluationDto } from './evaluation.dto.js';
import { declareGrantEvaluation, scoreGrantEvaluation } from './evaluation.service.js';
import type { Declaration, Score } from './evaluation.js';

@ApiTags('grant-evaluation')
@Controller('grant-calls/:callId/evaluation')
export class GrantEvaluationController {
  constructor(private readonly runner: CommandRunner) {}

  @Post('declarations')
  @HttpCode(200)
  @Allow('grant-evaluation.declare')
  @ApiOperation({ operationId: 'declareGrantEvaluation', summary: 'Say of applications whether one has a conflict of interest' })
  @ApiOkResponse({ type: DeclaredGrantEvaluationDto })
  async declare(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('callId', IdPipe) callId: string,
    @Body() body: DeclareGrantEvaluationDto,
  ): Promise<DeclaredGrantEvaluationDto> {
    return (await this.runner.run(declareGrantEvaluation, { actor, origin, idempotencyKey, input: { callId, declarations: readDeclarations(body) } })).result;
  }

  @Post('scores')
  @HttpCode(200)
  @Allow('grant-evaluation.score')
  @ApiOperation({ operationId: 'scoreGrantEvaluation', summary: 'The scores of one evaluator for applications' })
  @ApiOkResponse({ type: ScoredGrantEvaluationDto })
  async score(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('callId', IdPipe) callId: string,
    @Body() body: ScoreGrantEvaluationDto,
  ): Promise<ScoredGrantEvaluationDto> {
    return (await this.runner.run(scoreGrantEvaluation, { actor, origin, idempotencyKey, input: { callId, scores: readScores(body) } })).result;
  }
}

function refuse(faults: readonly FieldFault[]): void {
  const [first] = faults;
  if (first !== undefined) throw new DomainError('invalid', first.code, first.text, { faults });
}

/** A conflict without a word about it is refused at its field. */
function readDeclarations({ declarations }: DeclareGrantEvaluationDto): Declaration[] {
  const text = { ko: '어떤 이해충돌인지 5자 이상 적어 주세요.', en: 'Say in at least five characters what the conflict is.' };
  refuse(declarations.flatMap(({ conflicted, note }, index) => (conflicted && note === undefined ? [{ pointer: `/declarations/${index}/note`, code: 'evaluation.conflict-unexplained', text }] : [])));
  return declarations.map(({ note, ...declaration }) => ({ ...declaration, note: note ?? null }));
}

/** What is no score is refused at its field. */
function readScores({ scores }: ScoreGrantEvaluationDto): Score[] {
  const text = { ko: '점수는 0에서 100 사이로, 소수 둘째 자리까지 적어 주세요.', en: 'A score lies between 0 and 100, with at most two decimals.' };
  const read = scores.map((each) => readScore(each.score));
  refuse(read.flatMap((score, index) => (score === null ? [{ pointer: `/scores/${index}/score`, code: 'evaluation.no-score', text }] : [])));
  return scores.map(({ applicationId, comment }, index) => ({ applicationId, score: read[index] ?? '', comment: comment ?? null }));
}
